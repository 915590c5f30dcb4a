"""Laws of an assessment, for any questionnaire with any answers."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quickscan.domain.answers import AnswerState, is_answered, reach, state
from quickscan.domain.assessment import assess
from quickscan.domain.progress import WhyNot, follow
from quickscan.domain.questionnaire import Questionnaire
from quickscan.domain.questions import ChoiceQuestion, RatingQuestion, is_scored
from tests.property.scans import ROLE, Throw


def thrown(number):
    throw = Throw(number)
    own = throw.questionnaire()
    role = ROLE if own.roles and throw.often() else None
    return own, throw.answers(own), role


scans = st.integers(0, 2**32).map(thrown)


def changed(own: Questionnaire, change):
    """The questionnaire with every question changed, those without a result left out."""
    sections = (
        replace(each, questions=tuple(filter(None, map(change, each.questions))))
        for each in own.sections
    )
    return replace(own, sections=tuple(sections))


def all_scores(assessment):
    for themes in (*assessment.themes.values(), *assessment.cells.values()):
        yield from themes.values()


def values(assessment):
    return [score.value for score in all_scores(assessment)]


@given(scans)
def test_a_score_lies_between_0_and_100_and_has_a_reason_when_it_is_missing(scan):
    for score in all_scores(assess(*scan)):
        assert (score.value is None) == (score.why is not None)
        assert score.value is None or 0 <= score.value <= 100


@given(scans)
def test_what_was_asked_is_answered_unknown_or_skipped(scan):
    assessment = assess(*scan)
    for axis, themes in assessment.themes.items():
        for theme, score in themes.items():
            own = [q for q in assessment.scored if q.theme(axis) == theme]
            assert score.asked == score.answered + score.unknown + score.skipped
            assert score.asked + score.not_applicable == len(own)


@given(scans, st.integers(2, 5))
def test_only_the_ratio_of_weights_matters(scan, factor):
    own, answers, role = scan
    heavier = changed(own, lambda question: replace(question, weight=question.weight * factor))

    assert values(assess(heavier, answers, role)) == values(assess(own, answers, role))


@given(scans)
def test_a_better_answer_never_lowers_a_score(scan):
    own, answers, role = scan
    best = dict(answers)
    for question in own.questions.values():
        options = getattr(question, "options", ())
        points = {o.id: o.points for o in options if o.points is not None}
        if answers.get(question.id) in points and is_scored(question):
            pick = min if question.reversed else max
            best[question.id] = pick(points, key=points.__getitem__)
    before, after = assess(own, answers, role), assess(own, best, role)
    for worse, better in zip(values(before), values(after), strict=True):
        assert worse is None or (better is not None and better >= worse)


@given(scans)
def test_not_knowing_counts_apart_from_skipping_and_scores_the_same(scan):
    own, answers, role = scan
    unknown = {
        id for id, q in own.questions.items() if state(q, answers) is AnswerState.UNKNOWN
    }
    skipped = {id: each for id, each in answers.items() if id not in unknown}
    known, silent = assess(own, answers, role), assess(own, skipped, role)

    assert values(known) == values(silent)
    assert not any(score.unknown for score in all_scores(silent))


@given(scans)
def test_what_does_not_apply_might_as_well_not_be_there(scan):
    own, answers, role = scan
    out = {
        id
        for id, q in own.questions.items()
        if state(q, answers) is AnswerState.NOT_APPLICABLE
    }
    rest = changed(own, lambda question: None if question.id in out else question)
    without = assess(replace(rest, advice=()), answers, role)
    for axis, themes in assess(own, answers, role).themes.items():
        for theme, score in themes.items():
            assert score.value == without.themes[axis][theme].value


def mirrored(question):
    """The question turned round twice: `reversed` is, and so are the points."""
    if not isinstance(question, RatingQuestion | ChoiceQuestion):
        return question
    options = tuple(
        o if o.points is None else replace(o, points=reach(question) - o.points)
        for o in question.options
    )
    return replace(question, reversed=not question.reversed, options=options)


@given(scans)
def test_turning_a_question_round_twice_changes_nothing(scan):
    own, answers, role = scan

    assert values(assess(changed(own, mirrored), answers, role)) == values(
        assess(own, answers, role)
    )


@given(scans)
def test_answers_to_what_is_not_asked_change_nothing(scan):
    own, answers, role = scan
    progress = follow(own, answers, role)
    asked = {id: each for id, each in answers.items() if id not in progress.not_asked}

    assert progress.answers == asked
    assert assess(own, asked, role) == assess(own, answers, role)


@given(scans)
def test_nothing_further_than_ahead_is_asked(scan):
    own, answers, role = scan
    progress = follow(own, answers, role)
    for axis in own.dimensions:
        here = progress.positions.get(axis.id)
        for question in own.questions.values():
            theme = question.theme(axis.id)
            if here is None or axis.position is None or theme is None:
                continue
            far = axis.index(theme) > axis.index(here) + axis.position.ahead
            assert far == (progress.not_asked.get(question.id) is WhyNot.NOT_YET) or (
                question.id in progress.not_asked
            )


@given(scans)
def test_the_total_lies_between_the_lowest_and_the_highest_theme(scan):
    assessment = assess(*scan)
    axis = assessment.questionnaire.scoring.overall
    if axis is not None and assessment.overall is not None:
        themes = assessment.themes[axis].values()
        scores = [score.value for score in themes if score.value is not None]
        assert min(scores) <= assessment.overall <= max(scores)


@given(scans)
def test_advice_stands_in_order_of_place_score_and_file(scan):
    assessment = assess(*scan)
    rules = list(assessment.questionnaire.advice)

    def rank(advice):
        axis, theme = advice.rule.themes[0]
        value = assessment.themes[axis][theme].value
        return (value is None, value or 0)

    unplaced = [] if assessment.progress.positions else list(assessment.advice)
    assert [rank(each) for each in unplaced] == sorted(rank(each) for each in unplaced)
    assert {each.rule.id for each in assessment.advice} <= {rule.id for rule in rules}


@given(scans)
def test_every_reason_is_an_answered_question_in_file_order(scan):
    assessment = assess(*scan)
    order = list(assessment.questionnaire.questions)
    for advice in assessment.advice:
        assert list(advice.because) == sorted(advice.because, key=order.index)
        for id in advice.because:
            question = assessment.questionnaire.questions[id]
            assert is_answered(question, assessment.answers)
