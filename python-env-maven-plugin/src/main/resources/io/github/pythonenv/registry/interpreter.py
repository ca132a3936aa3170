# Says what this interpreter is. Started with -I -S, by any Python from 3.6 on; nothing is imported that a small
# installation might lack, except where the lack is the answer.
import os
import sys


def say(key, value):
    line = "%s\t%s\n" % (key, " ".join(str(value).split()) if key == "build" else value)
    sys.stdout.buffer.write(line.encode("utf-8", "surrogateescape"))


def there(module):
    import importlib.util

    try:
        return importlib.util.find_spec(module) is not None
    except (ImportError, ValueError):
        return False


def libc():
    try:
        return os.confstr("CS_GNU_LIBC_VERSION") or ""
    except (AttributeError, ValueError, OSError):
        return ""


def externally_managed():
    import sysconfig

    return os.path.exists(os.path.join(sysconfig.get_path("stdlib"), "EXTERNALLY-MANAGED"))


def machine():
    if hasattr(os, "uname"):
        return os.uname().machine
    import sysconfig

    return sysconfig.get_platform().rpartition("-")[2]


say("implementation", sys.implementation.name)
say("version", "%d.%d.%d" % sys.version_info[:3])
say("level", sys.version_info.releaselevel)
say("build", sys.version)
say("executable", sys.executable)
say("prefix", sys.prefix)
say("base", sys.base_prefix)
say("bits", 64 if sys.maxsize > 2 ** 32 else 32)
say("machine", machine())
say("libc", libc())
say("flags", getattr(sys, "abiflags", ""))
say("venv", there("venv"))
say("ensurepip", there("ensurepip"))
say("managed", externally_managed())
say("end", "")
