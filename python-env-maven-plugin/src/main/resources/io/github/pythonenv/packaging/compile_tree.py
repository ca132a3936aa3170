"""Compiles the modules that a file lists, a line each: source, target and the name that tracebacks show, between tabs.

Python uses such bytecode without looking at the source (unchecked, by PEP 552). What does not compile, such as
templates and code for other versions of Python, is passed over: whoever imports it is told why.
"""

import os
import sys

sys.path.pop(0)

import py_compile  # noqa: E402

with open(sys.argv[1], encoding="utf-8") as modules:
    for line in modules:
        source, target, name = line.rstrip("\n").split("\t")
        os.makedirs(os.path.dirname(target), exist_ok=True)
        try:
            py_compile.compile(
                source,
                cfile=target,
                dfile=name,
                doraise=True,
                invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
            )
        except (py_compile.PyCompileError, UnicodeError, ValueError, RecursionError):
            pass
