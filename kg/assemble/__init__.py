"""From decisions to the world of things."""

from kg.assemble.world import assemble

__all__ = ["assemble"]
