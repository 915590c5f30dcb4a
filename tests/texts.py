"""Finds every text of the interface: in templates, and in code that speaks through `_`."""

import ast
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, nodes

SOURCE = Path(__file__).parent.parent / "quickscan"
SPEAKERS = {"_", "say", "translate", "Seen", "_RefusedError", "UsageError", "OutsideError"}
"""Names under which a translator is called, or that keep Dutch words for one."""

BILINGUAL = SOURCE / "definitions" / "messages"
"""Keeps each of its messages in both languages, side by side."""


def texts() -> dict[str, str]:
    """Return every Dutch text with the file it was found in."""
    found: dict[str, str] = {}
    for file in sorted(SOURCE.rglob("*.py")):
        if BILINGUAL not in file.parents:
            for text in in_code(file.read_text("utf-8")):
                found.setdefault(text, file.relative_to(SOURCE).as_posix())
    for file in template_files():
        for text in _in_template(parsed(file)):
            found.setdefault(text, file.relative_to(SOURCE).as_posix())
    return found


def template_files() -> list[Path]:
    """Return the templates of pages and of the report."""
    return [file for file in sorted(SOURCE.rglob("templates/**/*.*")) if file.suffix != ".css"]


def parsed(file: Path) -> nodes.Template:
    """Return a template as a tree."""
    environment = Environment(autoescape=True, extensions=["jinja2.ext.do"])
    return environment.parse(file.read_text("utf-8"))


# --- in code ----------------------------------------------------------------------------


def in_code(source: str) -> Iterator[str]:
    """Return the texts in a module, also those that wait in a variable to be spoken."""
    tree = ast.parse(source)
    yield from _spoken(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            yield from _waiting(node)


def _spoken(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _literals(_words_of(node))


def _waiting(function: ast.FunctionDef) -> Iterator[str]:
    """Return what is given to a variable that this function then speaks."""
    calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
    names = {own.id for call in calls for own in _words_of(call) if isinstance(own, ast.Name)}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id in names for target in node.targets
        ):
            yield from _literals([node.value])


def _words_of(call: ast.Call) -> list[ast.expr]:
    """Return what a call says: the arguments of a speaker, and any argument named `dutch`."""
    named = [own.value for own in call.keywords if own.arg == "dutch"]
    return [*call.args, *named] if _speaks(call.func) else named


def _speaks(function: ast.expr) -> bool:
    """Say whether what is called is a translator: `_`, `say()`, `voice.translate`, `.many`."""
    match function:
        case ast.Name(id=name):
            return name in SPEAKERS
        case ast.Attribute(value=value, attr="many"):
            return _speaks(value)
        case ast.Attribute(attr=name):
            return name in SPEAKERS
        case ast.Call(func=inner):
            return _speaks(inner) or _makes_translator(inner)
    return False


def _makes_translator(function: ast.expr) -> bool:
    return isinstance(function, ast.Name) and function.id == "translator"


def _literals(arguments: list[ast.expr]) -> Iterator[str]:
    for argument in arguments:
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            yield argument.value
        elif isinstance(argument, ast.IfExp):
            yield from _literals([argument.body, argument.orelse])


# --- in templates -----------------------------------------------------------------------


def _in_template(tree: nodes.Template) -> Iterator[str]:
    for call in tree.find_all(nodes.Call):
        function = call.node
        if isinstance(function, nodes.Getattr) and function.attr == "many":
            function = function.node
        if isinstance(function, nodes.Name) and function.name == "_":
            for argument in call.args:
                if isinstance(argument, nodes.Const) and isinstance(argument.value, str):
                    yield argument.value
