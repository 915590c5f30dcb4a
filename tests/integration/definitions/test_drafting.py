"""`quickscan new`: a first draft that works from the start."""

import pytest

from quickscan.cli import main


def test_a_new_questionnaire_has_no_fault_and_no_warning(tmp_path, capsys):
    assert main(["new", "buurtscan", "--folder", str(tmp_path)]) == 0
    assert "quickscan preview" in capsys.readouterr().out

    assert main(["check", str(tmp_path)]) == 0
    told = capsys.readouterr()
    assert told.out.strip() == "1 vragenlijst, 2 scenario's, 0 fouten, 0 waarschuwingen"
    assert told.err == ""


def test_it_can_be_published_as_it_is(tmp_path, monkeypatch):
    monkeypatch.setenv("QUICKSCAN_QUESTIONNAIRES", str(tmp_path))

    assert main(["new", "buurtscan"]) == 0
    assert main(["publish", "buurtscan"]) == 0


@pytest.mark.parametrize("name", ["Buurt Scan", "../weg", "", "een--twee"])
def test_a_name_that_is_no_id_is_refused(tmp_path, capsys, name):
    assert main(["new", name, "--folder", str(tmp_path)]) == 2
    assert "gebruik kleine letters" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_nothing_that_is_there_is_written_over(tmp_path, capsys):
    main(["new", "buurtscan", "--folder", str(tmp_path)])
    file = tmp_path / "buurtscan" / "v1.yaml"
    file.write_text("van mij", "utf-8")

    assert main(["new", "buurtscan", "--folder", str(tmp_path)]) == 2
    assert "er is al een vragenlijst 'buurtscan'" in capsys.readouterr().err
    assert file.read_text("utf-8") == "van mij"
