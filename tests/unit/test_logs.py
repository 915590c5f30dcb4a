import json
import logging

import pytest

from quickscan.logs import DayFormatter
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
