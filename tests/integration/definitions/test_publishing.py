import hashlib
import subprocess

from quickscan.definitions.publishing import LIST, is_published, publish, published_in
from tests.integration.definitions.shelf import publish_one, shelve
from tests.unit.definitions.writing import written


def test_publishing_writes_the_hash_as_sha256sum_does(tmp_path):
    path = shelve(tmp_path)
    own = hashlib.sha256(path.read_bytes()).hexdigest()

    assert publish(path) == own
    assert (tmp_path / LIST).read_text("utf-8") == f"{own}  klein/v1.yaml\n"


def test_sha256sum_can_check_the_list(tmp_path):
    publish_one(tmp_path)
    publish_one(tmp_path, "groot")
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", LIST],  # noqa: S607 - found on the path
        cwd=tmp_path,
        check=False,
        capture_output=True,
    )

    assert done.returncode == 0


def test_publishing_twice_changes_nothing(tmp_path):
    path = publish_one(tmp_path)
    before = (tmp_path / LIST).read_text("utf-8")
    publish(path)

    assert (tmp_path / LIST).read_text("utf-8") == before


def test_a_published_file_that_changed_says_how_to_go_back(tmp_path):
    path = publish_one(tmp_path)
    content = written(("Klein\n", "Anders\n")).encode()
    problem = published_in(tmp_path).changed(path, content)

    assert problem is not None
    assert f"git checkout -- {path}" in problem.message("nl")
    assert "nieuwe versie" in problem.message("nl")


def test_a_file_named_from_its_own_folder_is_found_in_the_list(tmp_path, monkeypatch):
    path = publish_one(tmp_path)
    monkeypatch.chdir(path.parent)

    assert is_published(path.relative_to(path.parent))
