"""Whether the inspection sees what it looks for: each look at a page with that one fault."""

import pytest

from tests.e2e.inspecting import look, prepare

SMALL = (
    "<style>* { margin: 0 } a, button { display: block; font-size: 9px; padding: 0 }</style>"
)
BOX = "inline-size: 4em; border: 1px solid; white-space: nowrap"
FAULTS = [
    ("axe", "<main><h1>Title</h1><img src='x'></main>", "image-alt"),
    ("references", "<p id=a></p><p id=a></p>", "id a stands twice"),
    ("references", "<p aria-describedby=a></p>", "aria-describedby=a leads nowhere"),
    ("references", "<a href='#a'>x</a>", "#a leads nowhere"),
    ("groups", "<main><label><input type=radio name=a>x</label></main>", "a is not one group"),
    ("groups", "<main><input name=a></main>", "a has no label"),
    ("groups", "<p aria-describedby=a></p><p aria-describedby=a></p>", "a is told twice"),
    ("headings", "<title>x</title><h1>x</h1><h3>y</h3>", "h1 is followed by h3"),
    ("headings", "<title>x</title><h2>y</h2>", "there is not one h1"),
    ("targets", f"{SMALL}<a href='/'>x</a>", "<a href"),
    ("targets", f"{SMALL}<button class=button>wide enough</button>", "<button"),
    ("sideways", "<div style='inline-size: 3000px'>x</div>", "wide"),
    ("cut", f"<p style='{BOX}'>far too long for this</p>", "far too long"),
    (
        "letters",
        "<svg width=50 height=50><text y=20>far too long</text></svg>",
        "far too long",
    ),
    (
        "spaced",
        f"<p style='{BOX}; font: 1em monospace; inline-size: 8.2ch'>just fit</p>",
        "just fit",
    ),
    ("flat", "<button class=button style='border: 0'>x</button>", "<button"),
    ("moving", "<p style='transition: all 1s'>x</p>", "<p style"),
]


@pytest.mark.parametrize(("what", "html", "fault"), FAULTS)
def test_the_inspection_finds_what_is_wrong(window, what, html, fault):
    window.page.set_content(f"<!doctype html><html lang=nl><body>{html}")
    prepare(window)
    if what == "flat":
        window.page.emulate_media(forced_colors="active")

    assert any(fault in found for found in look(window, what))
