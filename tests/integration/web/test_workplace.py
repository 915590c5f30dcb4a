"""The Workplace: signing in, and what two editors do there."""

import io
import re
import shutil
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from quickscan.definitions.catalogue import Catalogue
from quickscan.definitions.publishing import withdraw
from quickscan.definitions.workbook import from_workbook
from quickscan.presentation.dates import today
from quickscan.services.accounts import AccountRole, Accounts
from quickscan.web.wiring import SERVICES

FIRST, SECOND, PASSER_BY = "een@voorbeeld.example", "twee@voorbeeld.example", "x@y.example"
PASSWORD = "een lange zin als wachtwoord"
SOURCE = Path("questionnaires/implementatie-quickscan/v1.yaml")
ID = "implementatie-quickscan"
VERSION = f"/werkplaats/{ID}/v2"


@pytest.fixture
def app(make_app: Callable[..., Flask]) -> Flask:
    """An app that offers what is published, and two accounts of editors."""
    made = make_app(QUICKSCAN_QUESTIONNAIRES="questionnaires")
    accounts: Accounts = made.extensions[SERVICES].accounts
    for email in (FIRST, SECOND):
        accounts.add(email, PASSWORD, roles=frozenset({AccountRole.EDITOR}))
    accounts.add(PASSER_BY, PASSWORD, roles=frozenset())
    return made


def signed_in(app: Flask, email: str = FIRST) -> FlaskClient:
    client = app.test_client()
    answer = client.post(
        "/werkplaats/aanmelden", data={"email": email, "wachtwoord": PASSWORD}
    )
    assert answer.status_code == 303
    return client


def second_version(*, title: str = "Implementatie-Quickscan") -> bytes:
    text = SOURCE.read_text("utf-8").replace("version: 1\n", "version: 2\n", 1)
    return text.replace("nl: Implementatie-Quickscan", f"nl: {title}", 1).encode()


def send(
    client: FlaskClient, content: bytes, name: str = "v2.yaml", **more: str
) -> TestResponse:
    data = {"bestand": (io.BytesIO(content), name), **more}
    return client.post("/werkplaats/klaarzetten", data=data)


def publish(client: FlaskClient, **form: str) -> TestResponse:
    seen = re.search(r'name="gezien" value="([0-9a-f]{64})"', client.get(VERSION).text)
    sent = {"gezien": seen.group(1) if seen else "", "wanneer": "nu", **form}
    return client.post(f"{VERSION}/publiceren", data=sent)


# --- signing in -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    ["", "/", "/logboek", "/klaarzetten", "/vragenlijsten.zip", "/voorbeeld/", "/zomaar"],
)
def test_whoever_is_not_signed_in_is_asked_to(app: Flask, path: str) -> None:
    answer = app.test_client().get(f"/werkplaats{path}")

    assert answer.status_code == 303
    assert answer.location.startswith("/werkplaats/aanmelden?naar=")


def test_a_post_without_signing_in_does_nothing(app: Flask) -> None:
    answer = send(app.test_client(), second_version())

    assert answer.status_code == 303
    assert app.extensions[SERVICES].workplace.log()[0].what == "account_added"


def test_signing_in_leads_to_the_page_that_was_wanted(app: Flask) -> None:
    client = app.test_client()
    form = {"email": FIRST, "wachtwoord": PASSWORD}

    for wanted, to in (
        ("/werkplaats/logboek", "/werkplaats/logboek"),
        ("https://elders.example/werkplaats/", "/werkplaats/"),
        ("/werkplaats//elders.example", "/werkplaats/"),
        ("/werkplaats/\\elders.example", "/werkplaats/"),
    ):
        answer = client.post("/werkplaats/aanmelden", data={**form, "naar": wanted})
        assert answer.location == to


def test_the_cookie_is_for_the_workplace_only_and_no_script_reads_it(app: Flask) -> None:
    form = {"email": FIRST, "wachtwoord": PASSWORD}
    cookie = app.test_client().post("/werkplaats/aanmelden", data=form).headers["Set-Cookie"]

    assert "Path=/werkplaats" in cookie
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_a_wrong_password_gives_the_form_back(app: Flask) -> None:
    client = app.test_client()
    answer = client.post("/werkplaats/aanmelden", data={"email": FIRST, "wachtwoord": "nee"})

    assert answer.status_code == 422
    assert f'value="{FIRST}"' in answer.text
    assert "horen niet bij elkaar" in answer.text
    assert "Set-Cookie" not in answer.headers


def test_guessing_passwords_is_slowed_down(app: Flask) -> None:
    limits = app.extensions[SERVICES].limits
    for _ in range(100):
        limits.failed("127.0.0.1")

    answer = app.test_client().post(
        "/werkplaats/aanmelden", data={"email": FIRST, "wachtwoord": PASSWORD}
    )

    assert answer.status_code == 429
    assert "te vaak" in answer.text


def test_an_account_without_the_role_stays_out(app: Flask) -> None:
    assert signed_in(app, PASSER_BY).get("/werkplaats/").status_code == 403


def test_signing_out_and_another_password(app: Flask) -> None:
    client = signed_in(app)
    wrong = {"oud": "niet dit", "nieuw": "een nieuwe lange zin"}
    assert client.post("/werkplaats/wachtwoord", data=wrong).status_code == 422
    short = {"oud": PASSWORD, "nieuw": "kort"}
    assert "12 tot 200" in client.post("/werkplaats/wachtwoord", data=short).text
    right = {"oud": PASSWORD, "nieuw": "een nieuwe lange zin"}
    assert client.post("/werkplaats/wachtwoord", data=right).status_code == 303
    assert client.get("/werkplaats/").status_code == 200

    assert client.post("/werkplaats/afmelden").status_code == 303
    assert client.get("/werkplaats/").status_code == 303


# --- from an upload to visitors ---------------------------------------------------------


def test_two_editors_bring_a_version_to_visitors(app: Flask) -> None:
    first, second, visitor = signed_in(app), signed_in(app, SECOND), app.test_client()

    assert send(first, second_version(title="De nieuwe scan")).location == VERSION
    page = first.get(VERSION).text
    assert "Je zette deze versie zelf klaar" in page
    assert "van versie 1 naar versie 2" in page
    assert "De nieuwe scan" in page
    assert "0 niet afgerond: die gaan verder op versie 1" in page
    assert publish(first).status_code == 422
    assert "De nieuwe scan" not in visitor.get(f"/vragenlijst/{ID}/").text

    assert publish(second).location == VERSION
    assert "De nieuwe scan" in visitor.get(f"/vragenlijst/{ID}/").text
    assert "Nieuwe scans beginnen hierop" in second.get("/werkplaats/").text

    assert second.post(f"{VERSION}/intrekken").location == VERSION
    assert "De nieuwe scan" not in visitor.get(f"/vragenlijst/{ID}/").text
    assert first.post(f"{VERSION}/aanbieden").location == VERSION
    assert "De nieuwe scan" in visitor.get(f"/vragenlijst/{ID}/").text

    log = first.get("/werkplaats/logboek").text
    for words in ("zette", "publiceerde", "trok", "biedt"):
        assert f"{words} {ID} versie 2" in log
    assert FIRST in log
    assert SECOND in log


def test_a_scan_that_has_begun_goes_on_with_its_version(app: Flask) -> None:
    own = app.extensions[SERVICES]
    scan, code = own.scans.begin(
        own.catalogue.newest(ID), role="uitvoerder", language="nl", answers={}, note=""
    )
    send(signed_in(app), second_version())
    publish(signed_in(app, SECOND))

    assert own.catalogue.newest(ID).version == 2
    assert own.scans.load(scan.id, [code]).questionnaire.version == 1
    page = signed_in(app).get(VERSION).text
    assert "0 niet afgerond: die gaan verder op versie 2" in page


def test_a_day_to_come_can_be_chosen_and_taken_back(app: Flask) -> None:
    send(signed_in(app), second_version())
    second = signed_in(app, SECOND)
    later = today() + timedelta(days=40)

    assert publish(second, wanneer="dag", dag=later.isoformat()).status_code == 303
    assert "Wordt gepubliceerd op" in second.get(VERSION).text
    assert second.post(f"{VERSION}/terugnemen").status_code == 303
    assert "Concept" in second.get(VERSION).text


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"wanneer": "dag", "dag": "2020-01-01"}, "Die dag is voorbij"),
        ({"wanneer": "dag", "dag": "morgen"}, "Kies een dag"),
        ({"wanneer": "dag"}, "Kies een dag"),
        ({"gezien": "0" * 64}, "intussen veranderd"),
    ],
)
def test_what_cannot_be_published_says_why(
    app: Flask, form: dict[str, str], said: str
) -> None:
    send(signed_in(app), second_version())

    answer = publish(signed_in(app, SECOND), **form)

    assert answer.status_code == 422
    assert said in answer.text


def test_what_is_no_longer_as_it_was_shows_how_it_is_now(app: Flask) -> None:
    send(signed_in(app), second_version())
    second = signed_in(app, SECOND)
    publish(second)

    for step in ("weggooien", "terugnemen"):
        answer = second.post(f"{VERSION}/{step}")
        assert answer.status_code == 422
        assert "Dat kan niet meer" in answer.text
    assert "is versie 2 of een latere al gepubliceerd" in send(second, second_version()).text


def test_a_draft_can_be_thrown_away(app: Flask) -> None:
    client = signed_in(app)
    send(client, second_version())

    assert client.post(f"{VERSION}/weggooien").location == "/werkplaats/"
    assert client.get(VERSION).status_code == 404
    assert client.post(f"{VERSION}/weggooien").status_code == 404
    assert publish(signed_in(app, SECOND)).status_code == 404


# --- what is wrong, and what can be had -------------------------------------------------


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"", "v2.yaml", "Kies eerst een bestand"),
        (b"", "", "Kies eerst een bestand"),
        (b"id: x\n", "mijn lijst.yaml", "mijn lijst.yaml:1:1"),
        (second_version().replace(b"minutes:", b"minuten:", 1), "v2.yaml", "bedoel je"),
        (b"PK\x03\x04 kapot", "boek.xlsx", "werkmap"),
        (b"geen werkmap", "boek.xlsx", "werkmap"),
        (SOURCE.read_bytes(), "v1.yaml", "nummer 2"),
    ],
)
def test_a_wrong_file_says_what_is_wrong_and_nothing_is_kept(
    app: Flask, content: bytes, name: str, said: str
) -> None:
    client = signed_in(app)

    answer = send(client, content, name)

    assert answer.status_code == 422
    assert said in answer.text
    assert "Concept" not in client.get("/werkplaats/").text


def test_a_file_that_is_too_large_is_refused_with_words(app: Flask) -> None:
    answer = signed_in(app).post(
        "/werkplaats/klaarzetten",
        data=b"x" * 7_000_000,
        content_type="multipart/form-data; boundary=x",
    )

    assert answer.status_code == 413
    assert "te groot" in answer.text


def test_a_workbook_goes_out_comes_in_and_shows_its_faults_in_a_copy(app: Flask) -> None:
    client = signed_in(app)
    book = client.get(f"/werkplaats/{ID}/v1.xlsx")
    assert book.headers["Content-Disposition"].endswith(f"{ID}-v1.xlsx")
    assert from_workbook(book.data).is_good

    wrong = client.get(f"/werkplaats/{ID}/v1.xlsx").data
    refused = send(client, _with_another_kind(wrong), "boek.xlsx")
    assert refused.status_code == 422
    assert "questions!" in refused.text
    copy = send(client, _with_another_kind(wrong), "boek.xlsx", kopie="1")
    assert copy.headers["Content-Disposition"].endswith("boek-met-fouten.xlsx")
    with zipfile.ZipFile(io.BytesIO(copy.data)) as archive:
        assert any("comment" in name for name in archive.namelist())


def _with_another_kind(content: bytes) -> bytes:
    from openpyxl import load_workbook  # noqa: PLC0415  slow, and for one test

    book, out = load_workbook(io.BytesIO(content)), io.BytesIO()
    heads = {cell.value: cell.column for cell in book["questions"][1]}
    book["questions"].cell(4, heads["kind"]).value = "ratting"
    book.save(out)
    return out.getvalue()


def test_the_very_files_can_be_downloaded(app: Flask, tmp_path: Path) -> None:
    client = signed_in(app)
    scenarios = SOURCE.with_name("v1.scenarios.yaml").read_bytes()
    data = {
        "bestand": (io.BytesIO(second_version()), "v2.yaml"),
        "scenarios": (io.BytesIO(scenarios), "v2.scenarios.yaml"),
    }
    client.post("/werkplaats/klaarzetten", data=data)
    publish(signed_in(app, SECOND))

    assert client.get(f"{VERSION}.yaml").data == second_version()
    assert client.get(f"{VERSION}.scenarios.yaml").data == scenarios
    zipped = client.get("/werkplaats/vragenlijsten.zip").data
    with zipfile.ZipFile(io.BytesIO(zipped)) as archive:
        archive.extractall(tmp_path / "map")
    assert Catalogue.load([tmp_path / "map"]).newest(ID).version == 2
    assert client.get(f"/werkplaats/{ID}/v1.yaml").status_code == 404, "that is a file"


def test_a_draft_can_be_previewed_by_editors_in_both_languages(app: Flask) -> None:
    client = signed_in(app)
    send(client, second_version())

    proof = client.get(f"/werkplaats/voorbeeld/lees/{ID}/v2")
    assert "Het bestand is in orde" in proof.text
    assert "data-changes" not in proof.text
    assert "Not yet" in client.get(f"/werkplaats/voorbeeld/proef/{ID}/v2?_taal=en").text
    assert client.get(f"/werkplaats/voorbeeld/veranderd/{ID}/v2").status_code == 200
    assert client.get(f"/werkplaats/voorbeeld/lees/{ID}/v3").status_code == 404
    assert client.get("/werkplaats/voorbeeld/lees/iets").status_code == 404


def test_every_page_is_there_in_english_too(app: Flask) -> None:
    client = signed_in(app)
    send(client, second_version())
    client.set_cookie("taal", "en")

    for path, words in (
        ("/werkplaats/", "Prepare a version"),
        ("/werkplaats/klaarzetten", "Check and prepare"),
        ("/werkplaats/logboek", "Who did what"),
        ("/werkplaats/wachtwoord", "present password"),
        (VERSION, "What changes"),
    ):
        assert words in client.get(path).text


def test_what_editors_see_is_kept_by_no_cache_and_no_search_engine(app: Flask) -> None:
    for answer in (signed_in(app).get("/werkplaats/"), app.test_client().get("/werkplaats/x")):
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Robots-Tag"] == "noindex"


def test_a_new_questionnaire_begins_with_a_workbook_from_the_workplace(app: Flask) -> None:
    client = signed_in(app)
    book = client.get("/werkplaats/begin.xlsx")
    assert "werkplaats/begin.xlsx" in client.get("/werkplaats/klaarzetten").text

    answer = send(client, book.data, "mijn-vragenlijst.xlsx")

    assert answer.location == "/werkplaats/mijn-vragenlijst/v1"
    page = client.get(answer.location).text
    assert "Nog geen: dit is de eerste versie." in page
    assert "2 scenario’s kloppen." in page


def test_what_its_folder_withdrew_says_where_it_is_offered_again(
    make_app: Callable[..., Flask], tmp_path: Path
) -> None:
    folder = tmp_path / "vragenlijsten"
    shutil.copytree("questionnaires", folder)
    withdraw(folder / ID / "v1.yaml")
    app = make_app(QUICKSCAN_QUESTIONNAIRES=str(folder))
    accounts: Accounts = app.extensions[SERVICES].accounts
    accounts.add(FIRST, PASSWORD, roles=frozenset({AccountRole.EDITOR}))

    answer = signed_in(app).post(f"/werkplaats/{ID}/v1/aanbieden")

    assert answer.status_code == 422
    assert "quickscan publish" in answer.text
