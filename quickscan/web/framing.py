"""What stands around every page and is the same on all of them: drawn once per language."""

from dataclasses import dataclass, fields
from hashlib import sha256
from pathlib import Path

from flask import Flask, current_app, url_for
from markupsafe import Markup

from quickscan.presentation.charts import logo
from quickscan.presentation.language import translator

_FRAMES = "quickscan-frames"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The parts of `frame.html` in one language."""

    assets: Markup
    brand: Markup
    leave: Markup
    about: Markup


def init_app(app: Flask, *, house_style: bool) -> None:
    """Prepare the frame of every page."""
    fingerprints = _fingerprints(Path(app.static_folder or ""))

    def asset(name: str) -> str:
        """Return the address of a file, with its hash, so that browsers may keep it."""
        return url_for("static", filename=name, v=fingerprints[name])

    app.jinja_env.globals.update(asset=asset, logo=logo(), house_style=house_style)
    app.extensions[_FRAMES] = {}


def frame(language: str) -> Frame:
    """Return the frame of pages in one language."""
    drawn: dict[str, Frame] = current_app.extensions[_FRAMES]
    if language not in drawn:
        macros = current_app.jinja_env.get_template("frame.html").make_module(
            {"_": translator(language)}
        )
        drawn[language] = Frame(
            **{
                part.name: Markup.escape(getattr(macros, part.name)())
                for part in fields(Frame)
            }
        )
    return drawn[language]


def _fingerprints(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): sha256(file.read_bytes()).hexdigest()[:12]
        for file in folder.rglob("*")
        if file.is_file()
    }
