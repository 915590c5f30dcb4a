"""The laws of a team result in words and pictures: it tells no more than may be shown."""

import re
from dataclasses import replace
from datetime import date
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from quickscan.domain.anonymity import Part, TeamParts, cut
from quickscan.domain.group_results import group_result
from quickscan.presentation import charts
from quickscan.presentation.charts import Skin
from quickscan.presentation.outcome import PlaceState
from quickscan.presentation.team_outcome import Group, Showing, TeamOutcome, team_outcome
from quickscan.report import html
from quickscan.report.document import team_document
from tests.property.pictures import outside, overlapping, title
from tests.property.scans import TITLES, ThrownTeam, teams
from tests.property.test_outcome_laws import strings

LANGUAGES = st.sampled_from(["nl", "en", "fy"])
SKINS = st.sampled_from(Skin)
SOME = settings(deadline=None, max_examples=40)


def told(team: ThrownTeam, language: str = "nl") -> TeamOutcome:
    part = Part(team="a", role=team.people[0].role, people=team.people)
    blocks = cut([TeamParts(team="a", size=team.size, parts=(part,))])
    result = group_result(team.questionnaire, blocks)
    return team_outcome(
        team.questionnaire,
        [Group(result=result, population=team.size)],
        language,
        name="Team",
        finished=date(2026, 11, 14),
    )


def everything(team):
    """The themes and statements of a thrown team."""
    (side,) = told(team).sides
    themes = [*side.themes, *(own for other in side.others for own in other.themes)]
    return themes, [*(own for theme in themes for own in theme.statements), *side.own]


@given(teams, LANGUAGES)
@SOME
def test_any_team_can_be_put_into_words_and_laid_out(team, language):
    outcome = told(team, language)

    assert not [text for text in strings(outcome) if re.search(r"\{[a-z-]+\}", text)]
    assert html.page(team_document(outcome, "Quickscan"))


@given(teams, LANGUAGES)
@SOME
def test_what_people_typed_stands_nowhere(team, language):
    assert not [own for own in strings(told(team, language)) if "Stoepgesprek" in own]
    assert not [own for own in strings(told(team, language)) if "http" in own]


@given(teams)
@SOME
def test_only_where_ten_people_differ_is_a_score_exact(team):
    for theme in everything(team)[0]:
        score = theme.place.score
        if theme.showing is Showing.EXACT:
            assert int(theme.people) >= 10
        elif score is not None:
            assert score % 5 == 0
            assert (theme.interval, theme.rwg) == ("", "")
        else:
            assert theme.place.state is not PlaceState.SCORED
            assert theme.people == ""


@given(teams)
@SOME
def test_a_statement_has_numbers_only_where_five_people_differ(team):
    for own in everything(team)[1]:
        if own.showing in (Showing.EXACT, Showing.ROUGH):
            counted = [each.number for each in own.tallies if not each.apart]
            assert sum(counted) >= 5
        else:
            assert (own.tallies, own.spoken, own.rwg) == ((), "", "")
            assert not re.search(r"\d", own.brief)


@given(teams, SKINS)
@SOME
def test_drawings_read_out_their_numbers_and_stay_inside(team, skin):
    themes, statements = everything(team)
    for own in statements:
        drawn = charts.answers_drawn(own, skin=skin)
        assert bool(drawn) is bool(own.tallies)
        if drawn:
            assert title(drawn) == own.spoken
            assert (outside(drawn), overlapping(drawn)) == ([], [])
    for theme in themes:
        drawn = charts.mean_drawn(theme, skin=skin)
        assert bool(drawn) is bool(theme.interval)
        if drawn:
            assert title(drawn) == theme.spoken
            assert (outside(drawn), overlapping(drawn)) == ([], [])


@given(teams, SKINS, st.sampled_from(["nl", "en"]))
@SOME
def test_drawings_of_places_read_out_what_is_hidden_and_stay_inside(team, skin, language):
    places = [own.place for own in told(team, language).sides[0].themes]

    for drawn in (
        charts.path_profile(places, skin=skin),
        charts.path_profile(places, skin=skin, wide=False),
        charts.path_strip(places, skin=skin),
    ):
        assert (outside(drawn), overlapping(drawn)) == ([], [])
        for place in places:
            assert place.spoken in title(drawn)


@given(teams, st.integers(2, 9), SKINS, st.booleans())
@SOME
def test_groups_stand_beside_each_other_without_touching(team, count, skin, wide):
    (side,) = told(team).sides
    names = [TITLES[number % len(TITLES)] for number in range(count)]
    sides = [replace(side, name=name) for name in names]

    drawn = charts.groups_drawn(sides, skin=skin, wide=wide)

    assert (outside(drawn), overlapping(drawn)) == ([], [])
    for name, theme in product(names, side.themes):
        assert name in title(drawn)
        assert theme.place.spoken in title(drawn)
