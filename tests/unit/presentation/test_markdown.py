import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickscan.presentation.markdown import to_html, to_plain


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("Eén.\n\nTwee.", "<p>Eén.</p>\n<p>Twee.</p>\n"),
        ("Dit is **vet**.", "<p>Dit is <strong>vet</strong>.</p>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("[NJi](https://nji.nl)", '<p><a href="https://nji.nl">NJi</a></p>\n'),
    ],
)
def test_paragraphs_lists_bold_and_links_become_html(markdown: str, html: str):
    assert to_html(markdown) == html


@pytest.mark.parametrize(
    "markdown",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](http://nji.nl)",
        "[x](javascript:alert(1))",
        "[x](data:text/html,hoi)",
        "![x](javascript:alert(1))",
        "<https://nji.nl>",
        "# Kop",
        "`code`",
    ],
)
def test_html_and_other_links_are_shown_and_not_obeyed(markdown: str):
    html = to_html(markdown)

    assert not any(tag in html for tag in ("<script", "<img", "<a", "<h1", "<code"))


@given(st.text(alphabet="<>ab[]()!*_`#\"'&:/htps.\n -"))
def test_only_a_few_tags_ever_come_out(markdown: str):
    rest = to_html(markdown)
    for tag in ("p", "ul", "ol", "li", "strong", "em"):
        rest = rest.replace(f"<{tag}>", "").replace(f"</{tag}>", "")

    assert "<" not in rest.replace("</a>", "").replace('<a href="https://', "")


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("Eén.\n\nTwee **vet**.", "Eén.\n\nTwee vet."),
        ("Dit:\n\n- a\n- b", "Dit:\n\n– a\n– b"),
        ("Zie [NJi](https://nji.nl).", "Zie NJi (https://nji.nl)."),
        ("1 \\* 2", "1 * 2"),
    ],
)
def test_markdown_can_be_read_as_plain_text(markdown: str, plain: str):
    assert to_plain(markdown) == plain
