from dataclasses import replace
from functools import partial

import pytest

from quickscan.domain.answers import Answers
from quickscan.domain.ids import RoleId
from quickscan.services.reports import LEASE_SECONDS, ReportState
from quickscan.services.scan import ScanId
from quickscan.services.stored import NoSuchScanError, NotFinishedError
from tests.integration.installation import (
    ADVICE,
    ALL_YES,
    PAGE,
    Example,
    Installation,
    questionnaire,
)


def poisoned(installation: Installation) -> ScanId:
    """A finished scan whose report breaks the press."""
    scan, _ = installation.begin()
    installation.scans.save(scan.id, PAGE, ALL_YES, "gif")
    installation.scans.finish(scan.id)
    installation.press.breaks_on = "gif"
    return scan.id


def test_a_report_is_wanted_made_and_handed_out(installation: Installation) -> None:
    scan, _ = installation.finished()
    assert installation.reports.state(scan, "nl") is ReportState.WANTED
    assert installation.reports.pdf(scan.id, "nl") is None

    assert installation.reports.make_next()

    assert installation.reports.state(scan, "nl") is ReportState.READY
    assert (installation.reports.pdf(scan.id, "nl") or b"").startswith(b"%PDF")
    assert not installation.reports.make_next()
    assert "work" not in installation.rows()


def test_wanting_a_report_that_is_there_or_under_way_does_nothing(
    installation: Installation,
) -> None:
    scan, _ = installation.finished()

    installation.reports.want(scan.id, "nl")
    installation.make_all()
    installation.reports.want(scan.id, "nl")

    assert installation.reports.state(scan, "nl") is ReportState.READY
    assert installation.press.printed == 1


def test_only_of_a_finished_scan_that_is_there_a_report_is_wanted(
    installation: Installation,
) -> None:
    scan, _ = installation.begin()

    with pytest.raises(NotFinishedError):
        installation.reports.want(scan.id, "nl")
    with pytest.raises(NoSuchScanError):
        installation.reports.want(ScanId("x"), "nl")


def test_a_report_that_cannot_be_made_fails_after_three_attempts_and_holds_nothing_up(
    installation: Installation,
) -> None:
    bad = poisoned(installation)
    good = [installation.finished()[0] for _ in range(3)]

    made = [installation.reports.make_next() for _ in range(5)]

    assert made == [True, True, True, True, False]
    assert all(installation.reports.pdf(scan.id, "nl") for scan in good)
    installation.make_all()
    with installation.database.reading() as transaction:
        rows = transaction.exec_driver_sql("SELECT failed, attempts FROM work").all()
    assert [tuple(row) for row in rows] == [(True, 3)]
    assert installation.reports.pdf(bad, "nl") is None


def test_the_visitor_is_told_and_can_ask_once_more(installation: Installation) -> None:
    bad = poisoned(installation)
    installation.make_all()
    other, _ = installation.finished()
    assert installation.reports.state(replace(other, id=bad), "nl") is ReportState.FAILED

    installation.press.breaks_on = None
    installation.reports.want(bad, "nl")
    installation.make_all()

    assert installation.reports.pdf(bad, "nl") is not None


def test_of_a_failure_only_the_kind_and_the_place_are_logged(
    installation: Installation, caplog: pytest.LogCaptureFixture
) -> None:
    poisoned(installation)

    installation.make_all()

    records = [r for r in caplog.records if r.name.startswith("quickscan")]
    assert [r.msg for r in records] == ["report_retried", "report_retried", "report_failed"]
    assert all("BrokenPressError at " in r.__dict__["error"] for r in records)
    assert "gif" not in repr([record.__dict__ for record in records])


def test_what_a_killed_worker_held_comes_back_when_its_lease_ends(
    installation: Installation,
) -> None:
    scan, _ = installation.finished()
    with pytest.raises(GeneratorExit):
        _die_while_making(installation)

    assert not installation.reports.make_next()
    installation.wait(seconds=LEASE_SECONDS + 1)
    assert installation.reports.make_next()
    assert installation.reports.state(scan, "nl") is ReportState.READY


def _die_while_making(installation: Installation) -> None:
    """Claim the next piece and never say how it ended, as a killed process does."""
    reports = installation.reports
    claimed = reports._claim()  # noqa: SLF001  what a process does before it is killed
    assert claimed is not None
    raise GeneratorExit


def test_what_kills_its_worker_three_times_has_failed(installation: Installation) -> None:
    scan, _ = installation.finished()
    for _ in range(3):
        with pytest.raises(GeneratorExit):
            _die_while_making(installation)
        installation.wait(seconds=LEASE_SECONDS + 1)

    assert not installation.reports.make_next()
    assert installation.reports.state(scan, "nl") is ReportState.FAILED


def test_a_worker_that_is_asked_to_stop_gives_its_work_back_untried(
    installation: Installation,
) -> None:
    def stop() -> None:
        raise SystemExit(0)

    scan, _ = installation.finished()
    for _ in range(4):
        installation.press.during = [stop]
        with pytest.raises(SystemExit):
            installation.reports.make_next()

    assert installation.reports.make_next()
    assert installation.reports.state(scan, "nl") is ReportState.READY


def test_a_scan_that_changes_while_its_report_is_made_never_gets_the_old_one(
    installation: Installation,
) -> None:
    scan, _ = installation.finished()
    installation.press.during = [lambda: installation.scans.choose(scan.id, ADVICE[:1])]

    assert installation.reports.make_next()
    assert installation.reports.state(scan, "nl") is ReportState.WANTED
    assert "report" not in installation.rows()
    assert installation.reports.make_next()

    assert ADVICE[0] in str(installation.reports.pdf(scan.id, "nl"))


def test_a_scan_that_is_reopened_or_deleted_meanwhile_gets_none(
    installation: Installation,
) -> None:
    for change in (installation.scans.reopen, installation.scans.delete):
        scan, _ = installation.finished()
        installation.press.during = [partial(change, scan.id)]
        assert installation.reports.make_next()
        assert {"report", "work"}.isdisjoint(installation.rows())


def test_what_would_come_out_the_same_is_not_printed_again(installation: Installation) -> None:
    scan, _ = installation.finished()
    installation.make_all()

    installation.scans.choose(scan.id, ADVICE[:1])
    installation.scans.choose(scan.id, ())
    installation.make_all()

    assert installation.press.printed == 1
    assert installation.reports.state(scan, "nl") is ReportState.READY


def test_samples_are_made_in_both_languages_after_what_visitors_wait_for(
    installation: Installation,
) -> None:
    offered = installation.shelf.offered[0]
    installation.reports.want_samples()
    scan, _ = installation.finished()

    installation.reports.make_next()
    assert installation.reports.pdf(scan.id, "nl") is not None
    assert installation.reports.sample_state(offered, "nl") is ReportState.WANTED
    assert installation.reports.sample_pdf(offered, "nl") is None
    installation.make_all()

    assert all(installation.reports.sample_pdf(offered, own) for own in ("nl", "en"))
    assert installation.reports.sample_state(offered, "en") is ReportState.READY
    assert all(installation.reports.team_sample_pdf(offered, own) for own in ("nl", "en"))
    assert installation.reports.team_sample_state(offered, "en") is ReportState.READY


class CountedExample:
    """Counts how often its answers are read, which is once for each assessment."""

    role = None
    reads = 0

    @property
    def answers(self) -> Answers:
        self.reads += 1
        return ALL_YES


def test_a_sample_is_assessed_only_when_it_is_made(installation: Installation) -> None:
    example = CountedExample()
    installation.shelf.examples = (example,)

    installation.reports.want_samples()
    installation.make_all()

    assert installation.press.printed == 8
    assert example.reads == 4, "once for each sample, whatever else is made"


def test_a_next_start_prints_no_sample_again(installation: Installation) -> None:
    offered = installation.shelf.offered[0]
    installation.reports.want_samples()
    installation.make_all()

    installation.wait(days=40)
    installation.reports.want_samples()
    assert installation.reports.sample_state(offered, "nl") is ReportState.READY
    installation.make_all()

    assert installation.press.printed == 8
    assert "work" not in installation.rows()


def test_a_sample_of_what_is_no_longer_offered_goes(installation: Installation) -> None:
    old = installation.shelf.offered[0]
    installation.reports.want_samples()
    installation.make_all()

    installation.shelf.versions[2] = questionnaire(2)
    installation.reports.want_samples()
    installation.make_all()

    assert installation.reports.sample_pdf(old, "nl") is None
    assert installation.reports.team_sample_pdf(old, "nl") is None
    assert installation.rows()["report"] == 8
    installation.shelf.examples = ()
    installation.reports.want_samples()
    assert installation.rows()["report"] == 6, "papers, and teams, which need no example"


def test_papers_are_made_for_every_role_in_both_languages(installation: Installation) -> None:
    offered = installation.shelf.offered[0]
    roles = [own.id for own in offered.roles]
    installation.reports.want_samples()
    assert installation.reports.paper_pdf(offered, roles[0], "nl") is None

    installation.make_all()

    papers = {
        (role, language): installation.reports.paper_pdf(offered, role, language)
        for role in roles
        for language in ("nl", "en")
    }
    assert all(papers.values())
    assert len(set(papers.values())) == len(papers)
    assert installation.reports.paper_pdf(offered, RoleId("niemand"), "nl") is None


def test_an_example_is_shown_as_it_answers(installation: Installation) -> None:
    installation.shelf.examples = (Example(answers={}),)
    installation.reports.want_samples()

    assert installation.reports.make_next()
