"""Looks up which clusters of reports make a battle together, and which are part of one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.model import EventKind, Member, Reason
from kg.resolve.battles import Belonging, Fray
from kg.resolve.bouts import Sides
from kg.resolve.clusters import Cluster
from kg.resolve.digest import Told


class Wholes:
    """Battles and their parts over all articles, by the first member of each cluster."""

    def __init__(
        self,
        clusters: Sequence[Cluster],
        frays: Iterable[Fray],
        belongings: Iterable[Belonging],
        told: Mapping[Member, Told],
    ) -> None:
        self._clusters = {cluster.members[0]: cluster for cluster in clusters}
        self._frays = {fray.battle: fray for fray in frays}
        self._belongings = {belonging.part: belonging for belonging in belongings}
        first = {member: cluster.members[0] for cluster in clusters for member in cluster.members}
        self._captures: dict[Member, set[Member]] = defaultdict(set)
        for belonging in self._belongings.values():
            self._captures[belonging.battle].add(belonging.part)
        for member, report in told.items():
            if report.part_of is not None and report.kind is EventKind.CAPTURE_OF_PLACE:
                whole = Member(member.document, report.part_of)
                self._captures[first[whole]].add(first[member])

    def fights(self, cluster: Cluster) -> tuple[Cluster, ...]:
        """The clashes that make the battle which this cluster stands for; none if it stands for none."""
        fray = self._frays.get(cluster.members[0])
        return tuple(self._clusters[fight] for fight in fray.fights) if fray else ()

    def sides(self, cluster: Cluster) -> Sides:
        """The sides of that battle."""
        return self._frays[cluster.members[0]].sides

    def captures(self, cluster: Cluster) -> tuple[Cluster, ...]:
        """The parts of a battle among which the capture is that ended it."""
        return tuple(self._clusters[part] for part in sorted(self._captures.get(cluster.members[0], ())))

    def battle_of(self, members: Sequence[Member]) -> Member | None:
        """The battle, by a member of it, that a happening is part of over articles."""
        belonging = self._belongings.get(members[0])
        return belonging.battle if belonging else None

    def reasons(self, cluster: Cluster) -> tuple[tuple[Member, Reason], ...]:
        """Why the cluster makes a battle, or is part of one, by its first member."""
        first = cluster.members[0]
        fray, belonging = self._frays.get(first), self._belongings.get(first)
        return tuple((first, found.reason) for found in (fray, belonging) if found)
