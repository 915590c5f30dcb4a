"""The Workplace: where editors make, check and publish questionnaires in the browser."""

from flask import Flask

from quickscan.services.drafts import NoSuchDraftError
from quickscan.web.preview import views as preview_views
from quickscan.web.workplace import (  # noqa: F401  (they add their views)
    exchanging,
    signing,
    views,
)
from quickscan.web.workplace.previewing import EditionDrafts
from quickscan.web.workplace.sharing import blueprint

PREVIEW = f"{signing.PLACE}/voorbeeld"


def init_app(app: Flask) -> None:
    """Add the pages of the Workplace, and the preview of what lies there."""
    app.before_request(signing.ENTRANCE.keep_out)
    app.register_blueprint(signing.blueprint)
    app.register_blueprint(blueprint)
    app.extensions[preview_views.DRAFTS] = EditionDrafts()
    app.register_blueprint(preview_views.blueprint, url_prefix=PREVIEW)
    app.register_error_handler(NoSuchDraftError, preview_views.no_such_draft)
