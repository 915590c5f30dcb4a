"""Two pages sent at once, two workers, two starts: nothing is lost and nothing is double."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import Barrier

import pytest

from quickscan.domain.ids import QuestionId
from quickscan.services.inviting import NoSuchCoordinatorInvitationError
from quickscan.services.keys import load_key
from quickscan.services.scan import ScanId
from quickscan.services.stored import FinishedError, NoSuchScanError
from quickscan.storage.database import Database
from quickscan.storage.migrations import is_current, migrate
from tests.integration.installation import ADVICE, ALL_YES, PAGE, STATEMENTS, Installation


def at_once(steps: Sequence[Callable[[], object]]) -> list[object]:
    """Take all steps at the same time, and return what each returned or raised."""
    barrier = Barrier(len(steps))

    def step(own: Callable[[], object]) -> object:
        barrier.wait()
        try:
            return own()
        except Exception as error:  # noqa: BLE001  handed back
            return error

    with ThreadPoolExecutor(len(steps)) as pool:
        return list(pool.map(step, steps))


def test_two_tabs_that_save_different_answers_of_one_page_lose_nothing(
    installation: Installation,
) -> None:
    def saving(scan: ScanId, question: QuestionId) -> Callable[[], object]:
        return partial(installation.scans.save, scan, PAGE, {question: "ja"}, None)

    for _ in range(10):
        scan, code = installation.begin()
        outcomes = at_once([saving(scan.id, question) for question in STATEMENTS])
        assert outcomes == [None] * len(STATEMENTS)
        assert installation.scans.find(code).answers == ALL_YES


def test_a_double_click_on_finish_finishes_once(installation: Installation) -> None:
    scan, _ = installation.begin()
    installation.scans.save(scan.id, PAGE, ALL_YES, None)

    assert at_once([lambda: installation.scans.finish(scan.id)] * 4) == [None] * 4
    assert installation.rows()["work"] == 1


def test_a_page_sent_while_finishing_is_saved_before_or_refused(
    installation: Installation,
) -> None:
    for _ in range(5):
        scan, code = installation.begin()
        installation.scans.save(scan.id, PAGE, ALL_YES, None)
        no = partial(installation.scans.save, scan.id, PAGE, {STATEMENTS[0]: "nee"}, None)
        finished, saved = at_once([partial(installation.scans.finish, scan.id), no])
        assert finished is None
        kept = installation.scans.find(code).answers[STATEMENTS[0]]
        assert kept == ("ja" if isinstance(saved, FinishedError) else "nee")


def test_deleting_wins_from_everything_that_happens_meanwhile(
    installation: Installation,
) -> None:
    for _ in range(5):
        scan, _code = installation.finished()
        outcomes = at_once(
            [
                partial(installation.scans.delete, scan.id),
                partial(installation.scans.choose, scan.id, ADVICE[:1]),
                partial(installation.reports.want, scan.id, "en"),
                installation.reports.make_next,
            ]
        )
        assert outcomes[0] is None
        assert all(isinstance(own, NoSuchScanError | bool | None) for own in outcomes)
        assert installation.rows() == {}


def test_no_report_is_made_twice_by_workers_side_by_side(installation: Installation) -> None:
    scans = [installation.finished()[0] for _ in range(12)]

    def work() -> int:
        made = 0
        while installation.reports.make_next():
            made += 1
        return made

    made = at_once([work] * 4)

    assert sum(own for own in made if isinstance(own, int)) == len(scans)
    assert installation.press.printed == len(scans)
    assert all(installation.reports.pdf(scan.id, "nl") for scan in scans)


def test_two_programs_that_start_at_once_migrate_once(empty_database_url: str) -> None:
    databases = [Database(empty_database_url) for _ in range(3)]

    outcomes = at_once([partial(migrate, own) for own in databases])

    assert outcomes == [None] * 3
    assert is_current(databases[0])
    for database in databases:
        database.close()


def test_two_programs_that_start_at_once_have_one_key(tmp_path: Path) -> None:
    path = tmp_path / "var" / "key"

    keys = at_once([lambda: load_key(path)] * 8)

    assert len(set(keys)) == 1
    assert keys[0] == load_key(path)
    assert [file.name for file in path.parent.iterdir()] == ["key"]


@pytest.mark.parametrize("number", [12])
def test_counting_failures_at_once_loses_none(installation: Installation, number: int) -> None:
    at_once([lambda: installation.limits.failed("192.0.2.1")] * number)

    with installation.database.reading() as transaction:
        rows = transaction.exec_driver_sql("SELECT count FROM failure").scalars().all()
    assert rows == [number]


def test_two_who_accept_one_invitation_at_once_do_not_both_coordinate(
    installation: Installation,
) -> None:
    anna, *others = (f"{name}@voorbeeld.example" for name in ("anna", "bob", "cas", "dee"))
    for email in (anna, *others):
        installation.accounts.add(email, "een lange zin als wachtwoord", roles=frozenset())
    own = installation.organisations.begin(anna, "Voorbeeld")
    secret = installation.inviting.invite(anna, own.id, None).secret

    outcomes = at_once(
        [partial(installation.inviting.accept, each, secret) for each in others]
    )

    assert outcomes.count(own.id) == 1
    assert sum(isinstance(each, NoSuchCoordinatorInvitationError) for each in outcomes) == 2
    assert len(installation.organisations.coordinators(anna, own.id)) == 2
