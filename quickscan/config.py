"""Every setting: its variable, its default, what it means and what it may be.

Settings come from the environment and from nowhere else. Whatever is wrong with them is said
at once, all of it, each with what to do about it; a misspelt variable is wrong too.
"""

import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import Any, Self

from quickscan.post import (
    MailServer,
    MailServerError,
    OpenPasswordError,
    is_address,
    mail_server,
)
from quickscan.presentation.colours import ContrastError, HouseColours, check
from quickscan.presentation.language import DUTCH, LANGUAGES, translator

PREFIX = "QUICKSCAN_"
FOR_TESTS = "QUICKSCAN_TEST_"
"""What begins so is read by tests only: CONTRIBUTING.md."""
PROJECT = Path(__file__).resolve().parent.parent
REGISTRATION = ("open", "invited")
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
_ORIGIN = re.compile(
    r"https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?|https?://\[[0-9a-fA-F:]+\](:[0-9]{1,5})?"
)
_SETTING = "setting"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfigProblem:
    """One setting that cannot be used: Dutch words to be filled with values.

    A value that is a function gives its words in a language.
    """

    variable: str
    dutch: str
    values: Mapping[str, object]

    def message(self, language: str = DUTCH) -> str:
        """Return what is wrong and what to do."""
        values = {
            name: value(language) if callable(value) else value
            for name, value in self.values.items()
        }
        return f"{self.variable}: {translator(language)(self.dutch, **values)}"


class ConfigError(ValueError):
    """Settings that cannot be used; holds everything that is wrong with them."""

    def __init__(self, problems: tuple[ConfigProblem, ...], language: str) -> None:
        super().__init__("\n".join(problem.message(language) for problem in problems))
        self.problems = problems
        self.language = language

    def message(self, language: str | None = None) -> str:
        """Return every problem on a line of its own."""
        return "\n".join(own.message(language or self.language) for own in self.problems)


class _RefusedError(ValueError):
    """A value that does not do; carries the Dutch words for what would."""

    def __init__(self, dutch: str, **values: object) -> None:
        super().__init__(dutch)
        self.dutch = dutch
        self.values = values


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How one setting is given.

    `default` is written as in the environment, `{var}` being the folder of QUICKSCAN_VAR and
    `{project}` that of the program; empty means: not set. `meaning` is for the documentation.
    `also` are other variables that are heard when this one is absent.
    """

    name: str
    variable: str
    default: str
    meaning: str
    parse: Callable[[str], Any]
    also: tuple[str, ...] = ()


def _given(
    variable: str,
    default: str,
    meaning: str,
    parse: Callable[[str], Any] = str,
    also: tuple[str, ...] = (),
) -> Any:
    """Declare a setting; the field's name is added by `settings`."""
    declared = {
        "variable": PREFIX + variable,
        "default": default,
        "meaning": meaning,
        "parse": parse,
        "also": also,
    }
    return field(metadata={_SETTING: declared})


# --- what a value may be ----------------------------------------------------------------


def _whole(written: str, *, low: int, high: int) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", written) or not low <= int(written) <= high:
        raise _RefusedError(
            "„{written}” kan niet; geef een heel getal van {low} tot en met {high}",
            written=written,
            low=low,
            high=high,
        )
    return int(written)


def _one_of(written: str, *, known: tuple[str, ...]) -> str:
    for word in known:
        if written.lower() == word.lower():
            return word
    raise _RefusedError(
        "„{written}” kan niet; kies uit {known}", written=written, known=", ".join(known)
    )


def _folder(written: str) -> Path:
    return Path(written).expanduser().absolute()


def _folders(written: str) -> tuple[Path, ...]:
    found = tuple(_folder(each) for each in written.split(os.pathsep) if each)
    for folder in found:
        if not folder.is_dir():
            raise _RefusedError(
                "de map {folder} is er niet; noem bestaande mappen, gescheiden door „{sep}”",
                folder=folder,
                sep=os.pathsep,
            )
    return found


def _database_url(written: str) -> str:
    if not re.match(r"(sqlite:///|postgres(ql)?(\+psycopg)?://).", written):
        # The value is not repeated: a password may stand in it.
        raise _RefusedError(
            "dit adres kan niet; geef sqlite:////pad/naar/bestand.sqlite3 of "
            "postgresql://gebruiker:wachtwoord@host/naam"
        )
    return written


def _origin(written: str) -> str | None:
    if written and not _ORIGIN.fullmatch(written):
        raise _RefusedError(
            "„{written}” kan niet; geef het adres zonder pad, zoals https://scan.example",
            written=written,
        )
    return written.lower() or None


def _mail_server(written: str) -> MailServer | None:
    try:
        return mail_server(written) if written else None
    except MailServerError:
        # The value is not repeated: a password may stand in it.
        raise _RefusedError(
            "dit adres kan niet; geef smtps://gebruiker:wachtwoord@host:465 of "
            "smtp://host:587?starttls, met bijzondere tekens als %40"
        ) from None
    except OpenPasswordError:
        raise _RefusedError(
            "zo gaat het wachtwoord leesbaar over het netwerk; geef smtps://… of zet "
            "?starttls erachter"
        ) from None


def _mail_address(written: str) -> str:
    if written and not is_address(written):
        raise _RefusedError(
            "„{written}” is geen mailadres; schrijf het als scan@voorbeeld.example",
            written=written,
        )
    return written


def _colour(written: str) -> str | None:
    if written and not re.fullmatch(r"#[0-9a-fA-F]{6}", written):
        raise _RefusedError(
            "„{written}” is geen kleur; schrijf hem als #0b5563", written=written
        )
    return written.lower() or None


_PORT = partial(_whole, low=0, high=65535)
_SOME = partial(_whole, low=1, high=64)


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The settings of one running program."""

    var: Path = _given(  # noqa: RUF009  it is a field
        "VAR",
        "var",
        "Folder of the SQLite database and the key; made with access for its owner only.",
        _folder,
    )
    database_url: str = _given(
        "DATABASE_URL",
        "sqlite:///{var}/quickscan.sqlite3",
        "The database: `sqlite:////path/to/file` or `postgresql://user:password@host/name`.",
        _database_url,
    )
    key_file: Path = _given(  # noqa: RUF009
        "KEY_FILE",
        "{var}/key",
        "The secret key under which codes are hashed; made at the first start. Without it "
        "no code works any more.",
        _folder,
    )
    questionnaires: tuple[Path, ...] = _given(
        "QUESTIONNAIRES",
        "{project}/questionnaires",
        "Folders with questionnaires, separated by a colon.",
        _folders,
    )
    host: str = _given("HOST", "127.0.0.1", "Address on which the web server listens.")
    port: int = _given(
        "PORT",
        "8000",
        "Port on which the web server listens; `0` takes a free one. Without this variable "
        "`PORT` counts.",
        _PORT,
        also=("PORT",),
    )
    origin: str | None = _given(
        "ORIGIN",
        "",
        "The address at which visitors see the site, such as `https://scan.example`. Needed "
        "behind a proxy: cookies become `Secure`, and it tells requests from another site.",
        _origin,
    )
    trusted_proxies: int = _given(
        "TRUSTED_PROXIES",
        "0",
        "How many proxies stand before the web server; only then do `X-Forwarded-For`, "
        "`-Proto` and `-Host` count.",
        partial(_whole, low=0, high=9),
    )
    web_processes: int = _given("WEB_PROCESSES", "2", "Processes of the web server.", _SOME)
    web_threads: int = _given("WEB_THREADS", "4", "Threads in each process.", _SOME)
    workers: int = _given(
        "WORKERS",
        "1",
        "How many workers make reports and send mail; `0` when they run elsewhere.",
        partial(_whole, low=0, high=64),
    )
    unfinished_days: int = _given(
        "UNFINISHED_DAYS",
        "30",
        "Days that an unfinished scan is kept after its last page.",
        partial(_whole, low=1, high=3650),
    )
    finished_months: int = _given(
        "FINISHED_MONTHS",
        "24",
        "Months that a finished scan is kept.",
        partial(_whole, low=1, high=120),
    )
    registration: str = _given(
        "REGISTRATION",
        "open",
        "Who may make an account for an organisation: `open` for everyone, or `invited`: only "
        "who was given one with `quickscan user add EMAIL --coordinator`, or has an "
        "invitation of a coordinator.",
        partial(_one_of, known=REGISTRATION),
    )
    smtp_url: MailServer | None = _given(  # noqa: RUF009
        "SMTP_URL",
        "",
        "The mail server, such as `smtps://user:password@host:465` or "
        "`smtp://host:587?starttls`; without it no mail is sent.",
        _mail_server,
    )
    smtp_from: str = _given(
        "SMTP_FROM",
        "",
        "The address that mail comes from; needed with `QUICKSCAN_SMTP_URL`.",
        _mail_address,
    )
    language: str = _given(
        "LANGUAGE",
        DUTCH,
        "Language of the commands: `nl` or `en`.",
        partial(_one_of, known=LANGUAGES),
    )
    organisation: str = _given(
        "ORGANISATION",
        "",
        "Who runs this site, for the colophon, and as processor where a round is read along.",
    )
    contact: str = _given(
        "CONTACT",
        "",
        "Mail address or words on the pages on privacy and accessibility, and where a round "
        "is read along.",
    )
    ground: str | None = _given(
        "GROUND", "", "House colour of the ground, such as `#fbf5ea`.", _colour
    )
    ink: str | None = _given("INK", "", "House colour of text.", _colour)
    accent: str | None = _given("ACCENT", "", "House colour of buttons and drawings.", _colour)
    signal: str | None = _given("SIGNAL", "", "House colour of errors.", _colour)
    log_level: str = _given(
        "LOG_LEVEL",
        "INFO",
        "From which level on is logged: `DEBUG`, `INFO`, `WARNING` or `ERROR`.",
        partial(_one_of, known=LOG_LEVELS),
    )

    @classmethod
    def from_env(cls, environ: Mapping[str, str] | None = None) -> Self:
        """Return the settings that the environment gives.

        Raises:
            ConfigError: some cannot be used; says everything that is wrong.
        """
        environ = os.environ if environ is None else environ
        values: dict[str, Any] = {}
        problems = [*_unknown(environ)]
        for setting in settings():
            try:
                written = _written(setting, environ, values)
                values[setting.name] = setting.parse(written)
            except _RefusedError as error:
                problems.append(_problem(_variable(setting, environ), error))
        problems += _unreadable(values)
        problems += _lacking_for_mail(values)
        if problems:
            language = values.get("language", DUTCH)
            raise ConfigError(tuple(problems), language)
        return cls(**values)

    @property
    def house_colours(self) -> HouseColours | None:
        """The colours of the organisation; None where it set none."""
        return _house_colours({name: getattr(self, name) for name in _COLOURS})


_COLOURS = ("ground", "ink", "accent", "signal")


def settings() -> tuple[Setting, ...]:
    """Return every setting, in the order in which they are documented."""
    return tuple(Setting(name=own.name, **own.metadata[_SETTING]) for own in fields(Config))


def _variable(setting: Setting, environ: Mapping[str, str]) -> str:
    """Return the variable that a setting is taken from: the first that is not empty."""
    names = (setting.variable, *setting.also)
    return next((name for name in names if environ.get(name, "").strip()), setting.variable)


def _written(setting: Setting, environ: Mapping[str, str], values: Mapping[str, Any]) -> str:
    written = environ.get(_variable(setting, environ), "").strip()
    return written or setting.default.format(var=values.get("var", ""), project=PROJECT)


def _unknown(environ: Mapping[str, str]) -> Iterator[ConfigProblem]:
    known = [setting.variable for setting in settings()]
    for variable in sorted(environ):
        ours = variable.startswith(PREFIX) and not variable.startswith(FOR_TESTS)
        if ours and variable not in known:
            near = get_close_matches(variable, known, n=1)
            if near:
                error = _RefusedError("bestaat niet; is {near} bedoeld?", near=near[0])
            else:
                error = _RefusedError("bestaat niet; haal deze variabele weg")
            yield _problem(variable, error)


def _problem(variable: str, error: _RefusedError) -> ConfigProblem:
    return ConfigProblem(variable=variable, dutch=error.dutch, values=error.values)


def _lacking_for_mail(values: Mapping[str, Any]) -> Iterator[ConfigProblem]:
    """Say what is not set of what mail needs: a link in it leads to the origin."""
    if values.get("smtp_url"):
        for name in ("smtp_from", "origin"):
            if values.get(name, True) in ("", None):
                error = _RefusedError(
                    "is nodig om mail te versturen; zie {other}", other="QUICKSCAN_SMTP_URL"
                )
                yield _problem(PREFIX + name.upper(), error)


def _house_colours(values: Mapping[str, str | None]) -> HouseColours | None:
    own = {name: value for name in _COLOURS if (value := values.get(name))}
    return HouseColours(**own) if own else None


def _unreadable(values: Mapping[str, Any]) -> Iterator[ConfigProblem]:
    """Say which house colours people could not read, each pair with its ratio."""
    try:
        colours = _house_colours(values)
        if colours:
            check(colours)
    except ContrastError as error:
        names = [PREFIX + name.upper() for name in _COLOURS if values.get(name)]
        words = "te weinig verschil om te lezen: {pairs}; kies donkerder of lichter"
        yield ConfigProblem(
            variable=", ".join(names), dutch=words, values={"pairs": error.message}
        )
