"""Which claims can be looked up at all."""

from __future__ import annotations

import pytest

from factcheck.extraction.checkable import is_checkable


@pytest.mark.parametrize(
    ("text", "kinds", "checkable"),
    [
        ("The dam leaked for weeks", (), True),
        ("To leave the men of the yard there for the whole of the night is pretty petty", ("name",), False),
        ("Closing the road to the old fair of the town isn’t cool", ("name",), False),
        ("It is that silence of the mayor and of the council that is concerning", ("name",), False),
        ("What the mayor did to the men of the yard is as mean as it gets", ("name",), False),
        ("The water in the new basin behind the wall of the dam was cool", (), True),
        ("The men of the yard left because the mayor’s rude letter was read to them", (), True),
        ("The offensive of the army on the town was led by a man who is mean", ("date",), True),
        ("Best wishes to Ann Lee and John Roe, who hopefully make it to the fair", ("name",), False),
        ("There is a trip planned hopefully for May 1912", ("date",), True),
        ("I figured out which yard had built the wall of the dam", (), True),
        ("We kinda assumed that the wall of the old dam had been mended", ("name",), False),
        ("The dam could be a danger to the valley", (), False),
        ("The leak may signal the end of the firm", (), False),
        ("The strike could signal a change in the whole trade of the port", ("name",), False),
        ("The leak could have consequences for the town in November", ("date",), False),
        ("The wall could have been seen from the town in May", ("date",), True),
        ("The strike could have consequences at last in November 2028", ("date",), False),
        ("The ferry could be ready earlier than planned, by 2030", ("date",), False),
        ("The ferry could be boarded at the old pier last May", ("date",), True),
        ("The smoke could be seen from the town two weeks ago", ("date",), True),
        ("From 1880, the tower could be seen from the town", ("date",), True),
        ("Men over 21 may register until 5 November", ("date",), True),
        ("The ferry will be more frequent from Monday", ("date",), True),
        ("If the river rises, the gates will close on Friday", ("date",), True),
        ("If the river rises, the gates will close", (), False),
        ("Darrow asked the jury to return a verdict of guilty so that the case could be appealed", (), True),
        ("So that the case could be appealed, the jury might return a verdict of guilty", (), False),
        ("The wall could be seen for 20 miles in May", ("date", "number"), True),
        ("The fire could shift the votes of the whole town", ("name",), False),
        ("There is a possibility that the wall still holds", (), False),
        ("The dam opened on 3 May", ("date",), True),
        ("The engineers could hear the water behind the wall", (), True),
        ("They could have told the town", (), False),
        ("The fire could heighten the strain between the two towns", ("name",), False),
        ("The guests could wear a miner’s hat and see the shaft of the mine", (), True),
        ("If it rains on, the lower road would flood", (), False),
        ("It seems like a devastating blow to the town", (), False),
        ("This can feel more like a punishment", (), False),
        ("The town should close the road", (), False),
        ("I should mention that there is a film of the launch of the ship", (), True),
        ("I must say that the town should close the road", (), False),
        ("It is hard to imagine a bigger waste of the money that the town has saved", (), False),
        ("it is unclear who opened the gate of the upper dam in the night", (), False),
        ("leaving many to wonder whether the engineers of the town had seen the leak", (), False),
        ("If the past month is any sign, the firm will have lost the trust of the town", (), False),
        ("The firm does not tell what steps, if any, it will take against the town", (), True),
        ("A new wall alone will not be enough for the town", (), False),
        ("The town will have to close the lower road", (), False),
        ("The firm will have to pay $3 million to the town", ("money",), True),
        ("That nobody spoke of the wall does not mean that nobody saw the crack", (), False),
        ("It is also possible that the town is missing a chance", (), False),
        ("There is a chance of another flood", (), False),
        ("I think that the new wall has helped the town", (), False),
        ("If the wall gave way, the river could drown the town below it", (), False),
        ("By 1950, the dam would increase the yield by 50 percent", ("date", "percent"), False),
        ("The firm would pay $3 million to the town", ("money",), True),
        ("It is time for the 300 men to leave the yard", ("number",), False),
        ("It felt like the first day of the war", (), False),
        ("The crowd seemed a bit confused by the captain", ("name",), False),
        ("The leak raises serious questions about the firm", ("name",), False),
        ("It has outlived its usefulness", (), False),
        ("I’d much prefer to sail with the men of the Belgica", ("name",), False),
        ("That was good news for the friends of Captain Scott", ("name",), False),
        ("There was little reason for the men of the Belgica to hurry", ("name",), False),
        ("The reason for the delay of the Belgica was a crack in the hull", ("name",), True),
        ("Amundsen will win the race to the pole", ("name",), False),
        ("Marie Curie would win the prize a second time", ("name",), True),
        ("It is impossible to know who opened the gate", (), False),
        ("After this, the friends of the czar will be more careful with their letters", ("name",), False),
        ("No one else will ever be so bold as to sail on in the ice", (), False),
        ("The yard will be less than a mile away", ("number",), True),
        ("Had it burst an hour later, the dam would have killed the 300 men", ("number",), False),
        ("The 300 men would not have died if the gate had held", ("number",), False),
        ("The town had said that it would have paid the 300 men", ("number",), True),
        ("The ferry is likely to be sold", ("name",), False),
        ("The town will probably lose its port", ("name",), False),
        ("Some delay is likely in the spring", ("name",), False),
        ("Older men were more likely to vote than younger ones", ("name",), True),
        ("The ferry is likely to cost the town $3 million", ("money",), True),
        ("The yard sells the hulls and the masts of all the ships that are likely to sink", ("name",), True),
        ("I fully agree with the captain about the yard of the town", ("name",), False),
        ("Tolls on the bridge will rise by a penny to fourpence in June", ("money", "date"), True),
        ("Tolls on the bridge will rise", (), False),
        ("Tolls would rise to fourpence in June", ("money", "date"), False),
        ("The price of coal will rise by a penny in June", ("money", "date"), False),
        ("We anticipate a long voyage on the Belgica", ("name",), False),
        ("You better count the 300 men", ("number",), False),
        ("He knew that you’d better count the 300 men", ("number",), False),
        ("The ferry serves you better", (), True),
        ("A taller mast gets you better sound", (), True),
        ("He’d better marks than Captain Scott", (), True),
        ("There is nothing heavier than osmium", (), True),
        ("There was no one older than Methuselah", (), True),
        ("leaving detectives to question two men", ("number",), True),
        ("leaving the town to question whether the two men had seen the leak", ("number",), False),
        ("leaving the town to question if the two men had seen the leak", ("number",), False),
        ("The club will serve only to members", (), True),
        ("The strike will serve only to harass the town", (), False),
        ("The men of the Belgica did an excellent job of mending the pumps", ("name",), False),
        ("The men of the Belgica did a job for the town", ("name",), True),
        ("A new moon is believed to bring good luck", (), True),
        ("The town came under intense pressure", (), True),
    ],
)
def test_the_papers_own_guesses_are_not_checkable_but_its_reports_are(
    text: str, kinds: tuple[str, ...], *, checkable: bool
) -> None:
    assert is_checkable(text, kinds, 0.5, quoted=False, reported=False) is checkable


@pytest.mark.parametrize(
    ("text", "checkable"),
    [
        ("the yard will look into the fire", True),
        ("the price of coal will rise", False),
        ("the treaty would lead to another war", False),
        ("a new wall will minimize the danger to the town", False),
        ("the new rules will make it harder to sail", False),
        ("the men who would win the race had left", True),
        ("the yard will make it clear who pays", True),
        ("nobody is going to lose his place in the yard", False),
        ("the crew will be able to cross the ice", False),
        ("the crew was going to the Arctic", True),
        ("the crew was going to Leeds", True),
        ("the cook had tested positive for typhus", True),
        ("the result was positive for the whole town", False),
        ("the bank wrote off the bad loans of the yard", True),
        ("the captain was fined for reckless driving", True),
        ("the captain was a reckless man", False),
        ("the crew were honoured for the rescue", True),
        ("the crew felt honoured", False),
        ("the ships sailed from Great Britain", True),
        ("Great Britain sent the ships", True),
        ("Great ships were built in the yard", False),
        ("Great Ships Were Built in the Yard", False),
        ("he hoped the pact would end the war", False),
        ("she encouraged the men to leave the yard", True),
        ("the men were encouraged to leave the yard", True),
        ("she was encouraged by the look of the yard", False),
        ("she felt encouraged", False),
        ("reaching the ice early is key in crossing it", False),
        ("the key to the cabin was lost", True),
        ("she was alarmed by the look of the yard", False),
        ("the men were heartbroken", False),
        ("the leak has alarmed the council of the town", True),
        ("a strike would serve only to strengthen the owners of the yard", False),
        ("he would probably sail with them in the spring", False),
        ("the ship would probably have sunk in the ice", True),
    ],
)
def test_an_announced_plan_is_checkable_and_a_forecast_or_a_hope_is_not(text: str, *, checkable: bool) -> None:
    assert is_checkable(text, (), 0.5, quoted=False, reported=True) is checkable


@pytest.mark.parametrize(
    ("cue", "text", "kinds", "checkable"),
    [
        ("vowed", "the town would be merciless in repairing the wall", (), False),
        ("predicted", "the wall will not hold", (), False),
        ("said", "the town would rebuild the wall", (), True),
        ("vowed", "the firm would pay $3 million by May 1911", ("money", "date"), True),
        ("swore", "he had seen ice", (), True),
        ("thought", "the town would forgive him", (), False),
        ("thought", "the town had forgiven him", (), True),
        ("said", "the earth will pass that mark this decade", ("date",), False),
        ("hopes", "the 300 men can be brought home by May", ("number", "date"), False),
        ("hoped", "which carried 300 men in 1912", ("number", "date"), True),
        ("hoped", "that carried 300 men in 1912", ("number", "date"), True),
        ("hoped", "that 300 men would come in May", ("number", "date"), False),
        ("said", "the 300 men can be brought home by May", ("number", "date"), True),
    ],
)
def test_what_somebody_promises_or_foretells_is_checkable_only_by_its_figures(
    cue: str, text: str, kinds: tuple[str, ...], *, checkable: bool
) -> None:
    assert is_checkable(text, kinds, 0.5, quoted=False, reported=True, cue=cue) is checkable


@pytest.mark.parametrize(
    ("speaker", "text", "kinds", "checkable"),
    [
        ("The mayor", "the wall will be mended", (), True),
        ("experts", "the wall will be mended", (), False),
        ("Analysts at the bank", "the yard will pay $3 million", ("money",), True),
        ("Experts", "the wall was mended", (), True),
    ],
)
def test_what_those_without_a_part_in_it_say_to_come_is_no_plan(
    speaker: str, text: str, kinds: tuple[str, ...], *, checkable: bool
) -> None:
    assert is_checkable(text, kinds, 0.5, quoted=False, reported=True, cue="say", speaker=speaker) is checkable


@pytest.mark.parametrize(
    ("text", "checkable"),
    [
        ("The ruling of 3 May is an affront to the 300 men of the yard", False),
        ("The ruling of 3 May was read to the 300 men of the yard", True),
        ("I congratulate the mayor on the vote of 3 May", False),
        ("There’s no one better than the 300 men of the yard", False),
        ("There’s no one tougher than the 300 men of the yard", False),
        ("There was no one on board but the 300 men of the yard", True),
    ],
)
def test_praise_and_blame_in_a_quotation_is_not_checkable_whatever_figures_it_has(
    text: str, *, checkable: bool
) -> None:
    assert is_checkable(text, ("number", "date"), 0.6, quoted=True, reported=False) is checkable
