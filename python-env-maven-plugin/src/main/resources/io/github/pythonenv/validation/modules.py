import importlib, time

for target in sys.argv[1:]:
    start = time.perf_counter()
    try:
        module, _, attribute = target.partition(":")
        value = importlib.import_module(module)
        for part in filter(None, attribute.split(".")):
            value = getattr(value, part)
    except BaseException as e:
        missing = e.name if isinstance(e, ModuleNotFoundError) else None
        answer(
            failed=target,
            kind=type(e).__name__,
            text=" ".join(str(e).split())[:500],
            missing=missing or "",
            standard=(missing or "").partition(".")[0] in sys.stdlib_module_names,
        )
    else:
        answer(works=target, milliseconds=(time.perf_counter() - start) * 1000)
# Threads that modules started, and what they do at the end, are no matter of their import.
os._exit(0)
