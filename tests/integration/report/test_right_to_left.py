"""A report in Arabic, in which our own words are Dutch."""

from outloud import check
from pdfua.validator import validate
from pikepdf import Name


def ends_of(report, last: str) -> tuple[float, float]:
    """Where the last letter of a Dutch sentence stands, and where its full stop does."""
    for page in report.mu.pages():
        for block in page.get_text("rawdict")["blocks"]:
            for line in block.get("lines", ()):
                letters = [letter for span in line["spans"] for letter in span["chars"]]
                words = "".join(letter["c"] for letter in letters)
                if last in words:
                    at = words.index(last) + len(last)
                    return letters[at - 2]["origin"][0], letters[at - 1]["origin"][0]
    raise AssertionError(last)


def test_a_dutch_sentence_ends_at_its_right(from_the_right):
    for last in ("uit dit rapport.", "dat betekent.", "op de volgende bladzijde."):
        letter, stop = ends_of(from_the_right, last)
        assert letter < stop


def test_dutch_words_say_their_language_in_the_structure(from_the_right):
    spans = [own for own in from_the_right.elements("Span") if Name.Lang in own.source]

    assert str(from_the_right.root.Lang) == "ar"
    assert {str(own.source.Lang) for own in spans} == {"nl", "ar"}
    assert len(spans) > 50


def test_a_line_of_the_contents_is_one_link(from_the_right):
    assert len(from_the_right.links) == len(from_the_right.elements("Link"))


def test_checkers_find_no_error(from_the_right, tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(from_the_right.bytes)

    assert not [own.message for own in check(str(path)).findings if own.severity == "error"]
    assert not validate(str(path)).findings


def test_a_report_in_a_language_of_ours_has_one_language(full):
    assert not [own for own in full.tree.walk() if Name.Lang in own.source]


def test_below_a_page_its_number_stands_behind_the_name(from_the_right):
    page, count = from_the_right.mu[1], len(from_the_right.pages)
    name = page.search_for("Quickscan")[-1]
    number = page.search_for(f"2 van {count}")[-1]

    assert name.x1 < number.x0
    assert abs(name.y1 - number.y1) < 1


def test_a_team_report_tells_the_languages_apart_and_checkers_find_no_error(
    team_from_the_right, tmp_path
):
    path = tmp_path / "team.pdf"
    path.write_bytes(team_from_the_right.bytes)
    result = check(str(path))

    assert not [own.message for own in result.findings if own.severity == "error"]
    assert not validate(str(path)).findings
    assert "3 lager, 2 midden, 2 hoger" in team_from_the_right.text
    letter, stop = ends_of(team_from_the_right, "mensen deden mee.")
    assert letter < stop
