"""What may be shown of groups, put into words once for the page and the report.

Everything here is read from a `GroupResult`: no figure behind it is seen. A team is one side,
or one per role beside each other; several teams are sides too.
"""

from quickscan.presentation.team_outcome.making import Group, team_outcome
from quickscan.presentation.team_outcome.values import (
    Asked,
    OnTable,
    Scope,
    Showing,
    Side,
    Statement,
    Tally,
    TeamGuide,
    TeamMeeting,
    TeamOutcome,
    TeamTheme,
    Themes,
)

__all__ = [
    "Asked",
    "Group",
    "OnTable",
    "Scope",
    "Showing",
    "Side",
    "Statement",
    "Tally",
    "TeamGuide",
    "TeamMeeting",
    "TeamOutcome",
    "TeamTheme",
    "Themes",
    "team_outcome",
]
