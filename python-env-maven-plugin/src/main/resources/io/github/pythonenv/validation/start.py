import platform
from importlib.machinery import EXTENSION_SUFFIXES

answer(
    version=platform.python_version(),
    implementation=platform.python_implementation(),
    build=" ".join(platform.python_build()),
    compiler=platform.python_compiler(),
    executable=os.path.realpath(sys.executable),
    base=os.path.realpath(getattr(sys, "_base_executable", sys.executable)),
    prefix=os.path.realpath(sys.prefix),
    suffixes=EXTENSION_SUFFIXES,
)
