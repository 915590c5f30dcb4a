import hashlib
import io
import zipfile
from datetime import date, timedelta
from pathlib import Path

import pytest

from quickscan.definitions.catalogue import (
    Catalogue,
    CatalogueError,
    UnknownQuestionnaireError,
)
from quickscan.definitions.files import load, scenarios_of
from quickscan.definitions.publishing import publish, withdraw
from quickscan.definitions.workbook import to_workbook
from quickscan.definitions.writing import write
from quickscan.services.cataloguing import CurrentCatalogue
from quickscan.services.editions import Edition, RefusedUploadError, State, Upload
from quickscan.services.workplace import (
    ChangedMeanwhileError,
    NoSuchEditionError,
    OwnUploadError,
    PastDayError,
    VersionTakenError,
    WithdrawnInFolderError,
    Workplace,
)
from tests.integration.installation import Installation

FIRST, SECOND = "een@voorbeeld.example", "twee@voorbeeld.example"
SOURCE = Path("tests/questionnaires/worked-example.yaml")
ID = "rekenvoorbeeld"


def text(version: int = 1, *, title: str = "") -> bytes:
    own = load(SOURCE).decode()
    own = own.replace("version: 1", f"version: {version}")
    return (own.replace("title: Rekenvoorbeeld", f"title: {title}") if title else own).encode()


class Node:
    """One process of an installation, with a folder of files that all share."""

    def __init__(self, installation: Installation, folder: Path) -> None:
        self.files = Catalogue.load([folder])
        self.catalogue = CurrentCatalogue(
            self.files, installation.database, clock=installation.clock, look_seconds=0
        )
        self.workplace = Workplace(
            installation.database, self.catalogue, clock=installation.clock
        )

    def upload(self, version: int = 1, *, by: str = FIRST, title: str = "") -> Edition:
        sent = Upload(name="mijn.yaml", content=text(version, title=title))
        return self.workplace.upload(by, sent)

    def publish(self, version: int = 1, *, day: date | None = None) -> Edition:
        own = self.upload(version)
        self.workplace.publish(SECOND, own.id, own.version, seen=own.sha256, day=day)
        return self.workplace.edition(own.id, own.version)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    own = tmp_path / "vragenlijsten"
    own.mkdir()
    return own


@pytest.fixture
def node(installation: Installation, folder: Path) -> Node:
    return Node(installation, folder)


def test_what_was_uploaded_is_a_draft_that_no_visitor_sees(node: Node) -> None:
    own = node.upload()

    assert own.state is State.DRAFT
    assert own.text.encode() == text()
    assert own.sha256 == hashlib.sha256(text()).hexdigest()
    assert not node.catalogue.offered


def test_another_editor_publishes_it_and_every_node_offers_it(
    node: Node, installation: Installation, folder: Path
) -> None:
    other = Node(installation, folder)
    own = node.publish()

    assert own.state is State.PUBLISHED
    assert (own.uploaded_by, own.published_by) == (FIRST, SECOND)
    for each in (node, other, Node(installation, folder)):
        assert [offered.id for offered in each.catalogue.offered] == [ID]
        assert each.catalogue.newest(ID).version == 1


def test_who_uploaded_it_cannot_publish_it(node: Node) -> None:
    own = node.upload()

    with pytest.raises(OwnUploadError):
        node.workplace.publish(FIRST, ID, 1, seen=own.sha256)
    node.upload(by=SECOND)
    with pytest.raises(OwnUploadError):
        node.workplace.publish(SECOND, ID, 1, seen=own.sha256)
    assert not node.catalogue.offered


def test_only_the_text_that_was_looked_at_is_published(node: Node) -> None:
    seen = node.upload()
    node.upload(title="Iets anders")

    with pytest.raises(ChangedMeanwhileError):
        node.workplace.publish(SECOND, ID, 1, seen=seen.sha256)
    assert node.workplace.edition(ID, 1).state is State.DRAFT


def test_it_is_offered_from_its_day_on(node: Node, installation: Installation) -> None:
    later = installation.day + timedelta(days=2)
    own = node.publish(day=later)
    assert (own.state, own.published) == (State.PLANNED, later)
    installation.wait(days=1)
    assert not node.catalogue.offered

    installation.wait(days=1)

    assert [offered.id for offered in node.catalogue.offered] == [ID]
    assert node.workplace.edition(ID, 1).state is State.PUBLISHED
    with pytest.raises(ChangedMeanwhileError):
        node.workplace.unplan(FIRST, ID, 1)


def test_a_plan_can_be_taken_back_and_ends_when_another_text_comes(
    node: Node, installation: Installation
) -> None:
    later = installation.day + timedelta(days=2)
    node.publish(day=later)
    node.workplace.unplan(FIRST, ID, 1)
    assert node.workplace.edition(ID, 1).state is State.DRAFT

    node.publish(day=later)
    assert node.upload(title="Iets anders").state is State.DRAFT


def test_nothing_is_published_in_the_past(node: Node, installation: Installation) -> None:
    own = node.upload()

    with pytest.raises(PastDayError):
        node.workplace.publish(
            SECOND, ID, 1, seen=own.sha256, day=installation.day - timedelta(days=1)
        )


def test_what_is_published_never_changes(node: Node) -> None:
    own = node.publish()

    with pytest.raises(VersionTakenError) as refused:
        node.upload(title="Iets anders")
    assert refused.value.free == 2
    with pytest.raises(VersionTakenError):
        node.workplace.publish(SECOND, ID, 1, seen=own.sha256)
    with pytest.raises(NoSuchEditionError):
        node.workplace.discard(FIRST, ID, 1)
    assert node.workplace.edition(ID, 1).text.encode() == text()


def test_a_version_below_a_published_one_is_not_taken_in(node: Node) -> None:
    node.publish(2)

    with pytest.raises(VersionTakenError) as refused:
        node.upload(1)
    assert refused.value.free == 3


def test_a_version_that_a_file_has_is_taken(installation: Installation, folder: Path) -> None:
    path = folder / ID / "v1.yaml"
    path.parent.mkdir()
    path.write_bytes(text())
    publish(path)
    node = Node(installation, folder)

    with pytest.raises(VersionTakenError):
        node.upload(1)
    node.publish(2)
    assert node.catalogue.newest(ID).version == 2
    assert node.catalogue.version(ID, 1).version == 1


def test_withdrawing_lets_new_scans_begin_on_the_version_before(
    node: Node, installation: Installation, folder: Path
) -> None:
    node.publish(1)
    node.publish(2)

    node.workplace.withdraw(FIRST, ID, 2)
    assert Node(installation, folder).catalogue.newest(ID).version == 1
    assert node.catalogue.version(ID, 2).version == 2
    assert node.workplace.edition(ID, 2).state is State.WITHDRAWN

    node.workplace.offer(FIRST, ID, 2)
    assert node.catalogue.newest(ID).version == 2
    with pytest.raises(UnknownQuestionnaireError):
        node.workplace.withdraw(FIRST, ID, 3)


def test_a_file_can_be_withdrawn_too(installation: Installation, folder: Path) -> None:
    path = folder / ID / "v1.yaml"
    path.parent.mkdir()
    path.write_bytes(text())
    publish(path)
    node = Node(installation, folder)

    node.workplace.withdraw(FIRST, ID, 1)

    assert not node.catalogue.offered
    assert [own.state for own in node.workplace.shelves()[0].standings] == [State.WITHDRAWN]


def test_what_its_folder_withdrew_is_offered_there_and_not_here(
    installation: Installation, folder: Path
) -> None:
    path = folder / ID / "v1.yaml"
    path.parent.mkdir()
    path.write_bytes(text())
    publish(path)
    withdraw(path)
    node = Node(installation, folder)

    with pytest.raises(WithdrawnInFolderError):
        node.workplace.offer(FIRST, ID, 1)
    assert node.workplace.log() == ()
    assert not node.catalogue.offered


def test_a_draft_can_be_thrown_away(node: Node) -> None:
    node.upload()

    node.workplace.discard(FIRST, ID, 1)

    with pytest.raises(NoSuchEditionError):
        node.workplace.edition(ID, 1)
    with pytest.raises(NoSuchEditionError):
        node.workplace.discard(FIRST, ID, 1)
    assert node.workplace.shelves() == ()


def test_every_questionnaire_has_its_versions_the_newest_first(node: Node) -> None:
    node.publish(1)
    node.upload(2, title="De nieuwe")

    (shelf,) = node.workplace.shelves()

    assert (shelf.id, shelf.title.to("nl")) == (ID, "De nieuwe")
    assert [(own.version, own.state, own.is_offered) for own in shelf.standings] == [
        (2, State.DRAFT, False),
        (1, State.PUBLISHED, True),
    ]


def test_a_workbook_comes_in_with_its_scenarios(node: Node) -> None:
    source = Catalogue.load([Path("questionnaires")])
    entry = source.entry("implementatie-quickscan", 1)
    book = to_workbook(entry.questionnaire, entry.scenarios, "nl")

    own = node.workplace.upload(FIRST, Upload(name="mijn.xlsx", content=book))

    checked = own.check()
    assert checked.is_good
    assert checked.questionnaire
    assert write(checked.questionnaire) == write(entry.questionnaire)
    assert len(checked.scenarios) == len(entry.scenarios)


@pytest.mark.parametrize(
    ("name", "content", "scenarios"),
    [
        ("mijn.yaml", b"", b""),
        ("mijn.yaml", b"\xff\xfe", b""),
        ("mijn.yaml", b"id: x", b""),
        ("mijn.yaml", text(), b"scenarios: [{name: Zo}]"),
        ("mijn.yaml", b"#" * 2_000_001, b""),
        ("mijn.yaml", text(), b"#" * 2_000_001),
        ("mijn.xlsx", b"geen werkmap", b""),
        ("mijn.xlsx", b"PK niets", b""),
    ],
)
def test_what_has_a_fault_is_refused_with_words_and_not_kept(
    node: Node, name: str, content: bytes, scenarios: bytes
) -> None:
    with pytest.raises(RefusedUploadError) as refused:
        node.workplace.upload(FIRST, Upload(name=name, content=content, scenarios=scenarios))

    assert refused.value.problems or refused.value.words
    assert node.workplace.shelves() == ()


def test_the_folder_to_download_is_a_folder_of_questionnaires(
    installation: Installation, folder: Path, tmp_path: Path
) -> None:
    path = folder / "rating" / "v1.yaml"
    path.parent.mkdir()
    path.write_bytes(load(Path("tests/questionnaires/rating.yaml")))
    scenarios_of(path).write_bytes(load(Path("tests/questionnaires/rating.scenarios.yaml")))
    publish(path)
    node = Node(installation, folder)
    node.publish(1)
    node.publish(2)
    node.upload(3)
    node.workplace.withdraw(FIRST, ID, 2)
    zipped = node.workplace.folder()

    there = tmp_path / "gedownload"
    with zipfile.ZipFile(io.BytesIO(zipped)) as archive:
        archive.extractall(there)
    downloaded = Catalogue.load([there])

    assert [(own.id, own.version) for own in downloaded.offered] == [("rating", 1), (ID, 1)]
    assert (there / "rating" / "v1.scenarios.yaml").read_bytes() == load(scenarios_of(path))
    assert (there / ID / "v2.yaml").read_bytes() == text(2)
    assert not (there / ID / "v3.yaml").exists()
    assert Node(installation, there).catalogue.newest(ID).version == 1, "the very bytes"
    assert node.workplace.folder() == zipped


def test_a_file_with_another_text_than_was_published_is_refused(
    node: Node, installation: Installation, folder: Path
) -> None:
    node.publish(1)
    path = folder / ID / "v1.yaml"
    path.parent.mkdir()
    path.write_bytes(text(title="Iets anders"))
    publish(path)

    with pytest.raises(CatalogueError) as refused:
        Node(installation, folder)
    assert "Werkplaats" in refused.value.problems[0].message("nl")


def test_every_step_is_logged_with_who_what_and_when(
    node: Node, installation: Installation
) -> None:
    node.publish(1)
    node.workplace.withdraw(FIRST, ID, 1)
    node.workplace.offer(SECOND, ID, 1)
    node.upload(2)
    node.workplace.discard(FIRST, ID, 2)

    steps = node.workplace.log()

    assert [(own.email, own.what, own.version) for own in reversed(steps)] == [
        (FIRST, "uploaded", 1),
        (SECOND, "published", 1),
        (FIRST, "withdrawn", 1),
        (SECOND, "offered", 1),
        (FIRST, "uploaded", 2),
        (FIRST, "discarded", 2),
    ]
    assert {own.at for own in steps} == {int(installation.seconds)}


def test_a_catalogue_is_the_same_object_until_something_changes(node: Node) -> None:
    before = node.catalogue.now
    assert node.catalogue.now is before

    node.publish(1)

    assert node.catalogue.now is not before
