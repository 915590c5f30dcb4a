"""The tables, with the rules that every row keeps.

Row keys are random, and SQLite keeps what belongs to visitors without numbering the rows:
the order of rows would be the order of arrival. Times of what visitors do are whole days;
the lease of a piece of work is the only time of day, and it goes when the work is done.
"""

from quickscan.storage.tables.base import metadata
from quickscan.storage.tables.benchmarks import (
    benchmark,
    contribution,
    people_tally,
    publication,
    standing,
    tally,
)
from quickscan.storage.tables.house import clock, failure, installation
from quickscan.storage.tables.mail import mail, password_link, round_notice
from quickscan.storage.tables.teams import (
    coordinator,
    coordinator_invitation,
    coordinator_invitation_team,
    coordinator_team,
    organisation,
    read_along,
    round_,
    round_team,
    single_use_code,
    team,
    unused_code,
)
from quickscan.storage.tables.visitors import reading_code, report, scan, section, work
from quickscan.storage.tables.workplace import (
    account,
    account_role,
    edition,
    sign_in,
    step,
    withdrawal,
)

__all__ = [
    "account",
    "account_role",
    "benchmark",
    "clock",
    "contribution",
    "coordinator",
    "coordinator_invitation",
    "coordinator_invitation_team",
    "coordinator_team",
    "edition",
    "failure",
    "installation",
    "mail",
    "metadata",
    "organisation",
    "password_link",
    "people_tally",
    "publication",
    "read_along",
    "reading_code",
    "report",
    "round_",
    "round_notice",
    "round_team",
    "scan",
    "section",
    "sign_in",
    "single_use_code",
    "standing",
    "step",
    "tally",
    "team",
    "unused_code",
    "withdrawal",
    "work",
]
