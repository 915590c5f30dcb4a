import json
import logging
from types import SimpleNamespace

import pytest

from quickscan.logs import DayFormatter, _on_ignored
from quickscan.presentation.dates import today


def logged(name: str, message: object, *arguments: object, **extra: object) -> object:
    record = logging.getLogger(name).makeRecord(
        name, logging.WARNING, __file__, 1, message, arguments, None, extra=extra
    )
    return json.loads(DayFormatter().format(record))


def test_an_event_is_a_line_with_the_day_and_no_time() -> None:
    assert logged("quickscan.web", "request", route="/scan/<ref>", status=200) == {
        "day": today().isoformat(),
        "level": "warning",
        "event": "request",
        "route": "/scan/<ref>",
        "status": 200,
    }


@pytest.mark.parametrize(
    "arguments", [("Error handling request %s", "/scan/geheim"), (ValueError("geheim"),)]
)
def test_of_libraries_only_the_words_in_their_code_are_kept(
    arguments: tuple[object, ...],
) -> None:
    line = logged("gunicorn.error", *arguments, client="geheim")

    assert "geheim" not in json.dumps(line)
    assert '"from": "gunicorn.error"' in json.dumps(line)


def test_of_an_exception_only_its_kind_and_place_are_kept() -> None:
    try:
        raise LookupError("geheim")  # noqa: TRY301
    except LookupError as error:
        record = logging.makeLogRecord({"name": "quickscan", "msg": "trouble"})
        record.exc_info = (type(error), error, error.__traceback__)
    line = DayFormatter().format(record)

    assert "builtins.LookupError at " in line
    assert "geheim" not in line


def test_an_exception_nobody_can_catch_is_logged_by_kind_and_place_only(caplog):
    ignored = SimpleNamespace(exc_value=ValueError("secret words"))

    _on_ignored(ignored)

    assert "secret words" not in str(caplog.records[0].__dict__)
    assert "ValueError" in caplog.records[0].error


def test_a_request_to_stop_inside_such_a_place_is_no_fault(caplog):
    _on_ignored(SimpleNamespace(exc_value=SystemExit(0)))

    assert not caplog.records
