"""The line above a section: where this page lies on the path."""

from functools import lru_cache

from markupsafe import Markup

from quickscan.domain.ids import SectionId, ThemeId
from quickscan.domain.progress import Progress, section_themes
from quickscan.domain.questionnaire import Questionnaire, Section
from quickscan.presentation.charts import Stop, StopState, facing, path_progress
from quickscan.presentation.language import translator
from quickscan.presentation.outcome import main_dimension
from quickscan.web.scan.contexts import Page, section_state


def progress_line(
    page: Page, progress: Progress, saved: frozenset[SectionId], here: Section
) -> Markup:
    """Return the path with the state of each stop, drawn wide and narrow.

    Nothing where the main dimension has no order, for then there is no path.
    """
    dimension = main_dimension(page.questionnaire)
    if not dimension.ordered:
        return Markup()
    places = section_themes(page.questionnaire, dimension.id)
    states: dict[ThemeId | None, StopState] = {}
    for section in progress.course.sections:
        place = places[section.id]
        if section is here:
            states[place] = StopState.HERE
        elif section_state(section, progress, saved) == "done":
            states.setdefault(place, StopState.DONE)
        elif states.get(place) is not StopState.HERE:
            states[place] = StopState.TODO
    order = tuple(states.get(theme.id, StopState.LATER) for theme in dimension.themes)
    return _drawn(page.questionnaire, order, page.say.language)


@lru_cache(maxsize=1024)
def _drawn(
    questionnaire: Questionnaire, states: tuple[StopState, ...], language: str
) -> Markup:
    """Return the drawing, which many visitors share."""
    themes = main_dimension(questionnaire).themes
    stops = [
        Stop(title=theme.title.to(language), state=state)
        for theme, state in zip(themes, states, strict=True)
    ]
    say = translator(language)
    wide = path_progress(stops, say, wide=True, classes="wide")
    slim = path_progress(stops, say, wide=False, classes="slim")
    return facing(wide, language) + facing(slim, language)
