import hashlib

import pytest

from quickscan.definitions.catalogue import (
    Catalogue,
    CatalogueError,
    UnknownQuestionnaireError,
)
from quickscan.definitions.publishing import withdraw
from tests.integration.definitions.shelf import publish_one, shelve
from tests.unit.definitions.writing import written


def offered(catalogue):
    return [(own.id, own.version) for own in catalogue.offered]


def codes(*folders):
    with pytest.raises(CatalogueError) as refusal:
        Catalogue.load(folders)
    return [problem.code for problem in refusal.value.problems]


def test_the_newest_published_version_is_offered(tmp_path):
    publish_one(tmp_path, version=9)
    publish_one(tmp_path, version=10)
    shelve(tmp_path, version=11)

    assert offered(Catalogue.load([tmp_path])) == [("klein", 10)]


def test_an_older_published_version_stays_there(tmp_path):
    publish_one(tmp_path)
    publish_one(tmp_path, version=2)
    catalogue = Catalogue.load([tmp_path])

    assert catalogue.version("klein", 1).version == 1
    assert catalogue.newest("klein").version == 2


def test_an_older_published_version_is_read_when_someone_asks_and_once(tmp_path):
    old = publish_one(tmp_path, version=1)
    publish_one(tmp_path, version=2)
    catalogue = Catalogue.load([tmp_path])
    old.unlink()  # what was seen at the start counts

    assert catalogue.version("klein", 1).version == 1
    assert catalogue.version("klein", 1) is catalogue.version("klein", 1)


def test_an_older_published_version_that_changed_is_still_refused_at_once(tmp_path):
    old = publish_one(tmp_path, version=1)
    publish_one(tmp_path, version=2)
    old.write_text(old.read_text("utf-8") + "\n", "utf-8")

    assert codes(tmp_path) == ["published_changed"]


def test_what_this_program_cannot_read_of_an_older_version_is_said(tmp_path):
    published = tmp_path / "published.sha256"
    old = shelve(tmp_path, version=1)
    old.write_text("id: [", "utf-8")
    publish_one(tmp_path, version=2)
    hash = hashlib.sha256(old.read_bytes()).hexdigest()
    published.write_text(f"{hash}  klein/v1.yaml\n" + published.read_text("utf-8"), "utf-8")

    with pytest.raises(CatalogueError):
        _ = Catalogue.load([tmp_path]).version("klein", 1)


def test_questionnaires_come_in_order_of_folder_and_of_publication(tmp_path):
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    for folder, id in [(ours, "z"), (ours, "a"), (theirs, "b"), (ours, "z")]:
        publish_one(folder, id)
    publish_one(ours, "a", 2)

    assert offered(Catalogue.load([ours, theirs])) == [("z", 1), ("a", 2), ("b", 1)]


def test_new_scans_begin_on_the_version_before_one_that_is_withdrawn(tmp_path):
    publish_one(tmp_path)
    withdraw(publish_one(tmp_path, version=2))
    catalogue = Catalogue.load([tmp_path])

    assert offered(catalogue) == [("klein", 1)]
    assert catalogue.version("klein", 2).version == 2


def test_a_questionnaire_that_is_withdrawn_as_a_whole_is_not_offered(tmp_path):
    withdraw(publish_one(tmp_path))
    catalogue = Catalogue.load([tmp_path])

    assert offered(catalogue) == []
    with pytest.raises(UnknownQuestionnaireError):
        catalogue.newest("klein")


def test_the_versions_between_two_are_known(tmp_path):
    for version in (1, 2, 3, 4):
        publish_one(tmp_path, version=version)
    catalogue = Catalogue.load([tmp_path])
    first, last = catalogue.version("klein", 1), catalogue.version("klein", 4)

    assert [own.version for own in catalogue.between(first, last)] == [2, 3]
    assert catalogue.between(last, last) == ()


@pytest.mark.parametrize(("id", "version"), [("klein", 2), ("groot", 1)])
def test_what_is_not_there_says_so(tmp_path, id, version):
    publish_one(tmp_path)
    catalogue = Catalogue.load([tmp_path])

    with pytest.raises(UnknownQuestionnaireError, match=id):
        catalogue.version(id, version)


def test_an_unpublished_version_is_as_if_it_were_not_there(tmp_path):
    shelve(tmp_path)
    catalogue = Catalogue.load([tmp_path])

    assert catalogue.offered == ()
    with pytest.raises(UnknownQuestionnaireError):
        catalogue.newest("klein")


def test_all_that_is_wrong_with_all_files_is_said(tmp_path):
    shelve(tmp_path, "a", text=written(("title: Klein", "title: no"), ("from: 0", "from: 1")))
    shelve(tmp_path, "b", text=written(("effort: small", "effort: x")))

    assert codes(tmp_path) == ["truth_as_text", "bands_start", "unknown_word"]


def test_a_published_file_that_changed_is_refused(tmp_path):
    path = publish_one(tmp_path)
    path.write_text(written(("Klein\n", "Anders\n")), encoding="utf-8")

    assert codes(tmp_path) == ["published_changed"]


def test_a_published_file_that_is_gone_is_refused(tmp_path):
    publish_one(tmp_path).unlink()

    assert codes(tmp_path) == ["published_gone"]


def test_a_list_of_hashes_that_cannot_be_read_is_refused(tmp_path):
    publish_one(tmp_path)
    (tmp_path / "published.sha256").write_text("abc klein/v1.yaml\n", encoding="utf-8")

    assert codes(tmp_path) == ["published_line"]


def test_a_file_says_the_id_and_version_of_its_place(tmp_path):
    path = shelve(tmp_path)
    path.rename(path.with_name("v2.yaml"))

    assert codes(tmp_path) == ["file_place"]


def test_one_version_stands_in_one_folder(tmp_path):
    shelve(tmp_path / "a")
    shelve(tmp_path / "b")

    assert codes(tmp_path / "a", tmp_path / "b") == ["file_twice"]


def test_a_folder_that_is_not_there_is_a_problem_not_a_crash(tmp_path):
    assert codes(tmp_path / "nergens") == ["unreadable"]


def test_other_files_in_a_folder_are_left_alone(tmp_path):
    publish_one(tmp_path)
    (tmp_path / "README.md").write_text("Lees dit.", encoding="utf-8")
    (tmp_path / "klein" / "aantekeningen.yaml").write_text("[", encoding="utf-8")

    assert offered(Catalogue.load([tmp_path])) == [("klein", 1)]


def test_a_version_has_its_worked_examples(tmp_path):
    path = publish_one(tmp_path)
    beside = path.with_name("v1.scenarios.yaml")
    beside.write_text("- {name: Begin, role: maker, answers: {a: nee}}", encoding="utf-8")
    (example,) = Catalogue.load([tmp_path]).scenarios("klein", 1)

    assert (example.name, example.role, example.answers) == ("Begin", "maker", {"a": "nee"})


def test_a_version_without_scenarios_has_none(tmp_path):
    publish_one(tmp_path)

    assert Catalogue.load([tmp_path]).scenarios("klein", 1) == ()


def test_a_scenario_that_cannot_be_read_is_refused(tmp_path):
    path = publish_one(tmp_path)
    beside = path.with_name("v1.scenarios.yaml")
    beside.write_text("- {name: Begin, answers: {zz: nee}}", encoding="utf-8")

    assert codes(tmp_path) == ["unknown_question"]
