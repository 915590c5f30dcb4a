"""The commands for authors: what they print, where, and what the shell gets."""

import json
import socket
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from quickscan.cli import main
from quickscan.definitions.messages.workbook import REFUSALS
from tests.integration.definitions.shelf import publish_one, shelve
from tests.unit.definitions.corpus import BROKEN, FOLDER, expected, files
from tests.unit.definitions.writing import written


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder of questionnaires, the only one there is, and no database yet."""
    own = tmp_path / "vragenlijsten"
    own.mkdir()
    monkeypatch.setenv("QUICKSCAN_VAR", str(tmp_path / "var"))
    monkeypatch.setenv("QUICKSCAN_QUESTIONNAIRES", str(own))
    monkeypatch.delenv("QUICKSCAN_LANGUAGE", raising=False)
    return own


@pytest.fixture
def run(capsys):
    """Runs a command; returns its exit code, stdout and stderr."""

    def command(*arguments):
        code = main([str(each) for each in arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


# --- check ------------------------------------------------------------------------------


def test_check_looks_at_every_folder_and_counts(folder, run):
    shelve(folder, "a")
    shelve(folder, "b")
    code, out, err = run("check")

    assert code == 0
    assert out == "2 vragenlijsten, 0 scenario's, 0 fouten, 2 waarschuwingen\n"
    assert err.count("let op: ") == 2


def test_check_says_what_is_wrong_on_stderr_with_its_place(folder, run):
    path = shelve(folder, text=written(("title: Klein", "title: no")))
    code, out, err = run("check")

    assert code == 1
    assert out.startswith("1 vragenlijst, 0 scenario's, 1 fout")
    assert err.startswith(f"{path}:4:8: YAML leest no als waar of onwaar")


def test_check_speaks_english_when_asked(folder, run, monkeypatch):
    path = shelve(folder, text=written(("title: Klein", "title: no")))
    asked = run("check", "--language", "en")
    monkeypatch.setenv("QUICKSCAN_LANGUAGE", "en")

    assert run("check") == asked
    assert f"{path}:4:8: YAML reads no as true or false" in asked[2]


def test_check_takes_files_and_folders(folder, run):
    path = shelve(folder, "a")
    shelve(folder, "b")

    assert run("check", path)[1].startswith("1 vragenlijst,")
    assert run("check", folder)[1].startswith("2 vragenlijsten,")
    assert run("check", path, folder / "b")[1].startswith("2 vragenlijsten,")


def test_check_runs_the_scenarios_beside_a_file(run):
    code, out, _ = run("check", FOLDER / "rating.yaml")

    assert (code, out.split(", ")[1]) == (0, "4 scenario's")


def test_check_of_scenarios_checks_the_questionnaire_they_belong_to(run):
    assert run("check", FOLDER / "rating.scenarios.yaml") == run(
        "check", FOLDER / "rating.yaml"
    )


def test_a_scenario_that_does_not_come_out_is_a_fault(folder, run):
    path = shelve(folder)
    beside = path.with_name("v1.scenarios.yaml")
    beside.write_text(
        "- {name: Begin, answers: {a: ja}, expect: {advice_first: [begin]}}", "utf-8"
    )
    code, _, err = run("check")

    assert code == 1
    assert f"{beside}:1:58: scenario 'Begin': bij 'advice_first' komt niets uit" in err


def test_check_refuses_a_published_file_that_changed(folder, run):
    path = publish_one(folder)
    path.write_text(written(("Klein\n", "Anders\n")), encoding="utf-8")
    code, _, err = run("check", path)

    assert code == 1
    assert f"{path}:1:1: klein/v1.yaml is gepubliceerd en daarna veranderd" in err


def test_check_of_what_is_not_there_is_wrong_use(run, tmp_path):
    code, out, err = run("check", tmp_path / "nergens.yaml")

    assert (code, out) == (2, "")
    assert err == f"'{tmp_path / 'nergens.yaml'}' bestaat niet\n"


def test_check_of_a_folder_without_questionnaires_finds_none(folder, run):
    assert run("check", folder)[:2] == (
        0,
        "0 vragenlijsten, 0 scenario's, 0 fouten, 0 waarschuwingen\n",
    )


def test_check_prints_what_is_expected_of_every_broken_file(run, monkeypatch):
    monkeypatch.chdir(BROKEN)
    for path in files("broken"):
        code, _, err = run("check", path.name)
        lines = [line for line in expected(path.name) if ": tip: " not in line]

        assert err.splitlines() == lines
        assert code == any(": let op: " not in line for line in lines)


# --- publish ----------------------------------------------------------------------------


def test_publish_takes_the_newest_version_that_is_not_published(folder, run):
    publish_one(folder)
    shelve(folder, version=2)
    path = shelve(folder, version=3)
    code, out, _ = run("publish", "klein")

    assert code == 0
    assert out.startswith(f"{path} is gepubliceerd: ")
    assert "klein/v3.yaml" in (folder / "published.sha256").read_text("utf-8")


def test_publish_takes_the_version_that_is_named(folder, run):
    shelve(folder)
    shelve(folder, version=2)
    run("publish", "klein", "--version", "1")

    assert (folder / "published.sha256").read_text("utf-8").endswith("  klein/v1.yaml\n")


def test_publishing_again_says_so(folder, run):
    publish_one(folder)

    assert "was al gepubliceerd" in run("publish", "klein")[1]


def test_a_file_with_a_fault_is_not_published(folder, run):
    shelve(folder, text=written(("effort: small", "effort: x")))
    code, out, err = run("publish", "klein")

    assert (code, out) == (1, "")
    assert "niet gepubliceerd" in err
    assert not (folder / "published.sha256").exists()


def test_a_file_in_the_wrong_place_is_not_published(folder, run):
    shelve(folder).rename(folder / "klein" / "v2.yaml")

    assert run("publish", "klein")[0] == 1


@pytest.mark.parametrize("arguments", [["groot"], ["klein", "--version", "7"]])
def test_publishing_what_is_not_there_is_wrong_use(folder, run, arguments):
    shelve(folder)
    code, _, err = run("publish", *arguments)

    assert code == 2
    assert len(err.splitlines()) == 1


# --- schema -----------------------------------------------------------------------------


def test_schema_prints_json(run):
    code, out, _ = run("schema")

    assert code == 0
    assert json.loads(out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


# --- assess -----------------------------------------------------------------------------


@pytest.fixture
def assess(run, tmp_path):
    """Runs `assess` on answers; returns the outcome and what was said on stderr."""

    def command(questionnaire, answers, *more, expected=0):
        path = tmp_path / "antwoorden.yaml"
        path.write_text(answers, encoding="utf-8")
        code, out, err = run("assess", questionnaire, path, *more)
        assert code == expected
        return (json.loads(out) if out else None), err

    return command


def test_assess_prints_everything_that_follows_from_answers(assess):
    outcome, err = assess(FOLDER / "multiple.yaml", "{kanalen: [krant, website]}")

    assert err == ""
    assert outcome == {
        "questionnaire": "meer-dan-een",
        "version": 1,
        "role": None,
        "themes": {
            "fase": {
                "weten": {
                    "score": 50.0,
                    "answered": 1,
                    "asked": 1,
                    "unknown": 0,
                    "not_applicable": 0,
                    "skipped": 0,
                    "band": "hoog",
                    "why": None,
                }
            }
        },
        "cells": {},
        "overall": None,
        "advice": [
            {"id": "buren-vragen", "themes": {"fase": "weten"}, "because": ["kanalen"]}
        ],
    }


def test_scores_have_nine_decimals(assess):
    outcome, _ = assess(FOLDER / "choice.yaml", "overleg: soms")

    assert outcome["themes"]["fase"]["weten"]["score"] == 33.333333333


def test_cells_stand_under_dimensions_that_share_a_question(assess):
    outcome, _ = assess(FOLDER / "cells.yaml", "{a: ja, b: nee, c: weet-niet, d: ja}")
    cells = outcome["cells"]

    assert list(cells) == ["fase×factor"]
    assert list(cells["fase×factor"]) == ["weten×mensen", "doen×geld"]
    assert cells["fase×factor"]["weten×mensen"]["score"] == 50
    assert cells["fase×factor"]["weten×mensen"]["band"] == "hoog"
    assert cells["fase×factor"]["doen×geld"]["why"] == "too_few"


def test_a_missing_score_has_a_reason(assess):
    outcome, err = assess(FOLDER / "position.yaml", "{nu: weten, c: ja}")
    themes = outcome["themes"]["fase"]

    assert {theme: own["why"] for theme, own in themes.items()} == {
        "weten": "too_few",
        "willen": "too_few",
        "doen": "not_yet",
    }
    assert err == "let op: het antwoord op 'c' telt niet mee: nog niet aan de orde\n"


def test_answers_that_the_role_is_not_asked_are_ignored_with_a_warning(assess):
    outcome, err = assess(FOLDER / "roles.yaml", "{a: nee, b: ja}", "--role", "doener")

    assert outcome["role"] == "doener"
    assert outcome["themes"]["fase"]["weten"]["score"] == 0
    assert err == "let op: het antwoord op 'b' telt niet mee: niet gevraagd\n"


def test_answers_may_be_json(assess):
    text = '{\n\t"naam": "Tafel \\ud83d\\ude42",\n\t"plekken": 3,\n\t"a": "ja"\n}'
    outcome, err = assess(FOLDER / "text-and-number.yaml", text)

    assert err == ""
    assert outcome["themes"]["fase"]["weten"]["score"] == 100


def test_no_answers_at_all_is_an_outcome_too(assess):
    outcome, _ = assess(FOLDER / "rating.yaml", "{}")

    assert outcome["themes"]["fase"]["weten"]["skipped"] == 3


def test_assess_takes_an_id_published_or_not(folder, assess):
    shelve(folder)
    shelve(folder, version=2)
    outcome, _ = assess("klein", "a: ja")

    assert (outcome["questionnaire"], outcome["version"]) == ("klein", 2)


def test_an_id_may_be_the_name_of_a_folder_here(folder, assess, monkeypatch):
    shelve(folder)
    monkeypatch.chdir(folder)

    assert assess("klein", "a: ja")[0]["questionnaire"] == "klein"


@pytest.mark.parametrize(
    ("answers", "place", "words"),
    [
        ("zz: ja", "1:1", "there is no question 'zz'"),
        ("a: jaa", "1:4", "has no option 'jaa'; did you mean 'ja'?"),
        ("a: ja\na: nee", "2:1", "is here already"),
        ("- ja", "1:1", "answers belong here"),
        ("a: [", "1:5", "goes wrong here"),
        ("", "1:1", "there are no answers in this file; write 'question: answer', one on"),
        ("# nog niets\n", "1:1", "as in docs/commands.md; or {} when nothing has been"),
    ],
)
def test_answers_that_do_not_fit_are_wrong_content(assess, answers, place, words):
    outcome, err = assess(FOLDER / "rating.yaml", answers, "--language", "en", expected=1)

    assert outcome is None
    assert f"antwoorden.yaml:{place}: " in err
    assert words in err


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ("2026", "een getal"),
        ("-1.5", "een getal"),
        ("yes", "ja of nee"),
        ("true", "ja of nee"),
        ("2026-11-24", "een datum"),
    ],
)
@pytest.mark.parametrize("written", ["naam: {}", '{{"naam": {}}}'])
def test_an_answer_in_words_that_counts_as_something_else_is_told_so(
    assess, answer, kind, written
):
    file = FOLDER / "text-and-number.yaml"
    _, err = assess(file, written.format(answer), expected=1)
    quoted = f'"{answer}"'

    said, remedy = err.partition(": op ")[2].split("; ")
    assert said == f"'naam' hoort een antwoord in woorden, en {answer} telt als {kind}"
    assert remedy == f"zet het antwoord tussen aanhalingstekens: {quoted}\n"
    assert assess(file, written.format(quoted))[1] == ""


def test_all_that_is_wrong_with_answers_is_said(assess):
    _, err = assess(FOLDER / "rating.yaml", "{a: x, b: x, zz: ja}", expected=1)

    assert len(err.splitlines()) == 3


def test_a_role_that_is_not_there_is_wrong_use(assess):
    _, err = assess(FOLDER / "roles.yaml", "{}", "--role", "baas", expected=2)

    assert err == "de rol 'baas' bestaat niet; kies uit: maker, doener\n"


def test_a_questionnaire_with_a_fault_is_wrong_content(assess):
    _, err = assess(BROKEN / "weight-zero.yaml", "{}", expected=1)

    assert "weight-zero.yaml:39:" in err


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("named", ["groot", "nergens.yaml", FOLDER])
def test_a_questionnaire_that_is_not_there_is_wrong_use(assess, named):
    _, err = assess(named, "{}", expected=2)

    assert len(err.splitlines()) == 1


def test_answers_that_are_not_there_are_wrong_use(run, tmp_path):
    code, _, err = run("assess", FOLDER / "rating.yaml", tmp_path / "nergens.yaml")

    assert (code, len(err.splitlines())) == (2, 1)


# --- withdraw and diff ------------------------------------------------------------------


def test_withdraw_says_on_which_version_scans_begin_now(folder, run):
    publish_one(folder)
    publish_one(folder, version=2)
    code, out, _ = run("withdraw", "klein")

    assert code == 0
    assert "v2.yaml is ingetrokken" in out
    assert out.splitlines()[1] == "nieuwe scans beginnen op versie 1"
    assert run("withdraw", "klein")[1].splitlines()[1] == (
        "deze vragenlijst wordt niet meer aangeboden"
    )
    assert run("withdraw", "klein")[0] == 2


def test_publish_offers_a_withdrawn_version_again(folder, run):
    publish_one(folder)
    run("withdraw", "klein")

    assert "wordt weer aangeboden" in run("publish", "klein", "--version", "1")[1]


@pytest.mark.parametrize(
    "names", [("klein",), ("klein/v1", "klein/v2"), ("klein/v1", "klein")]
)
def test_diff_tells_what_changed_between_two_versions(folder, run, names):
    publish_one(folder)
    shelve(folder, version=2, text=written(("Dit is een.", "Dit is een andere.")))
    code, out, _ = run("diff", *names)

    assert code == 0
    assert out.startswith("Klein: van versie 1 naar versie 2\n")
    assert "- was: Dit is een." in out
    assert "+ wordt: Dit is een andere." in out
    assert out.endswith("Scans\n  Niet geteld: er is hier nog geen database.\n")


def test_diff_takes_paths_and_speaks_english(folder, run, tmp_path):
    path = shelve(folder)
    other = tmp_path / "anders.yaml"
    other.write_text(written(("version: 1", "version: 7")), "utf-8")
    code, out, _ = run("diff", path, other, "--language", "en")

    assert code == 0
    assert out.startswith("Klein: from version 1 to version 7\n\nNothing has changed.\n")


def test_diff_counts_the_scans_that_stay_on_the_older_version(
    folder, run, tmp_path, monkeypatch
):
    publish_one(folder)
    shelve(folder, version=2)
    monkeypatch.setenv("QUICKSCAN_VAR", str(tmp_path / "var"))
    assert run("migrate")[0] == 0
    out = run("diff", "klein")[1]

    assert "0 niet afgerond: die gaan verder op versie 1. 0 afgerond" in out


@pytest.mark.parametrize(
    "names", [("klein",), ("niets",), ("klein/v9", "klein"), ("x.yaml", "klein")]
)
def test_diff_of_what_is_not_there_is_wrong_use(folder, run, names):
    publish_one(folder)
    code, _, err = run("diff", *names)

    assert code == 2
    assert err


def test_translations_names_what_lacks_and_what_may_be_stale(folder, run):
    text = (FOLDER / "neat.yaml").read_text("utf-8")
    first, second = (folder / "netjes" / f"v{number}.yaml" for number in (1, 2))
    first.parent.mkdir()
    first.write_text(text, "utf-8")
    changed = text.replace("version: 1", "version: 2").replace("nl: Dit is twee.", "nl: Twee.")
    second.write_text(
        changed.replace("title: {nl: Begin, en: Begin}", "title: Begin"), "utf-8"
    )
    code, out, _ = run("translations", "netjes")

    assert code == 0
    assert out.splitlines()[0].startswith("en: ")
    assert "  ontbreekt: advice/begin/title" in out
    assert "  kijk na: questions/b/text is veranderd, de vertaling niet" in out
    assert run("translations", FOLDER / "rating.yaml")[1] == "Er is maar één taal.\n"


# --- export and import ------------------------------------------------------------------


def test_a_workbook_becomes_the_same_questionnaire_again(folder, run, tmp_path):
    path = FOLDER / "roles.yaml"
    code, out, _ = run("export", "xlsx", path, "-o", tmp_path / "r.xlsx")
    assert (code, out) == (0, f"Geschreven: {tmp_path / 'r.xlsx'}\n")

    code, out, _ = run("import", "xlsx", tmp_path / "r.xlsx", "-o", folder)

    assert code == 0
    made = Path(out.removeprefix("Geschreven: ").strip())
    assert made.parent.parent == folder
    assert "Er is niets veranderd." in run("diff", path, made)[1]
    assert run("check", made)[1] == run("check", path)[1]


def test_import_prints_the_questionnaire_when_no_place_is_named(run, tmp_path):
    run("export", "xlsx", FOLDER / "rating.yaml", "-o", tmp_path / "r.xlsx")
    code, out, _ = run("import", "xlsx", tmp_path / "r.xlsx")

    assert code == 0
    assert out.startswith("id: ")


def test_export_names_the_file_after_questionnaire_and_version(folder, run, monkeypatch):
    shelve(folder)
    monkeypatch.chdir(folder)

    assert run("export", "xlsx", "klein")[0] == 0
    assert (folder / "klein-v1.xlsx").is_file()


def test_import_names_the_cell_and_marks_a_copy(run, tmp_path):
    file = tmp_path / "r.xlsx"
    run("export", "xlsx", FOLDER / "rating.yaml", "-o", file)
    book = openpyxl.load_workbook(file)
    book["bands"]["B2"] = "veel"
    book.save(file)
    code, out, err = run("import", "xlsx", file)

    assert (code, out) == (1, "")
    assert err.splitlines()[0].startswith("bands!B2: hier hoort een score, niet veel; ")
    assert openpyxl.load_workbook(tmp_path / "r-met-fouten.xlsx")["bands"]["B2"].comment


def test_import_leaves_a_published_version_alone(folder, run, tmp_path):
    publish_one(folder)
    run("export", "xlsx", "klein", "-o", tmp_path / "k.xlsx")
    code, _, err = run("import", "xlsx", tmp_path / "k.xlsx", "-o", folder)

    assert code == 2
    assert "geef de werkmap een nieuwe version" in err


def test_import_of_what_is_no_workbook_is_one_clear_sentence(folder, run):
    path = shelve(folder)
    code, _, err = run("import", "xlsx", path, "--language", "en")

    assert code == 1
    assert err == f"{path}: {REFUSALS['other'].en}\n"


# --- all commands -----------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [[], ["onbekend"], ["check", "--language", "fy"]])
def test_a_command_that_is_not_understood_is_wrong_use(run, arguments):
    code, out, err = run(*arguments)

    assert (code, out) == (2, "")
    assert "quickscan" in err


def test_help_says_what_a_command_does(run):
    code, out, _ = run("check", "--help")

    assert code == 0
    assert "kijk vragenlijsten en hun scenario's na" in out


def test_the_command_runs_as_a_module():
    done = subprocess.run(
        [sys.executable, "-m", "quickscan", "check", FOLDER / "rating.yaml"],
        capture_output=True,
        check=False,
        text=True,
    )

    assert (done.returncode, done.stdout.split(",")[0]) == (0, "1 vragenlijst")


def test_a_reader_that_stops_reading_is_no_fault():
    command = f"{sys.executable} -m quickscan schema | head -n 1"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, check=False)

    assert (done.stdout, done.stderr) == (b"{\n", b"")


@pytest.mark.parametrize("command", ["schema > /dev/full", "check FILE > /dev/full"])
def test_a_disk_without_room_for_the_output_is_one_sentence(command):
    command = command.replace("FILE", str(FOLDER / "neat.yaml"))
    started = f"unset PYTHONUNBUFFERED; {sys.executable} -m quickscan {command}"
    done = subprocess.run(["/bin/sh", "-c", started], capture_output=True, check=False)

    assert (done.returncode, len(done.stderr.splitlines())) == (3, 1)
    assert done.stderr.startswith(b"de schijf is vol; maak ruimte")


def test_a_disk_without_room_for_a_file_is_one_sentence(run):
    code, out, err = run("export", "xlsx", FOLDER / "rating.yaml", "-o", "/dev/full")

    assert (code, out) == (3, "")
    assert err == "de schijf is vol; maak ruimte en probeer het opnieuw\n"


def test_a_preview_on_a_taken_port_names_it(run):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code, out, err = run("preview", FOLDER / "rating.yaml", "--port", port)

    assert (code, out, len(err.splitlines())) == (3, "", 1)
    assert err.startswith(f"poort {port} kan niet (Address already in use); kies een andere")


def test_a_port_that_is_no_port_is_wrong_use(run):
    code, out, err = run("preview", FOLDER / "rating.yaml", "--port", "65536")

    assert (code, out) == (2, "")
    assert err == "poort 65536 kan niet; kies een getal van 0 tot en met 65535\n"


def test_publishing_keeps_remarks_in_the_list_and_refuses_a_line_it_cannot_read(folder, run):
    shelve(folder)
    listed = folder / "published.sha256"
    listed.write_text("# van ons\n", "utf-8")
    run("publish", "klein")
    assert listed.read_text("utf-8").startswith("# van ons\n")

    shelve(folder, version=2)
    broken = listed.read_text("utf-8") + "geen hash  klein/v9.yaml\n"
    listed.write_text(broken, "utf-8")
    code, _, err = run("publish", "klein")

    assert code == 1
    assert "published.sha256:3" in err
    assert listed.read_text("utf-8") == broken
