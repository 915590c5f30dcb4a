"""The line above a section: where this page lies on the path."""

from dataclasses import dataclass

from markupsafe import Markup

from quickscan.domain.progress import Progress, WhyNot, asked_sections, section_theme
from quickscan.domain.questionnaire import Dimension, Section, SectionId, ThemeId
from quickscan.presentation.charts import Stop, StopState, path_progress
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
    stops = [
        Stop(
            title=theme.title.to(page.say.language),
            state=_state(_Sections(page, dimension, theme.id, progress), saved, here),
        )
        for theme in dimension.themes
    ]
    wide = path_progress(stops, page.say, wide=True, classes="wide")
    return wide + path_progress(stops, page.say, wide=False, classes="slim")


@dataclass(frozen=True, slots=True)
class _Sections:
    """The sections of one theme."""

    page: Page
    dimension: Dimension
    theme: ThemeId
    progress: Progress

    @property
    def asked(self) -> list[Section]:
        """Those with a question that is asked."""
        asked = asked_sections(self.page.questionnaire, self.progress)
        return [own for own in asked if section_theme(own, self.dimension) == self.theme]

    @property
    def are_later(self) -> bool:
        """Whether some question of this theme is not asked yet."""
        return any(
            self.page.questionnaire.questions[id].theme(self.dimension.id) == self.theme
            for id, why in self.progress.not_asked.items()
            if why is WhyNot.NOT_YET
        )


def _state(sections: _Sections, saved: frozenset[SectionId], here: Section) -> StopState:
    asked = sections.asked
    if here in asked:
        return StopState.HERE
    if not asked:
        return StopState.LATER if sections.are_later else StopState.TODO
    states = {section_state(section, sections.progress, saved) for section in asked}
    return StopState.DONE if states == {"done"} else StopState.TODO
