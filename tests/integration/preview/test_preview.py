"""The preview of an author: read over, tried out, on paper, and fresh after every change."""

import os
import threading

import pytest

from quickscan.definitions.files import scenarios_of
from quickscan.web.preview import create_preview, preview_server
from tests.unit.definitions.corpus import FOLDER
from tests.unit.definitions.writing import GOOD, written

NAME = "klein.yaml"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / NAME
    path.write_text(GOOD, "utf-8")
    return path


@pytest.fixture
def browse(file):
    """Asks for a page; returns its status and text."""
    client = create_preview([file.parent]).test_client()

    def ask(address, **form):
        answer = client.post(address, data=form) if form else client.get(address)
        return answer.status_code, answer.text

    return ask


def test_one_file_is_shown_at_once_and_more_are_listed(file):
    client = create_preview([file]).test_client()
    assert client.get("/").headers["Location"] == f"/lees/{NAME}"

    (file.parent / "tweede.yaml").write_text(GOOD, "utf-8")
    listed = create_preview([file.parent]).test_client().get("/").text
    assert f'href="/lees/{NAME}"' in listed
    assert 'href="/lees/tweede.yaml"' in listed


def test_a_good_file_shows_what_is_covered_and_how_long_it_takes(browse):
    status, page = browse(f"/lees/{NAME}")

    assert status == 200
    assert "Het bestand is in orde." in page
    assert "Hoe lang het duurt" in page


def test_a_guide_is_read_over_with_its_meetings_and_worksheets(file, browse):
    file.write_text((FOLDER / "guide.yaml").read_text("utf-8"), "utf-8")
    _, page = browse(f"/lees/{NAME}")
    _, english = browse(f"/lees/{NAME}?_taal=en")

    assert "Gids: Twee keer praten" in page
    assert "1. Kijken" in page
    assert "<p>Hoe gaat het met het team?</p>" in page
    assert "Kant · Wat weten we?" in page
    assert "<li>Wat kies je?</li>" in page
    assert "Guide: Talk twice" in english


def test_faults_stand_with_their_line(file, browse):
    file.write_text(written(("effort: small", "effort: smal")), "utf-8")
    _, page = browse(f"/lees/{NAME}")

    assert "Er staat 1 fout in het bestand." in page
    line = 1 + GOOD[: GOOD.index("effort: small")].count("\n")
    assert f"<strong>Regel {line}</strong>" in page
    assert "<code>effort: smal</code>" in page


def test_a_file_that_is_no_text_says_so(file, browse):
    file.write_bytes(b"id: \xff\xfe")

    assert "Er staat 1 fout in het bestand." in browse(f"/lees/{NAME}")[1]


def test_scenarios_are_run_and_advice_without_one_is_named(file, browse):
    beside = scenarios_of(file)
    beside.write_text("- {name: Een, role: maker, answers: {a: ja}}\n", "utf-8")
    _, page = browse(f"/lees/{NAME}")

    assert "1 scenario klopt." in page
    assert "<code>begin</code>" in page
    beside.write_text("- {name: Een, answers: {a: misschien}}\n", "utf-8")
    assert "misschien" in browse(f"/lees/{NAME}")[1]


def test_filling_in_shows_score_band_and_advice_with_its_reason(browse):
    status, page = browse(f"/proef/{NAME}", a="nee")

    assert status == 200
    assert "0,0" in page
    assert "Laag" in page
    assert "Want: a is ‘Nee’." in page
    assert 'value="nee" checked' in page
    assert "Nog geen advies." in browse(f"/proef/{NAME}", a="ja")[1]


def test_trying_out_a_broken_file_goes_to_its_faults(file, browse):
    file.write_text("id: [", "utf-8")

    assert browse(f"/proef/{NAME}")[0] == browse(f"/papier/{NAME}")[0] == 302


def test_everything_stands_on_one_page_for_a_works_council(browse):
    _, page = browse(f"/papier/{NAME}")

    assert "Wat we bewaren" in page
    for words in ("Dit is een.", "Nee · Ja", "Hoeveel?", "Ik maak"):
        assert words in page


@pytest.mark.parametrize("name", ["roles", "position", "multiple", "text-and-number", "cells"])
def test_every_feature_can_be_looked_at(name):
    client = create_preview([FOLDER / f"{name}.yaml"]).test_client()

    for way in ("lees", "proef", "papier"):
        assert client.get(f"/{way}/{name}.yaml").status_code == 200


def test_a_role_and_a_language_can_be_chosen():
    path = FOLDER / "neat.yaml"
    client = create_preview([path]).test_client()

    assert ">Knowing<" in client.get("/proef/neat.yaml?_taal=en").text


def test_a_file_that_is_gone_has_a_page(file, browse):
    file.unlink()
    status, page = browse(f"/lees/{NAME}")

    assert status == 404
    assert "Dit bestand is er niet" in page


def test_no_other_file_can_be_read(browse, tmp_path):
    (tmp_path.parent / "geheim.yaml").write_text(GOOD, "utf-8")

    assert browse("/lees/../geheim.yaml")[0] == 404
    assert browse("/lees/%2e%2e/geheim.yaml")[0] == 404


def test_a_saved_file_is_told_at_once(file):
    client = create_preview([file]).test_client()
    seen = client.get(f"/veranderd/{NAME}").text

    def save():
        file.write_text(written(("title: Klein", "title: Anders")), "utf-8")
        os.utime(file, (1, 1))

    timer = threading.Timer(0.1, save)
    timer.start()
    told = client.get(f"/veranderd/{NAME}?gezien={seen}").text
    timer.join()

    assert told != seen


def test_the_server_listens_on_this_machine_only_and_says_when_the_port_is_taken(file):
    server = preview_server([file], 0)
    try:
        assert server.server_address[0] == "127.0.0.1"
        with pytest.raises(OSError, match="in use"):
            preview_server([file], server.port)
    finally:
        server.server_close()
