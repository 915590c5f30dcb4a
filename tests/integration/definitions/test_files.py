import os

import pytest

from quickscan.definitions.check import check_file
from quickscan.definitions.files import LARGEST, version_of, versions
from tests.integration.definitions.shelf import shelve
from tests.unit.definitions.writing import GOOD


def problem_of(path):
    (problem,) = check_file(path).problems
    return problem


def test_a_folder_is_not_a_questionnaire(tmp_path):
    assert problem_of(tmp_path).code == "no_file"


def test_a_file_that_is_not_there_is_a_problem(tmp_path):
    problem = problem_of(tmp_path / "v1.yaml")

    assert problem.code == "unreadable"
    assert "dit kan niet gelezen worden: het is er niet; " in problem.message("nl")
    assert "this cannot be read: it is not there; " in problem.message("en")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_a_problem(tmp_path):
    path = shelve(tmp_path)
    path.chmod(0)

    assert problem_of(path).code == "unreadable"


def test_a_file_in_another_encoding_says_where(tmp_path):
    path = tmp_path / "v1.yaml"
    path.write_bytes("id: klein\ntitle: Eén".encode("latin-1"))
    problem = problem_of(path)

    assert (problem.code, problem.line, problem.column) == ("not_utf8", 2, 9)


def test_a_file_that_is_far_too_large_is_not_read(tmp_path):
    path = tmp_path / "v1.yaml"
    path.write_bytes(b"a" * (LARGEST + 1))

    assert problem_of(path).code == "too_large"


@pytest.mark.parametrize("start", ["\ufeff", "# met een byteteken\r\n"])
def test_the_marks_of_windows_are_no_problem(tmp_path, start):
    path = tmp_path / "v1.yaml"
    path.write_bytes((start + GOOD).replace("\n", "\r\n").encode())

    assert check_file(path).is_good


def test_versions_are_in_order_of_number(tmp_path):
    for version in (10, 9, 1):
        shelve(tmp_path, version=version)

    assert [version_of(path) for path in versions(tmp_path)] == [1, 9, 10]


@pytest.mark.parametrize(
    "name", ["v01.yaml", "v0.yaml", "1.yaml", "v1.yml", "v1.scenarios.yaml"]
)
def test_only_the_name_of_a_version_is_one(tmp_path, name):
    assert version_of(tmp_path / name) is None
