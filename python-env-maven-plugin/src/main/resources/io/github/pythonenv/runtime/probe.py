# Imports what a whole Python consists of, and says for each module how that went. A line is written before
# and after each import, so that a module that ends the process is named by the line that is last.
import os
import sys
from importlib import import_module
from importlib.machinery import EXTENSION_SUFFIXES, PathFinder
from importlib.util import module_from_spec

# Running this one imports all of asyncio, a hundred modules that have no bytecode yet: four fifths of the
# time of all others together. Opening its file is what can go wrong.
OPENED_ONLY = {"_asyncio"}


def say(*words):
    print(*words, sep="\t", flush=True)


def extension_modules():
    suffixes = tuple(sorted(EXTENSION_SUFFIXES, key=len, reverse=True))
    found = set()
    for folder in sys.path:
        if os.path.isdir(folder) and os.path.basename(folder) != "site-packages":
            for file in os.listdir(folder):
                suffix = next((s for s in suffixes if file.endswith(s)), None)
                if suffix:
                    found.add(file[: -len(suffix)])
    # CPython's own tests and examples; ctypes' is among them.
    return {name for name in found if not name.startswith(("_test", "_ctypes_test", "xx", "_xx"))}


def attempt(name):
    spec = PathFinder.find_spec(name) if name in OPENED_ONLY else None
    if spec:
        module_from_spec(spec)
    else:
        import_module(name)


asked, skipped = (words.split(",") for words in sys.argv[1:3])
say("python", "%d.%d.%d" % sys.version_info[:3])
for name in sorted(extension_modules().union(asked).difference(skipped)):
    say("try", name)
    try:
        attempt(name)
    except BaseException as e:
        absent = isinstance(e, ModuleNotFoundError) and e.name == name
        say("absent" if absent else "failed", name, " ".join(str(e).split()) or type(e).__name__)
    else:
        say("works", name)
say("end")
