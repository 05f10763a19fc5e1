"""The rules about our Python, each as a function from a syntax tree to what is wrong in it."""

import ast
from collections.abc import Iterator

LONGEST_FUNCTION = 50
LONGEST_FILE = 400
MOST_PARAMETERS = 5

type_of_function = (ast.FunctionDef, ast.AsyncFunctionDef)

CLOCKS = frozenset(
    {
        "datetime.date.today",
        "datetime.datetime.now",
        "datetime.datetime.today",
        "datetime.datetime.utcnow",
        "django.db.models.functions.Now",
        "django.utils.timezone.localdate",
        "django.utils.timezone.localtime",
        "django.utils.timezone.now",
    }
)
CLOCK_MODULE = "time"
CLOCK_OPTIONS = frozenset({"auto_now", "auto_now_add"})
BROAD = frozenset({"Exception", "BaseException"})


def long_functions(tree: ast.Module) -> Iterator[str]:
    """Functions longer than a person can hold in the head, counted with signature and docstring."""
    for node in _functions(tree):
        lines = (node.end_lineno or node.lineno) - node.lineno + 1
        if lines > LONGEST_FUNCTION:
            yield f"{node.lineno}: {node.name} has {lines} lines, {LONGEST_FUNCTION} at most"


def many_parameters(tree: ast.Module) -> Iterator[str]:
    """Functions with more parameters than five, self and cls not counted."""
    for node in _functions(tree):
        given = node.args
        names = [each.arg for each in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
        count = len([each for each in names if each not in {"self", "cls"}])
        if count > MOST_PARAMETERS:
            yield f"{node.lineno}: {node.name} has {count} parameters, {MOST_PARAMETERS} at most"


def clock_readings(tree: ast.Module) -> Iterator[str]:
    """Every place that reads the clock, or hands on something that does."""
    imported = _imported(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Name | ast.Attribute):
            what = _dotted(node, imported)
            if what in CLOCKS or what.startswith(f"{CLOCK_MODULE}."):
                yield f"{node.lineno}: {what} reads the clock; take the moment as an argument"
        if isinstance(node, ast.keyword) and node.arg in CLOCK_OPTIONS:
            yield f"{node.value.lineno}: {node.arg} reads the clock; store the moment that is given"


def hidden_imports(tree: ast.Module) -> Iterator[str]:
    """Imports inside a function, where a circle can hide."""
    for function in _functions(tree):
        for node in ast.walk(function):
            if isinstance(node, ast.Import | ast.ImportFrom):
                yield f"{node.lineno}: an import inside {function.name}; put it at the top"


def broad_excepts(tree: ast.Module) -> Iterator[str]:
    """Handlers that would also swallow a mistake of ours."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler) and _is_broad(node.type):
            yield f"{node.lineno}: a broad except; name what can go wrong"
        if isinstance(node, ast.Call) and _is_broad_suppress(node):
            yield f"{node.lineno}: a broad suppress; name what can go wrong"


def without_docstring(tree: ast.Module) -> Iterator[str]:
    """Public functions, and public methods of public classes, that do not say what they give."""
    for node in public_functions(tree):
        if not (ast.get_docstring(node) or "").strip():
            yield f"{node.lineno}: {node.name} has no docstring"


def public_functions(tree: ast.Module) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """The functions that others may call: no underscore in front, at the top or in a class.

    A class with a base may be filling in what the base has described, so its methods are left out.
    """
    classes = [each for each in tree.body if isinstance(each, ast.ClassDef)]
    bodies = [tree.body, *(each.body for each in classes if _public(each) and not each.bases)]
    functions = [each for body in bodies for each in body]
    return [each for each in functions if isinstance(each, type_of_function) and _public(each)]


def _public(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> bool:
    return not node.name.startswith("_")


def _functions(tree: ast.Module) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(tree) if isinstance(node, type_of_function)]


def _imported(tree: ast.Module) -> dict[str, str]:
    """Each name that an import binds in the file, with what it stands for."""
    names: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                top = alias.name.split(".")[0]
                names[alias.asname or top] = alias.name if alias.asname else top
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                names[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return names


def _dotted(node: ast.expr, imported: dict[str, str]) -> str:
    """What an expression like `timezone.now` stands for, "" when it is not such a name."""
    if isinstance(node, ast.Name):
        return imported.get(node.id, "")
    if isinstance(node, ast.Attribute):
        before = _dotted(node.value, imported)
        return f"{before}.{node.attr}" if before else ""
    return ""


def _is_broad_suppress(call: ast.Call) -> bool:
    named = ast.unparse(call.func).endswith("suppress")
    return named and any(_is_broad(each) for each in call.args)


def _is_broad(caught: ast.expr | None) -> bool:
    if isinstance(caught, ast.Tuple):
        return any(_is_broad(each) for each in caught.elts)
    return caught is None or ast.unparse(caught).rsplit(".", 1)[-1] in BROAD
