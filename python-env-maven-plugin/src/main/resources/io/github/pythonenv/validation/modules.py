import importlib, time


def missing_module(e):
    # Packages that catch that another one is missing tell it in an ImportError of their own, which names no module.
    # Those of the import system itself do: a library that does not load is no missing module.
    while isinstance(e, ImportError):
        if e.name:
            return e.name if isinstance(e, ModuleNotFoundError) else ""
        e = e.__cause__ or e.__context__
    return ""


for target in sys.argv[1:]:
    start = time.perf_counter()
    try:
        module, _, attribute = target.partition(":")
        value = importlib.import_module(module)
        for part in filter(None, attribute.split(".")):
            value = getattr(value, part)
    except BaseException as e:
        missing = missing_module(e)
        answer(
            failed=target,
            kind=type(e).__name__,
            text=" ".join(str(e).split())[:500],
            missing=missing,
            standard=missing.partition(".")[0] in sys.stdlib_module_names,
        )
    else:
        answer(works=target, milliseconds=(time.perf_counter() - start) * 1000)
# Threads that modules started, and what they do at the end, are no matter of their import.
os._exit(0)
