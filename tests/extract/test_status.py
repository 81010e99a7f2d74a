"""What the words around a trigger make of it."""

import pytest

from kg.extract.status import status_of
from kg.model import Status
from kg.resources import read_rules

CASES = [
    ("Rebels attacked the town.", "attacked", Status.HAPPENED),
    ("Rebels plan to attack the town.", "attack", Status.PLANNED),
    ("The army denied shelling the village.", "shelling", Status.DENIED),
    ("The army denied that it shelled the village.", "shelled", Status.DENIED),
    ("Rebels may have attacked the convoy.", "attacked", Status.HYPOTHETICAL),
    ("Troops will storm the city on Monday.", "storm", Status.PLANNED),
    ("If the rebels attack the port, talks will end.", "attack", Status.HYPOTHETICAL),
    ("The ministry accused the rebels of shelling a school.", "shelling", Status.CLAIMED),
    ("Militants reportedly seized the base.", "seized", Status.CLAIMED),
    ("The group claimed that it killed six soldiers.", "killed", Status.CLAIMED),
    ("The army did not bomb the hospital.", "bomb", Status.DENIED),
    ("Officials fear an attack on the camp.", "attack", Status.HYPOTHETICAL),
    ("The monitor said that jets bombed the market.", "bombed", Status.HAPPENED),
    ("The opposition says the army bombed the market.", "bombed", Status.CLAIMED),
    ("The fall of the city would be a blow to the rebels.", "fall", Status.HYPOTHETICAL),
    ("They tried to repel the attack.", "attack", Status.HAPPENED),
    ("Rebels launched an attack on the town.", "attack", Status.HAPPENED),
    ("Rebels could launch an attack on the town.", "attack", Status.HYPOTHETICAL),
    ("There is a threat of an attack on the town.", "attack", Status.HYPOTHETICAL),
    ("Troops began shelling the town.", "shelling", Status.HAPPENED),
    ("Rebels failed to capture the town.", "capture", Status.DENIED),
    ("The alleged attack killed six people.", "attack", Status.CLAIMED),
    ("Troops crossed the river to take the town.", "take", Status.PLANNED),
    ("Residents said they heard shelling in the town.", "shelling", Status.HAPPENED),
    ("Rebels were said to have attacked the town.", "attacked", Status.CLAIMED),
    ("Six people were killed in an attack on a convoy.", "attack", Status.HAPPENED),
    ("The attack will be remembered.", "attack", Status.HAPPENED),
    ("No attack took place in the town.", "attack", Status.DENIED),
    ("A ceasefire is being negotiated with the rebels.", "ceasefire", Status.PLANNED),
    ("A ceasefire was negotiated with the rebels on Monday.", "ceasefire", Status.HAPPENED),
    ("The meeting to be held in Tula on Monday will tell.", "meeting", Status.PLANNED),
    ("Talks held in Tula on Monday failed.", "Talks", Status.HAPPENED),
    ("No convoys have entered the town.", "entered", Status.DENIED),
    ("The raid killed nobody.", "killed", Status.DENIED),
    ("No fewer than 20 people were killed.", "killed", Status.HAPPENED),
    ("The general denied that many people were killed in the shelling.", "shelling", Status.HAPPENED),
    ("The rebels were forced to surrender.", "surrender", Status.HAPPENED),
    ("The militia blamed a drone strike for the fire.", "strike", Status.CLAIMED),
    ("The militia blamed the blast on the army.", "blast", Status.HAPPENED),
    ("The strikes since 21 May have killed 90 people.", "strikes", Status.HAPPENED),
    ("Six people may have been killed in the strike.", "strike", Status.HAPPENED),
    ("The town's fall would seal the defeat of the rebels.", "fall", Status.HYPOTHETICAL),
    ("Asked about a report that a drone hit the bus, he said nothing.", "hit", Status.CLAIMED),
    ("The offensive was aimed at breaking a siege of the town.", "siege", Status.HAPPENED),
    ("The town fell without a fight.", "fight", Status.DENIED),
    ("Fighting could spread to the south.", "Fighting", Status.HYPOTHETICAL),
    ("The army denied that the town had fallen.", "fallen", Status.DENIED),
    ("The loss would seal their defeat, driving them from the coast.", "driving", Status.HYPOTHETICAL),
    ("The monitor determines whose planes carry out raids.", "raids", Status.HYPOTHETICAL),
    ("Investigators try to determine whether its strikes killed civilians.", "strikes", Status.HAPPENED),
    ("The army committed massacres in the town.", "massacres", Status.HAPPENED),
    ("Securing the town would end the siege.", "Securing", Status.HYPOTHETICAL),
    ("Many face the risk of being killed by shells.", "killed", Status.HYPOTHETICAL),
    ("She believes that he murdered the clerk.", "murdered", Status.CLAIMED),
    ("They joined an offensive aimed at liberation of the port.", "liberation", Status.PLANNED),
    ("The ministry denied carrying out the gas attack.", "attack", Status.HAPPENED),
    ("Envoys discussed reports of an attack on the town.", "attack", Status.CLAIMED),
    ("Activists said that jets bombed the market.", "bombed", Status.HAPPENED),
    ("The gunmen remain committed to attacking the town.", "attacking", Status.PLANNED),
]


@pytest.mark.parametrize(("text", "word", "status"), CASES, ids=[case[0] for case in CASES])
def test_status(parse, text, word, status):
    token = [token for token in parse(text).tokens if token.text == word][-1]
    judged = status_of(token)
    assert judged.status is status, judged.rule
    assert judged.rule in read_rules()
