"""Finds every text of the interface: in templates, and in code that speaks through `_`."""

import ast
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, nodes

SOURCE = Path(__file__).parent.parent / "quickscan"
SPEAKERS = {"_", "say", "translate", "Seen", "_RefusedError"}
"""Names under which a translator is called, or that keep Dutch words for one."""


def texts() -> dict[str, str]:
    """Return every Dutch text with the file it was found in."""
    found: dict[str, str] = {}
    for file in sorted(SOURCE.rglob("*.py")):
        for text in _in_code(ast.parse(file.read_text("utf-8"))):
            found.setdefault(text, file.relative_to(SOURCE).as_posix())
    environment = Environment(autoescape=True, extensions=["jinja2.ext.do"])
    for file in sorted(SOURCE.rglob("templates/**/*.*")):
        for text in _in_template(environment.parse(file.read_text("utf-8"))):
            found.setdefault(text, file.relative_to(SOURCE).as_posix())
    return found


def _in_code(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _speaks(node.func):
            yield from _literals(node.args)


def _speaks(function: ast.expr) -> bool:
    """Say whether something called is a translator: `_`, `say()`, `voice.translate`, `.many`."""
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


def _in_template(tree: nodes.Template) -> Iterator[str]:
    for call in tree.find_all(nodes.Call):
        function = call.node
        if isinstance(function, nodes.Getattr) and function.attr == "many":
            function = function.node
        if isinstance(function, nodes.Name) and function.name == "_":
            for argument in call.args:
                if isinstance(argument, nodes.Const) and isinstance(argument.value, str):
                    yield argument.value
