"""Commands about versions of a questionnaire: `publish`, `withdraw` and `diff`."""

from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from quickscan.cli.finding import Finder, folders
from quickscan.cli.outcomes import Exit, UsageError
from quickscan.cli.output import say, warn
from quickscan.definitions.check import check_in_place
from quickscan.definitions.files import version_of, versions
from quickscan.definitions.originals import questionnaire_in
from quickscan.definitions.publishing import publish, published_beside, withdraw
from quickscan.definitions.translating import translations
from quickscan.domain.questionnaire import Questionnaire
from quickscan.presentation.authoring import use_in_words
from quickscan.presentation.changes import VersionWords, changes_in_words
from quickscan.presentation.language import Translator


def add(command: Callable[..., Any], _: Translator) -> None:
    """Declare the commands."""
    publishing = command("publish", run_publish, _("leg een versie voor altijd vast"))
    publishing.add_argument("id", metavar=_("ID"), help=_("de id van de vragenlijst"))
    publishing.add_argument(
        "--version",
        type=int,
        metavar=_("N"),
        help=_("de versie; zonder: de nieuwste die nog niet gepubliceerd is"),
    )
    withdrawing = command(
        "withdraw", run_withdraw, _("laat nieuwe scans weer op de versie ervoor beginnen")
    )
    withdrawing.add_argument("id", metavar=_("ID"), help=_("de id van de vragenlijst"))
    withdrawing.add_argument(
        "--version",
        type=int,
        metavar=_("N"),
        help=_("de versie; zonder: de versie die nu wordt aangeboden"),
    )
    translating = command(
        "translations", run_translations, _("vertel welke vertalingen er ontbreken")
    )
    translating.add_argument(
        "questionnaire",
        metavar=_("VRAGENLIJST"),
        help=_("een id, id/v2, of het pad van een bestand"),
    )
    comparing = command("diff", run_diff, _("vertel wat er tussen twee versies verandert"))
    comparing.add_argument(
        "old",
        metavar=_("OUD"),
        help=_("een bestand, ID/v1, of een ID; zonder NIEUW: die en de versie ervoor"),
    )
    comparing.add_argument(
        "new", metavar=_("NIEUW"), nargs="?", help=_("een bestand, ID/v2, of een ID")
    )


# --- publish and withdraw ---------------------------------------------------------------


def run_publish(arguments: Namespace, _: Translator) -> int:
    """Publish one version after a clean check."""
    path = _to_publish(arguments.id, arguments.version)
    checked = check_in_place(path)
    for problem in checked.problems:
        warn(problem.message(_.language))
    if not checked.is_good:
        warn(_("niet gepubliceerd: herstel eerst de fouten"))
        return Exit.WRONG_CONTENT
    before = published_beside(path)
    own = publish(path)
    if before.is_withdrawn(path):
        say(_("{path} wordt weer aangeboden: {hash}", path=path, hash=own))
    elif before.is_published(path):
        say(_("{path} was al gepubliceerd: {hash}", path=path, hash=own))
    else:
        say(_("{path} is gepubliceerd: {hash}", path=path, hash=own))
    return Exit.GOOD


def run_withdraw(arguments: Namespace, _: Translator) -> int:
    """Let no new scan begin on a version; say on which they begin now."""
    own = _files(arguments.id)
    offered = [path for path in own if _is_offered(path)]
    path = _with_version(own, arguments.id, arguments.version) or max(
        offered, key=_number, default=None
    )
    if path is None or not published_beside(path).is_published(path):
        words = "geen gepubliceerde versie van '{id}' om in te trekken"
        raise UsageError(words, id=arguments.id)
    withdraw(path)
    say(_("{path} is ingetrokken: er begint geen nieuwe scan meer op", path=path))
    left = max((each for each in offered if each != path), key=_number, default=None)
    if left:
        say(_("nieuwe scans beginnen op versie {version}", version=_number(left)))
    else:
        say(_("deze vragenlijst wordt niet meer aangeboden"))
    return Exit.GOOD


def _to_publish(id: str, version: int | None) -> Path:
    """Return the file of a version; the newest that is not published when none is named."""
    own = _files(id)
    named = _with_version(own, id, version)
    return named or max(own, key=lambda path: (not _is_published(path), _number(path)))


def _files(id: str) -> list[Path]:
    """Return the files of all versions of a questionnaire, the oldest first."""
    own = [p for folder in folders() for p in versions(folder) if p.parent.name == id]
    if not own:
        raise UsageError("er is geen vragenlijst '{id}'", id=id)
    return sorted(own, key=_number)


def _with_version(paths: Sequence[Path], id: str, version: int | None) -> Path | None:
    if version is None:
        return None
    named = [path for path in paths if _number(path) == version]
    if not named:
        words = "vragenlijst '{id}' heeft geen versie {version}"
        raise UsageError(words, id=id, version=version)
    return named[0]


def _number(path: Path) -> int:
    return version_of(path) or 0


def _is_published(path: Path) -> bool:
    return published_beside(path).is_published(path)


def _is_offered(path: Path) -> bool:
    published = published_beside(path)
    return published.is_published(path) and not published.is_withdrawn(path)


# --- translations -----------------------------------------------------------------------


def run_translations(arguments: Namespace, _: Translator) -> int:
    """Tell per language what is not translated, and what may have become stale."""
    named = Finder(_).find(arguments.questionnaire)
    before = named.before()
    earlier = questionnaire_in(before.original) if before else None
    found = translations(questionnaire_in(named.original), earlier)
    if not found:
        say(_("Er is maar één taal."))
    for own in found:
        say(
            _(
                "{language}: {there} van {total} teksten",
                language=own.language,
                there=own.there,
                total=own.total,
            )
        )
        for place in own.missing:
            say("  " + _("ontbreekt: {place}", place=place))
        for place in own.stale:
            say("  " + _("kijk na: {place} is veranderd, de vertaling niet", place=place))
    return Exit.GOOD


# --- diff -------------------------------------------------------------------------------


def run_diff(arguments: Namespace, _: Translator) -> int:
    """Tell what changes from one version to another, for whom, and what stays comparable."""
    lineage = _lineage(Finder(_), arguments.old, arguments.new)
    for line in _as_lines(changes_in_words(lineage, _.language), _use(lineage[0], _), _):
        say(line)
    return Exit.GOOD


def _lineage(finder: Finder, old: str, new: str | None) -> list[Questionnaire]:
    """Return two versions, and between them those of the same questionnaire that lie there.

    Each of those may say what means the same. Without a second name, the first is the later
    of the two.
    """
    last = finder.find(old if new is None else new)
    first = last.before() if new is None else finder.find(old)
    if first is None:
        words = "er is geen versie om '{name}' mee te vergelijken"
        raise finder.refusal(dutch=words, name=old)
    start, end = questionnaire_in(first.original), questionnaire_in(last.original)
    known = {**first.beside, **last.beside} if start.id == end.id else {}
    between = (n for n in sorted(known) if first.version < n < last.version)
    return [start, *(questionnaire_in(known[number]) for number in between), end]


def _as_lines(words: VersionWords, use: str, _: Translator) -> Iterator[str]:
    yield words.title
    if not words.groups:
        yield ""
        yield _("Er is niets veranderd.")
    for group in words.groups:
        yield ""
        yield group.title
        for change in group.changes:
            yield f"  {change.words}"
            if change.was or change.becomes:
                yield "    - " + _("was: {words}", words=change.was)
                yield "    + " + _("wordt: {words}", words=change.becomes)
            if change.note:
                yield f"    {change.note}"
    for title, lines in (
        (_("Per rol"), words.roles),
        (_("Blijft vergelijkbaar met de versie ervoor"), words.comparable),
        (_("Is niet te vergelijken"), words.incomparable),
        (_("Scans"), (use,)),
    ):
        if lines:
            yield ""
            yield title
            yield from (f"  {line}" for line in lines)


def _use(old: Questionnaire, _: Translator) -> str:
    """Return how many scans stay on the older version, where there is a database to ask."""
    from quickscan.config import Config  # noqa: PLC0415 - only `diff` needs a database
    from quickscan.services.usage import Usage  # noqa: PLC0415
    from quickscan.storage.database import (  # noqa: PLC0415
        Database,
        DatabaseError,
        DatabaseUnreachableError,
        DatabaseUrlError,
        is_there,
    )

    url = Config.from_env().database_url
    try:
        if not is_there(url):
            return _("Niet geteld: er is hier nog geen database.")
        with closing(Database(url)) as database:
            use = Usage(database).of(old.id, old.version)
    except (DatabaseError, DatabaseUnreachableError, DatabaseUrlError):
        return _("Niet geteld: de database is niet te bereiken, of nog niet bijgewerkt.")
    return use_in_words(use.unfinished, use.finished, old.version, _)
