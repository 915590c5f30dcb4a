"""The web application: `create_app` is the only place where things are wired together."""

import gc
from collections.abc import Callable
from dataclasses import fields
from http import HTTPStatus
from typing import Any

from flask import Flask, Response, make_response, request
from jinja2 import StrictUndefined
from werkzeug.middleware.proxy_fix import ProxyFix

from quickscan.config import Config
from quickscan.presentation.colours import HouseColours
from quickscan.presentation.language import direction
from quickscan.presentation.markdown import to_html
from quickscan.presentation.sentences import in_words, lowered
from quickscan.services.application import Application
from quickscan.web import (
    errors,
    framing,
    observing,
    organisation,
    security,
    speaking,
    workplace,
)
from quickscan.web.pages import views as pages_views
from quickscan.web.scan import afterwards, starting, together  # noqa: F401  (add their views)
from quickscan.web.scan import reading as reading_views
from quickscan.web.scan import views as scan_views
from quickscan.web.scan.drawings import spine, trail_stop
from quickscan.web.scan.held import held
from quickscan.web.team import along as along_views
from quickscan.web.team import views as team_views
from quickscan.web.wiring import CONFIG, SERVICES

MOST_BYTES = 256 * 1024
"""The largest request: far more than any page of answers."""

_YOUNG = 10_000
"""So many new values, some ten pages of them, before the garbage collector looks at any of
them: nearly all are gone by then of themselves."""

_A_YEAR = 365 * 24 * 60 * 60


class _Site(Flask):
    """Flask that does not look, ten times per request, whether a function is a coroutine."""

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """Return the function as it is: none here is asynchronous."""
        return func


def create_app(config: Config) -> Flask:
    """Return the application for one configuration; its database must have been migrated.

    Raises:
        CatalogueError: a questionnaire is broken; says all that is wrong.
    """
    app = _Site("quickscan.web", static_folder="static", static_url_path="/static")
    app.config.update(MAX_CONTENT_LENGTH=MOST_BYTES, MAX_FORM_PARTS=security.MOST_FIELDS)
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.extensions[SERVICES] = Application.open(config)
    app.extensions[CONFIG] = config
    if config.trusted_proxies:
        count = config.trusted_proxies
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=count, x_proto=count, x_host=count
        )
    security.init_app(app, config.origin)
    speaking.init_app(app)
    framing.init_app(app, house_style=bool(config.house_colours))
    observing.init_app(app)
    errors.init_app(app)
    for views in (pages_views, scan_views, reading_views, team_views, along_views):
        app.register_blueprint(views.blueprint)
    workplace.init_app(app)
    organisation.init_app(app)
    _add_words(app, config)
    _add_house_style(app, config)
    return app


def settled_app(config: Config) -> Flask:
    """Return the application of a process that serves nothing else.

    What it holds now stays: the garbage collector no longer walks the questionnaires, which
    cost a tenth of a request that saves. Server processes made from it share that memory.
    """
    app = create_app(config)
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG)
    return app


def _add_words(app: Flask, config: Config) -> None:
    """Give every template what it may need: the translator, the frame, small drawings."""
    app.jinja_env.filters.update(
        lower_first=lowered, inside=lambda text: text.removesuffix(".")
    )
    app.jinja_env.globals.update(
        markdown=to_html,
        spine=spine,
        trail_stop=trail_stop,
        count_word=_count_word,
        organisation=config.organisation,
        invented=app.extensions[SERVICES].invented,
        other_languages=speaking.other_languages,
    )

    @app.context_processor
    def _per_request() -> dict[str, Any]:
        say = speaking.say()
        return {
            "_": say,
            "language": say.language,
            "direction": direction(say.language),
            "frame": framing.frame(say.language),
            "has_scans": bool(held(request)),
            "problems": (),
        }

    @app.after_request
    def _keep_files(response: Response) -> Response:
        if (
            request.endpoint == "static"
            and "v" in request.args
            and response.status_code == HTTPStatus.OK
        ):
            response.headers["Cache-Control"] = f"public, max-age={_A_YEAR}, immutable"
        return response


def _count_word(number: int) -> str:
    """Return a small number in the words of this request."""
    return in_words(number, speaking.say())


def _stylesheet(colours: HouseColours) -> str:
    """Return the four custom properties that an organisation may set."""
    properties = (
        f"--{field.name}: {getattr(colours, field.name)}" for field in fields(colours)
    )
    return f":root {{ {'; '.join(properties)} }}\n"


def _add_house_style(app: Flask, config: Config) -> None:
    """Serve the four colours of the organisation as a stylesheet of their own."""
    css = _stylesheet(config.house_colours) if config.house_colours else ""

    @app.get("/huisstijl.css")
    def house_style() -> Response:
        response = make_response(css)
        response.headers["Content-Type"] = "text/css; charset=utf-8"
        response.headers["Cache-Control"] = "public, max-age=300"
        return response


__all__ = ["create_app", "settled_app"]
