"""Reports, each made once for all tests."""

import pytest

from quickscan.report import pdf
from tests.integration.report import sample
from tests.integration.report.inspection import Inspection


@pytest.fixture(scope="session")
def full() -> Inspection:
    """All six phases, notes, and three things chosen."""
    return Inspection(pdf.render(sample.report(notes=sample.NOTES)))


@pytest.fixture(scope="session")
def started() -> Inspection:
    """Four phases are not at issue yet; nothing is chosen."""
    return Inspection(pdf.render(sample.just_started()))


@pytest.fixture(scope="session")
def english() -> Inspection:
    """The full report, in English."""
    return Inspection(pdf.render(sample.report(language="en", notes=sample.NOTES)))


@pytest.fixture(scope="session")
def naughty() -> Inspection:
    """Names and notes as they should not be."""
    return Inspection(pdf.render(sample.naughty()))


@pytest.fixture(scope="session")
def bare() -> Inspection:
    """Everything that may be empty is empty."""
    return Inspection(pdf.render(sample.bare()))


@pytest.fixture(params=["full", "started", "english", "naughty", "bare"])
def each(request: pytest.FixtureRequest) -> Inspection:
    """Each of the reports in turn."""
    found: Inspection = request.getfixturevalue(request.param)
    return found
