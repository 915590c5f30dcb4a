import os
from pathlib import Path

import pytest

from quickscan.config import PREFIX, PROJECT, Config, ConfigError, settings


def refusal(**environ: str) -> ConfigError:
    with pytest.raises(ConfigError) as refused:
        Config.from_env(environ)
    return refused.value


def test_without_any_variable_everything_has_its_default() -> None:
    config = Config.from_env({})

    var = Path("var").absolute()
    assert config.database_url == f"sqlite:///{var}/quickscan.sqlite3"
    assert config.key_file == var / "key"
    assert config.questionnaires == (PROJECT / "questionnaires",)
    assert (config.host, config.port, config.origin) == ("127.0.0.1", 8000, None)
    assert (config.web_processes, config.web_threads, config.workers) == (2, 4, 1)
    assert (config.unfinished_days, config.finished_months) == (30, 24)
    assert (config.language, config.house_colours) == ("nl", None)
    assert (config.smtp_url, config.smtp_from) == (None, "")


def test_every_setting_is_taken_from_its_variable(tmp_path: Path) -> None:
    other = tmp_path / "meer"
    other.mkdir()
    given = {
        "QUICKSCAN_VAR": str(tmp_path),
        "QUICKSCAN_DATABASE_URL": "postgresql://q:w@db.example/quickscan",
        "QUICKSCAN_KEY_FILE": str(tmp_path / "sleutel"),
        "QUICKSCAN_QUESTIONNAIRES": os.pathsep.join([str(tmp_path), str(other)]),
        "QUICKSCAN_HOST": "0.0.0.0",  # noqa: S104
        "QUICKSCAN_PORT": "9000",
        "QUICKSCAN_ORIGIN": "https://Scan.example",
        "QUICKSCAN_TRUSTED_PROXIES": "1",
        "QUICKSCAN_WEB_PROCESSES": "3",
        "QUICKSCAN_WEB_THREADS": "5",
        "QUICKSCAN_WORKERS": "0",
        "QUICKSCAN_UNFINISHED_DAYS": "14",
        "QUICKSCAN_FINISHED_MONTHS": "12",
        "QUICKSCAN_REGISTRATION": "invited",
        "QUICKSCAN_SMTP_URL": "smtps://scan:geheim@mail.example",
        "QUICKSCAN_SMTP_FROM": "scan@voorbeeld.example",
        "QUICKSCAN_LANGUAGE": "EN",
        "QUICKSCAN_ORGANISATION": "Gemeente Voorbeeld",
        "QUICKSCAN_CONTACT": "scan@voorbeeld.example",
        "QUICKSCAN_GROUND": "#ffffff",
        "QUICKSCAN_INK": "#000000",
        "QUICKSCAN_ACCENT": "#0B5563",
        "QUICKSCAN_SIGNAL": "#a3310f",
        "QUICKSCAN_LOG_LEVEL": "debug",
    }
    assert set(given) == {setting.variable for setting in settings()}

    config = Config.from_env(given)

    default = Config.from_env({})
    for setting in settings():
        assert getattr(config, setting.name) != getattr(default, setting.name)
    assert config.origin == "https://scan.example"
    assert config.house_colours is not None
    assert config.house_colours.accent == "#0b5563"


@pytest.mark.parametrize(
    ("environ", "port"),
    [
        ({"PORT": "9001"}, 9001),
        ({"PORT": "9001", "QUICKSCAN_PORT": "9002"}, 9002),
        ({"PORT": "9001", "QUICKSCAN_PORT": " "}, 9001),
        ({"PORT": ""}, 8000),
    ],
)
def test_port_counts_where_quickscan_port_does_not_say(
    environ: dict[str, str], port: int
) -> None:
    assert Config.from_env(environ).port == port


def test_all_that_is_wrong_is_said_at_once_with_what_to_do() -> None:
    error = refusal(
        QUICKSCAN_PROT="9000",
        QUICKSCAN_QUATSCH="1",
        PORT="http",
        QUICKSCAN_WORKERS="-1",
        QUICKSCAN_QUESTIONNAIRES="/nergens",
        QUICKSCAN_ORIGIN="https://scan.example/pad",
        QUICKSCAN_ACCENT="blauw",
        QUICKSCAN_LANGUAGE="fr",
        QUICKSCAN_LOG_LEVEL="hard",
    )

    lines = error.message().splitlines()
    assert {line.partition(":")[0] for line in lines} == {
        "QUICKSCAN_PROT",
        "QUICKSCAN_QUATSCH",
        "PORT",
        "QUICKSCAN_WORKERS",
        "QUICKSCAN_QUESTIONNAIRES",
        "QUICKSCAN_ORIGIN",
        "QUICKSCAN_ACCENT",
        "QUICKSCAN_LANGUAGE",
        "QUICKSCAN_LOG_LEVEL",
    }
    assert "QUICKSCAN_PORT" in lines[0]


@pytest.mark.parametrize(
    "url", ["mysql://iemand:geheim@db/naam", "geheim", "sqlite://", "postgresql://"]
)
def test_a_database_address_that_will_not_do_is_not_repeated(url: str) -> None:
    error = refusal(QUICKSCAN_DATABASE_URL=url)

    assert "postgresql://" in str(error)
    assert "geheim" not in str(error)


ORIGIN, SENDER = "https://scan.example", "scan@voorbeeld.example"


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtp://mail.example", ("mail.example", 25, "none", "", "")),
        ("smtp://mail.example?starttls", ("mail.example", 587, "starttls", "", "")),
        ("smtps://mail.example/", ("mail.example", 465, "tls", "", "")),
        ("smtps://a%40b.nl:g%2Fh@[::1]:2465", ("::1", 2465, "tls", "a@b.nl", "g/h")),
        ("smtp://a:geheim@localhost:2525", ("localhost", 2525, "none", "a", "geheim")),
    ],
)
def test_a_mail_server_is_one_address(url: str, server: tuple[object, ...]) -> None:
    given = {"QUICKSCAN_SMTP_URL": url, "QUICKSCAN_SMTP_FROM": SENDER}
    own = Config.from_env(given | {"QUICKSCAN_ORIGIN": ORIGIN}).smtp_url

    assert own
    assert (own.host, own.port, own.encryption, own.user, own.password) == server
    assert "geheim" not in repr(own)


@pytest.mark.parametrize(
    "url",
    [
        "mail.example",
        "http://geheim:geheim@mail.example",
        "smtp://",
        "smtp://mail.example:0",
        "smtp://mail.example:geheim",
        "smtp://geheim@mail.example?starttls",
        "smtps://a:geheim@mail.example?starttls",
        "smtp://mail.example/geheim",
        "smtp://a:geheim@mail.example",
    ],
)
def test_a_mail_server_that_will_not_do_is_not_repeated(url: str) -> None:
    error = refusal(
        QUICKSCAN_SMTP_URL=url, QUICKSCAN_SMTP_FROM=SENDER, QUICKSCAN_ORIGIN=ORIGIN
    )

    assert [own.variable for own in error.problems] == ["QUICKSCAN_SMTP_URL"]
    assert "starttls" in str(error)
    assert "geheim" not in str(error)


def test_mail_needs_a_sender_and_the_address_of_the_site() -> None:
    error = refusal(QUICKSCAN_SMTP_URL="smtp://mail.example")

    lacking = [own.variable for own in error.problems]
    assert lacking == ["QUICKSCAN_SMTP_FROM", "QUICKSCAN_ORIGIN"]
    wrong = refusal(QUICKSCAN_SMTP_URL="smtp://mail.example", QUICKSCAN_SMTP_FROM="Scan")
    assert [own.variable for own in wrong.problems] == lacking
    assert "„Scan” is geen mailadres" in wrong.message("nl")


def test_colours_that_cannot_be_read_are_refused_with_the_ratio() -> None:
    error = refusal(QUICKSCAN_INK="#fbf5ea", QUICKSCAN_LANGUAGE="nl")

    assert "QUICKSCAN_INK" in error.message()
    assert "4,5" in error.message("nl")
    assert "4.5" in error.message("en")


def test_every_setting_has_a_variable_of_its_own_and_a_meaning() -> None:
    variables = [setting.variable for setting in settings()]

    assert len(set(variables)) == len(variables)
    assert all(variable.startswith(PREFIX) for variable in variables)
    assert all(setting.meaning.endswith(".") for setting in settings())
