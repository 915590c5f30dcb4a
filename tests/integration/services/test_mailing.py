"""Mail as rows: wanted once, sent, tried again, given up; and what coordinators are told."""

import logging

import pytest

from quickscan.post import LetterError, RefusedError
from quickscan.services.accounts import EmailError
from quickscan.services.mailing import (
    KEPT_SECONDS,
    LEASE_SECONDS,
    PAUSES,
    REST_SECONDS,
    Mailing,
    MailKind,
    Recipient,
)
from quickscan.services.planning import Plan, TeamPlan
from quickscan.services.round import Round
from quickscan.storage import mails
from tests.integration.installation import Installation, questionnaire

ANNA, BOB, CAS = "anna@voorbeeld.example", "bob@voorbeeld.example", "cas@voorbeeld.example"
PASSWORD = "een lange zin als wachtwoord"


def ask(installation: Installation, email: str = ANNA, language: str = "nl") -> None:
    recipient = Recipient.at(email, language)
    installation.mailing.ask(recipient, MailKind.BEGIN, "/organisatie/")


def send_all(installation: Installation) -> list[str]:
    """Send everything that can be sent now; return to whom letters went."""
    before = len(installation.postman.letters)
    while installation.mailing.send_next():
        pass
    return sorted(letter.to for letter in installation.postman.letters[before:])


# --- rows -------------------------------------------------------------------------------


def test_a_letter_is_sent_once_and_nothing_is_kept_of_it(installation: Installation) -> None:
    ask(installation, ANNA.upper())
    ask(installation)
    assert installation.rows() == {"mail": 1}, "asked twice is asked once"

    assert send_all(installation) == [ANNA]

    assert installation.rows() == {"password_link": 1}
    assert not installation.mailing.send_next()


def test_the_words_and_secrets_of_a_letter_are_nowhere_until_it_is_sent(
    installation: Installation,
) -> None:
    ask(installation)
    assert "password_link" not in installation.rows()

    send_all(installation)

    (letter,) = installation.postman.letters
    assert "https://scan.example/organisatie/link/" in letter.words


@pytest.mark.parametrize("trouble", [ConnectionRefusedError(), RefusedError(450)])
def test_what_cannot_be_sent_is_tried_twice_more_and_then_given_up(
    installation: Installation, caplog: pytest.LogCaptureFixture, trouble: Exception
) -> None:
    ask(installation)
    installation.postman.refuses = [trouble] * 3
    with caplog.at_level(logging.INFO):
        for pause in (*PAUSES, 0):
            assert installation.mailing.send_next()
            assert not installation.mailing.send_next()
            installation.wait(seconds=pause)

    assert installation.postman.letters == []
    assert "mail" not in installation.rows()
    events = [record.msg for record in caplog.records]
    assert events == ["mail_retried", "mail_retried", "mail_failed"]
    assert ANNA not in str([vars(record) for record in caplog.records])


def test_what_is_asked_for_once_more_does_not_wait(installation: Installation) -> None:
    ask(installation)
    installation.postman.refuses = [RefusedError(450)]
    assert installation.mailing.send_next()
    assert not installation.mailing.send_next()

    ask(installation, language="en")

    assert send_all(installation) == [ANNA]
    assert installation.postman.letters[0].language == "en"
    assert "mail" not in installation.rows()


def test_a_letter_that_cannot_be_is_given_up_at_once(installation: Installation) -> None:
    ask(installation)
    installation.postman.refuses = [LetterError()]

    assert installation.mailing.send_next()

    assert "mail" not in installation.rows()


def test_a_mail_server_that_is_away_is_left_alone_for_a_while(
    installation: Installation,
) -> None:
    ask(installation)
    installation.wait(seconds=1)
    ask(installation, BOB)
    installation.postman.refuses = [TimeoutError()]
    assert installation.mailing.send_next()

    assert not installation.mailing.send_next(), "the other letter waits too"

    installation.wait(seconds=REST_SECONDS)
    assert send_all(installation) == [BOB]


def test_one_refused_letter_does_not_hold_up_another(installation: Installation) -> None:
    ask(installation)
    ask(installation, BOB)
    installation.postman.refuses = [RefusedError(550)]

    assert len(send_all(installation)) == 1


def test_a_worker_that_is_asked_to_stop_gives_a_letter_back(
    installation: Installation,
) -> None:
    ask(installation)
    installation.postman.refuses = [SystemExit()]
    with pytest.raises(SystemExit):
        installation.mailing.send_next()

    assert send_all(installation) == [ANNA]


def test_what_a_killed_worker_held_comes_back_and_is_given_up_the_third_time(
    installation: Installation,
) -> None:
    ask(installation)
    for _ in range(2):
        taken_along(installation)
    assert send_all(installation) == [ANNA]
    ask(installation)
    for _ in range(3):
        taken_along(installation)

    assert send_all(installation) == []
    assert "mail" not in installation.rows()


def taken_along(installation: Installation) -> None:
    """A worker claims a letter and is never heard of again; the lease ends."""
    with installation.database.changing() as transaction:
        assert mails.claim(transaction, int(installation.seconds), LEASE_SECONDS)
    assert not installation.mailing.send_next(), "it is held"
    installation.wait(seconds=LEASE_SECONDS)


def test_what_is_not_sent_within_a_day_is_given_up(installation: Installation) -> None:
    ask(installation)
    installation.wait(seconds=KEPT_SECONDS)
    installation.mailing.tend()
    assert installation.rows() == {"mail": 1}

    installation.wait(seconds=1)
    installation.mailing.tend()

    assert installation.rows() == {}


def test_what_is_no_address_is_asked_nothing(installation: Installation) -> None:
    with pytest.raises(EmailError):
        ask(installation, "anna")


# --- of rounds --------------------------------------------------------------------------


def opened(installation: Installation, days: int = 10) -> Round:
    """A round of two teams, of Anna (all teams) and Bob (only Noord); Cas came later."""
    organisations, rounds = installation.organisations, installation.rounds
    for email in (ANNA, BOB, CAS):
        installation.accounts.add(email, PASSWORD, roles=frozenset())
    own = organisations.begin(ANNA, "Voorbeeld")
    teams = [organisations.add_team(ANNA, own.id, name).id for name in ("Noord", "Zuid")]
    coordinate(installation, own.id, BOB, {teams[0]})
    installation.wait(seconds=5)
    plan = Plan(
        name="Najaar",
        questionnaire=questionnaire().id,
        opens=installation.day,
        closes=installation.day.fromordinal(installation.day.toordinal() + days),
        teams=tuple(TeamPlan(team=team, size=8, answers={}) for team in teams),
    )
    made = rounds.confirm(ANNA, rounds.draft(ANNA, own.id, plan).id)
    coordinate(installation, own.id, CAS, None)
    return made


def coordinate(
    installation: Installation, organisation: str, email: str, teams: set[str] | None
) -> None:
    invitation = installation.inviting.invite(ANNA, organisation, teams)
    installation.inviting.accept(email, invitation.secret)


def told(installation: Installation) -> list[str]:
    """Do what is due, and return to whom letters went."""
    installation.taking_part.tend()
    installation.mailing.tend()
    return send_all(installation)


def test_three_days_before_the_end_coordinators_are_told_which_teams_lack(
    installation: Installation,
) -> None:
    opened(installation)
    installation.wait(days=6)
    assert told(installation) == []

    installation.wait(days=1)
    assert told(installation) == [ANNA, BOB], "who came later sees nothing of this round"

    of = {letter.to: letter for letter in installation.postman.letters}
    assert "Nog niet genoeg mensen bij: Noord, Zuid." in of[ANNA].words
    assert "Not enough people yet in: Noord, Zuid." in of[ANNA].words
    assert "bij: Noord. Nodig" in of[BOB].words
    assert "Zuid" not in of[BOB].words
    installation.wait(days=1)
    assert told(installation) == [], "once"


def test_a_warning_tells_what_the_page_shows_and_no_number(installation: Installation) -> None:
    made = opened(installation)
    for _ in range(4):
        installation.taking_part.begin(made.teams[0].code, language="nl")
    installation.wait(days=8)
    told(installation)

    lacking = installation.rounds.load(ANNA, made.id).lacking(installation.day)
    assert [team.name for team in lacking] == ["Noord", "Zuid"]
    words = installation.postman.letters[0].words
    digits = "".join(filter(str.isdigit, words.replace(made.id, "")))
    day = f"{made.closes.day}{made.closes.year}"
    assert digits == day * 2, "only the last day, twice"


def test_a_round_of_a_few_days_is_not_warned_of_on_its_first(
    installation: Installation,
) -> None:
    opened(installation, days=2)
    assert told(installation) == []

    installation.wait(days=1)
    assert told(installation) == [ANNA, BOB]


def test_when_a_round_closes_who_may_see_it_is_told_once(installation: Installation) -> None:
    made = opened(installation)
    installation.wait(days=1)
    installation.rounds.close(ANNA, made.id)

    assert told(installation) == [ANNA, BOB]
    letter = installation.postman.letters[0]
    assert letter.subject == "De uitslag van ‘Najaar’ is er / The result of ‘Najaar’ is there"
    assert f"https://scan.example/organisatie/meting/{made.id}\n" in letter.words
    installation.wait(days=1)
    assert told(installation) == []


def test_of_what_closed_before_there_was_mail_nobody_is_told(
    installation: Installation,
) -> None:
    made = opened(installation)
    installation.rounds.close(ANNA, made.id)
    installation.wait(days=2)

    assert told(installation) == []


def test_without_a_mail_server_nothing_is_wanted(installation: Installation) -> None:
    made = opened(installation)
    installation.rounds.close(ANNA, made.id)
    before = installation.rows()
    off = Mailing(installation.database, installation.letters, None, clock=installation.clock)
    off.tend()
    assert not off.is_on
    assert not off.send_next()

    assert installation.rows() == before
