"""What a command takes the name of a questionnaire for: a file, or one of the Workplace."""

import hashlib
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from quickscan.cli import main
from quickscan.presentation.dates import today
from quickscan.storage import editions
from quickscan.storage.database import Database
from quickscan.storage.editions import EditionRow
from tests.integration.definitions.shelf import publish_one, shelve
from tests.unit.definitions.corpus import FOLDER
from tests.unit.definitions.writing import GOOD, written

Run = Callable[..., tuple[int, str, str]]
NOWHERE = "postgresql://a:geheim@127.0.0.1:1/b"
SCENARIO = b"- {name: Begin, answers: {a: ja}}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of questionnaires, the only one there is, and no database yet."""
    own = tmp_path / "vragenlijsten"
    own.mkdir()
    monkeypatch.setenv("QUICKSCAN_VAR", str(tmp_path / "var"))
    monkeypatch.setenv("QUICKSCAN_QUESTIONNAIRES", str(own))
    monkeypatch.delenv("QUICKSCAN_LANGUAGE", raising=False)
    return own


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command; returns its exit code, stdout and stderr."""
    (folder.parent / "antwoorden.yaml").write_text("a: ja", "utf-8")

    def run(*arguments: object) -> tuple[int, str, str]:
        code = main([str(each) for each in arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture
def assess(run: Run, folder: Path) -> Callable[[str], tuple[int, str]]:
    """Runs `assess` on a name; returns which version it meant, and what was said on stderr."""

    def assess(name: str) -> tuple[int, str]:
        code, out, err = run("assess", name, folder.parent / "antwoorden.yaml")
        assert code == 0, err
        return json.loads(out)["version"], err

    return assess


@pytest.fixture
def url(sqlite_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of an SQLite database without rows, in use."""
    path = tmp_path / "quickscan.sqlite3"
    path.write_bytes(sqlite_template.read_bytes())
    return use(f"sqlite:///{path}", monkeypatch)


def use(url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("QUICKSCAN_DATABASE_URL", url)
    return url


def bring_in(
    url: str,
    version: int,
    *,
    day: date | None = None,
    text: str = GOOD,
    is_draft: bool = False,
) -> bytes:
    """Put a version in the Workplace; published today, or from a day on, or not at all."""
    content: bytes = written(("version: 1", f"version: {version}"), text=text).encode()
    row = EditionRow(
        questionnaire="klein",
        version=version,
        content=content,
        scenarios=SCENARIO,
        sha256=hashlib.sha256(content).hexdigest(),
        uploaded_by="een@voorbeeld.example",
    )
    database = Database(url)
    with database.changing() as transaction:
        editions.save_draft(transaction, row, today())
        if not is_draft:
            editions.plan(
                transaction, "klein", version, by="twee@x.example", day=day or today()
            )
    database.close()
    return content


# --- what the Workplace published -------------------------------------------------------


def test_an_id_may_be_of_what_the_workplace_published(
    database_url: str,
    run: Run,
    assess: Callable[[str], tuple[int, str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    use(database_url, monkeypatch)
    bring_in(database_url, 1)
    bring_in(database_url, 2, text=GOOD.replace("title: Klein", "title: Groter"))

    assert assess("klein") == (2, "")
    assert assess("klein/v1") == (1, "")
    code, out, err = run("diff", "klein")
    assert (code, err) == (0, "")
    assert out.startswith("Groter: van versie 1 naar versie 2")


@pytest.mark.parametrize(
    ("command", "output"),
    [
        ("translations klein", ""),
        ("export xlsx klein -o {}", "klein.xlsx"),
        ("paper klein -o {}", "klein.pdf"),
        ("report klein {answers} -o {}", "klein.pdf"),
    ],
)
def test_every_command_that_takes_an_id_knows_it(
    url: str, run: Run, tmp_path: Path, command: str, output: str
) -> None:
    bring_in(url, 1)
    file, answers = tmp_path / output, tmp_path / "antwoorden.yaml"
    code, _, err = run(*command.format(file, answers=answers).split())

    assert (code, err) == (0, "")
    assert file.exists()


def test_a_workbook_of_it_has_its_scenarios(url: str, run: Run, tmp_path: Path) -> None:
    bring_in(url, 1)
    run("export", "xlsx", "klein", "-o", tmp_path / "klein.xlsx")
    run("import", "xlsx", tmp_path / "klein.xlsx", "-o", tmp_path / "terug.yaml")

    assert "Begin" in (tmp_path / "terug.scenarios.yaml").read_text("utf-8")


@pytest.mark.usefixtures("folder")
def test_what_is_not_published_yet_is_not_there(url: str, run: Run) -> None:
    bring_in(url, 1, is_draft=True)
    bring_in(url, 2, day=today() + timedelta(days=1))

    assert run("translations", "klein")[::2] == (2, "er is geen vragenlijst 'klein'\n")


# --- which goes first -------------------------------------------------------------------


def test_files_and_the_workplace_count_together(
    url: str, folder: Path, run: Run, assess: Callable[[str], tuple[int, str]]
) -> None:
    publish_one(folder)
    bring_in(url, 2)
    shelve(folder, version=3)

    assert [assess(name)[0] for name in ("klein/v1", "klein/v2", "klein")] == [1, 2, 3]
    assert run("diff", "klein/v2")[1].startswith("Klein: van versie 1 naar versie 2")
    assert run("diff", "klein/v1", folder / "klein" / "v3.yaml")[0] == 0


def test_a_version_that_the_workplace_published_goes_before_a_file_that_is_not(
    url: str, folder: Path, run: Run
) -> None:
    shelve(folder, text=GOOD.replace("title: Klein", "title: Bestand"))
    bring_in(url, 1, text=GOOD.replace("title: Klein", "title: Werkplaats"))
    bring_in(url, 2, text=GOOD.replace("title: Klein", "title: Straks"))
    out = run("diff", "klein")[1]

    assert "was: Werkplaats" in out
    assert "Bestand" not in out
    file = run("diff", folder / "klein" / "v1.yaml", "klein")[1]
    assert "was: Bestand" in file, "a path is that file"


def test_the_same_text_in_both_is_one_version(
    url: str, folder: Path, assess: Callable[[str], tuple[int, str]]
) -> None:
    path = publish_one(folder)

    assert bring_in(url, 1) == path.read_bytes()
    assert assess("klein") == (1, "")


def test_two_published_texts_of_one_version_are_refused_as_when_the_site_starts(
    url: str, folder: Path, run: Run
) -> None:
    path = publish_one(folder)
    bring_in(url, 1, text=GOOD.replace("title: Klein", "title: Anders"))
    code, _, err = run("translations", "klein")

    assert code == 1
    assert err.startswith(f"{path}:1:1: in de Werkplaats is een andere tekst van klein")


# --- no database, or one in trouble -----------------------------------------------------


def test_without_a_database_files_do_and_none_is_made(
    folder: Path, run: Run, tmp_path: Path, assess: Callable[[str], tuple[int, str]]
) -> None:
    shelve(folder)

    assert assess("klein") == (1, "")
    assert run("translations", "niets")[::2] == (2, "er is geen vragenlijst 'niets'\n")
    assert not (tmp_path / "var").exists()


TROUBLE = {
    NOWHERE: "connection failed: connection to server at",
    "postgresql://zonder-naam": "the database address must look like",
    f"sqlite:////tmp/{'x' * 300}": "[Errno 36] File name too long",
    "sqlite:///{}/leeg.sqlite3": "no such table: edition",
    "sqlite:///{}/tekst.sqlite3": "file is not a database",
}


@pytest.fixture(params=TROUBLE)
def trouble(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> str:
    """A database that cannot be asked; what is said of it."""
    with closing(sqlite3.connect(tmp_path / "leeg.sqlite3")) as empty:
        empty.execute("PRAGMA user_version = 1")
    (tmp_path / "tekst.sqlite3").write_bytes(b"geen database" * 100)
    use(request.param.format(tmp_path), monkeypatch)
    return TROUBLE[request.param]


def test_a_known_file_does_with_one_warning(folder: Path, run: Run, trouble: str) -> None:
    shelve(folder)
    shelve(folder, version=2)
    code, out, err = run("diff", "klein/v1", "klein/v2")

    assert (code, len(err.splitlines())) == (0, 1)
    assert err.startswith(f"let op: de database is niet te gebruiken ({trouble}")
    assert err.endswith("): alleen bestanden tellen\n")
    assert out.endswith("de database is niet te bereiken, of nog niet bijgewerkt.\n")


@pytest.mark.parametrize(
    ("arguments", "lacks"),
    [
        (("translations", "niets"), "er is geen vragenlijst 'niets'"),
        (("translations", "klein/v9"), "vragenlijst 'klein' heeft geen versie 9"),
    ],
)
def test_what_is_not_among_the_files_may_be_in_the_database(
    folder: Path, run: Run, trouble: str, arguments: tuple[str, ...], lacks: str
) -> None:
    shelve(folder)
    code, out, err = run(*arguments)

    assert (code, out, len(err.splitlines())) == (3, "", 1)
    assert err.startswith(f"{lacks} (gekeken bij de bestanden); de database is niet te gebr")
    assert trouble in err
    assert "geheim" not in err


def test_a_path_asks_no_database(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    use(NOWHERE, monkeypatch)
    monkeypatch.setenv("QUICKSCAN_PORT", "geen poort")

    assert run("translations", FOLDER / "neat.yaml")[::2] == (0, "")
