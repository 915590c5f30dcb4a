"""What a team of some size can show at all, told before its round opens."""

from collections.abc import Iterator

from quickscan.domain.anonymity import EXACT_FROM
from quickscan.domain.group_comparison import least_difference
from quickscan.presentation.language import Translator


def what_can_show(size: int, minimum: int, _: Translator) -> str:
    """Return what may come of a team of this size, and which differences it can tell.

    For a difference three quarters of the team are counted on, both times. See
    `least_difference` for what is assumed.
    """
    return " ".join(_sentences(size, minimum, _))


def _sentences(size: int, minimum: int, _: Translator) -> Iterator[str]:
    if size < minimum:
        yield _("Hier komt nooit een eigen uitslag van.")
        return
    if size < EXACT_FROM:
        yield _("De uitslag is in grote lijnen.")
        yield _("Of een verschil met een andere meting toeval is, valt dan niet te zeggen.")
        return
    if minimum < EXACT_FROM:
        yield _(
            "Doen er {number} of meer mee, dan is de uitslag precies. Bij minder in grote"
            " lijnen.",
            number=EXACT_FROM,
        )
    else:
        yield _("De uitslag is precies.")
    yield from _difference(size, minimum, _)


def _difference(size: int, minimum: int, _: Translator) -> Iterator[str]:
    count = max(EXACT_FROM, minimum, -(-3 * size // 4))
    points = least_difference(count, size, minimum=minimum) if count < size else None
    if points:
        yield _(
            "Doen er twee keer {count} mee, dan valt een verschil tussen metingen op vanaf"
            " ongeveer {points} punten van de 100. Een kleiner verschil kan toeval zijn.",
            count=count,
            points=points,
        )
    else:
        yield _(
            "Doet twee keer het hele team mee, dan is elk verschil van het team zelf. Anders"
            " kan het toeval zijn."
        )
