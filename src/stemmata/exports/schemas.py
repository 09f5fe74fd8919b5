"""JSON Schemas (2020-12) of what the program writes as JSON, every description taken from the nouns themselves."""

import ast
import inspect
from collections.abc import Mapping, Sequence
from functools import cache
from types import ModuleType
from typing import Any

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(noun: type, title: str, modules: Sequence[ModuleType]) -> dict[str, Any]:
    """The schema of a noun of one of these modules, described by their docstrings.

    Args:
        noun: a dataclass or typed dictionary.
        title: the name and version of the format.
        modules: where it and the nouns that it holds are defined.
    """
    from pydantic import TypeAdapter  # costs 0.2 s to import

    schema = TypeAdapter(noun).json_schema(mode="serialization")
    nouns = {name: getattr(module, name) for module in modules for name in _docstrings(module)}
    described = {name: told for module in modules for name, told in _docstrings(module).items()}
    for name, definition in [(noun.__name__, schema), *schema.get("$defs", {}).items()]:
        _describe(definition, nouns[name], described[name])
    return {"$schema": DRAFT, "title": title} | schema | {"title": title}


def _describe(definition: dict[str, Any], noun: type, attributes: Mapping[str, str]) -> None:
    definition["description"] = inspect.getdoc(noun)
    for name, described in definition["properties"].items():
        described.pop("title", None)
        if name in attributes:
            described["description"] = attributes[name]


@cache
def _docstrings(module: ModuleType) -> Mapping[str, Mapping[str, str]]:
    """The string after each attribute of each class of a module; Python itself does not keep them."""
    classes = [node for node in ast.parse(inspect.getsource(module)).body if isinstance(node, ast.ClassDef)]
    return {node.name: _attributes(node) for node in classes}


def _attributes(node: ast.ClassDef) -> dict[str, str]:
    found = {}
    for attribute, after in zip(node.body, node.body[1:], strict=False):
        if (
            isinstance(attribute, ast.AnnAssign)
            and isinstance(attribute.target, ast.Name)
            and isinstance(after, ast.Expr)
            and isinstance(after.value, ast.Constant)
        ):
            found[attribute.target.id] = inspect.cleandoc(str(after.value.value))
    return found
