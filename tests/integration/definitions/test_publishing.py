import hashlib
import subprocess

from quickscan.definitions.publishing import (
    LIST,
    WITHDRAWN,
    publish,
    published_beside,
    published_in,
    withdraw,
)
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

    own = path.relative_to(path.parent)
    assert published_beside(own).is_published(own)


def test_withdrawing_names_the_version_and_keeps_its_hash(tmp_path):
    path = publish_one(tmp_path)
    before = (tmp_path / LIST).read_text("utf-8")

    withdraw(path)
    withdraw(path)

    assert (tmp_path / WITHDRAWN).read_text("utf-8") == "klein/v1.yaml\n"
    assert (tmp_path / LIST).read_text("utf-8") == before
    assert published_beside(path).is_withdrawn(path)


def test_publishing_again_offers_what_was_withdrawn(tmp_path):
    path, other = publish_one(tmp_path), publish_one(tmp_path, version=2)
    withdraw(path)
    withdraw(other)

    publish(path)

    assert published_in(tmp_path).withdrawn == ("klein/v2.yaml",)
    publish(other)
    assert not (tmp_path / WITHDRAWN).exists()


def test_only_a_published_version_can_be_named_as_withdrawn(tmp_path):
    publish_one(tmp_path)
    (tmp_path / WITHDRAWN).write_text("# a remark\nklein/v1.yaml\nklein/v9.yaml\n", "utf-8")

    (problem,) = published_in(tmp_path).problems

    assert problem.place == f"{tmp_path / WITHDRAWN}:3:1"
    assert "'klein/v9.yaml' is no published version" in problem.message("en")
