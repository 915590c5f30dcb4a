from tests.builders import assessed, questionnaire, rating


def test_strengths_have_three_quarters_of_their_points():
    own = questionnaire(*(rating(id) for id in "abc"))
    outcome = assessed(own, {"a": "1", "b": "2", "c": "weet-niet"})

    assert [question.id for question in outcome.strengths] == ["b"]


def test_the_best_statements_have_any_points_the_highest_first():
    own = questionnaire(*(rating(id) for id in "abcd"))
    outcome = assessed(own, {"a": "1", "b": "2", "c": "0", "d": "2"})

    assert [question.id for question in outcome.best] == ["b", "d", "a"]


def test_what_is_not_known_is_to_be_found_out():
    own = questionnaire(*(rating(id) for id in "abc"))
    outcome = assessed(own, {"a": "weet-niet", "b": "nvt"})

    assert [question.id for question in outcome.to_find_out] == ["a"]
