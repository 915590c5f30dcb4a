"""The pages of coordinators: their organisation, its teams and its rounds."""

from flask import Flask

from quickscan.web.organisation import (  # noqa: F401  (they add their views)
    among,
    comparing,
    drafting,
    inviting,
    joining,
    measuring,
    opening,
    own_questions,
    papers,
    signing,
    teams_in_draft,
    views,
)
from quickscan.web.organisation.sharing import blueprint


def init_app(app: Flask) -> None:
    """Add the pages of organisations."""
    app.before_request(signing.ENTRANCE.keep_out)
    app.register_blueprint(blueprint)
