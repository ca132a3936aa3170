"""What is tested on every Python that the project supports; the one that is meant is the first argument."""

import bz2
import ctypes
import json
import ssl
import sys
import zlib

import humanize

assert sys.version_info[:2] == tuple(int(part) for part in sys.argv[1].split(".")), sys.version
assert sys.prefix != sys.base_prefix
assert json.loads(bz2.decompress(bz2.compress(b'{"kWh": 12}'))) == {"kWh": 12}
assert zlib.crc32(b"reading") and ssl.create_default_context() and ctypes.sizeof(ctypes.c_void_p) == 8
print("readings", humanize.intcomma(1234567), "on", "%d.%d.%d" % sys.version_info[:3])
