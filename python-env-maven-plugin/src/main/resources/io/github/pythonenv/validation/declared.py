import ast

# Folders of sources are the arguments. What is imported where it may be missing, or for types only, is no need.


def optional(handlers):
    def names(node):
        if node is None:
            return {"ImportError"}
        if isinstance(node, ast.Tuple):
            return set().union(*(names(one) for one in node.elts))
        return {getattr(node, "id", getattr(node, "attr", ""))}

    return any(names(one.type) & {"ImportError", "ModuleNotFoundError", "Exception"} for one in handlers)


def typing_only(test):
    return getattr(test, "id", getattr(test, "attr", "")) == "TYPE_CHECKING"


def imports(node):
    if isinstance(node, ast.Import):
        for name in node.names:
            yield name.name, node.lineno
    elif isinstance(node, ast.ImportFrom):
        if node.level == 0 and node.module:
            yield node.module, node.lineno
            for name in node.names:
                yield node.module + "." + name.name, node.lineno
    elif isinstance(node, ast.Try) and optional(node.handlers):
        for name, line in (found for part in node.body for found in imports(part)):
            yield "?" + name.lstrip("?"), line
        for part in node.handlers + node.orelse + node.finalbody:
            yield from imports(part)
    elif isinstance(node, ast.If) and typing_only(node.test):
        for name, line in (found for part in node.body for found in imports(part)):
            yield "?" + name.lstrip("?"), line
        for part in node.orelse:
            yield from imports(part)
    else:
        for part in ast.iter_child_nodes(node):
            yield from imports(part)


own, files, unreadable, seen = set(), 0, [], {}
for folder in sys.argv[1:]:
    for entry in os.scandir(folder):
        own.add(entry.name[:-3] if entry.name.endswith(".py") else entry.name)
    for place, folders, names in os.walk(folder):
        folders[:] = [one for one in folders if not one.startswith(".") and one != "__pycache__"]
        # Scripts import what lies beside them.
        own.update(name[:-3] for name in names if name.endswith(".py"))
        for name in sorted(names):
            if name.endswith(".py"):
                path = os.path.join(place, name)
                files += 1
                try:
                    with open(path, "rb") as source:
                        tree = ast.parse(source.read(), path)
                except (SyntaxError, ValueError, OSError) as e:
                    unreadable.append(path + ": " + " ".join(str(e).split()))
                    continue
                for module, line in imports(tree):
                    seen.setdefault(module, path + ":" + str(line))
answer(
    files=files,
    unreadable=unreadable,
    imports=[
        {
            "module": module.lstrip("?"),
            "optional": module.startswith("?"),
            "where": where,
            "standard": module.lstrip("?").partition(".")[0] in sys.stdlib_module_names,
            "own": module.lstrip("?").partition(".")[0] in own,
        }
        for module, where in sorted(seen.items())
    ],
)
