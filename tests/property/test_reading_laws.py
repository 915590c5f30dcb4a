"""Whatever is done to a file, the answer is a questionnaire or a list of problems."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from quickscan.definitions.reader import examine
from quickscan.definitions.remarks import remark
from tests.unit.definitions.corpus import files

TEXTS = [
    path.read_text("utf-8", errors="replace")
    for folder in (".", "broken")
    for path in files(folder)
]
SCRAPS = (
    *"{}[]:|>#,\"'\n\té",
    *("- ", "  ", "no", "null", "~", "id: ", "12", "question", "is", "not", "theme", "all"),
    *("roles", "&x", "*x", "!t", "<b>", "{a}", "when: ", "points: 0", "---\n", "x" * 3000),
)


def damaged(number):
    """A file of which a few characters, lines or words are changed."""
    dice = Random(number)  # noqa: S311 - no secret
    text = dice.choice(TEXTS)
    for _ in range(dice.randint(1, 4)):
        place = dice.randrange(len(text) + 1)
        lines = text.split("\n")
        line = dice.randrange(len(lines))
        text = dice.choice(
            [
                text[:place] + dice.choice(SCRAPS) + text[place:],
                text[:place] + text[place + dice.randint(1, 9) :],
                "\n".join(lines[:line] + lines[line + 1 :]),
                "\n".join([*lines[:line], dice.choice(lines), *lines[line:]]),
            ]
        )
    return text


@given(st.integers(0, 2**32).map(damaged) | st.text())
def test_any_text_is_a_questionnaire_or_says_what_is_wrong(text):
    examined = examine("x.yaml", text)
    lines = text.count("\n") + 1

    assert (examined.questionnaire is None) == bool(examined.errors)
    for problem in examined.problems:
        assert 1 <= problem.line <= lines + 1
        assert problem.column >= 1
        assert problem.message("nl") != problem.message("en")
    if examined.questionnaire is not None:
        remark(examined.questionnaire, examined.reading)
