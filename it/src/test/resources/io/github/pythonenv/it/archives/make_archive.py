"""Packs an installation the way python-build-standalone does, with the tools that are in it.

usage: make_archive.py INSTALLATION ARCHIVE TOP

One folder TOP at the top; no entries for folders; sorted by path, so that a link may come before its target; a folder
of terminal descriptions with links among them.
"""

import os
import pathlib
import stat
import sys
import tarfile
import zipfile

LEFT_OUT = {"__pycache__", "test", "idlelib", "turtledemo", ".complete", "python-env-runtime.properties"}

installation, archive, top = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
series = "python%d.%d" % sys.version_info[:2]


def content():
    """Names in the archive with the files, the text or the targets of links that they stand for."""
    found = {}
    for folder, folders, files in os.walk(installation):
        folders[:] = [name for name in folders if name not in LEFT_OUT]
        for name in files + [name for name in folders if os.path.islink(os.path.join(folder, name))]:
            path = pathlib.Path(folder, name)
            if name not in LEFT_OUT and not name.endswith(".a"):
                where = str(path.relative_to(installation))
                found[where] = ("link", os.readlink(path)) if path.is_symlink() else ("file", path)
    found["bin/python"] = found["bin/python3"] = ("link", series)
    found["share/terminfo/x/xterm"] = ("text", b"a terminal")
    found["share/terminfo/x/xterm-color"] = ("link", "xterm")
    found["share/terminfo/v/vt-as-xterm"] = ("link", "../x/xterm")
    return {top + "/" + name if top else name: found[name] for name in sorted(found)}


def to_tar(out):
    for name, (kind, what) in content().items():
        if kind == "file":
            out.add(what, name, recursive=False)
            continue
        entry = tarfile.TarInfo(name)
        entry.mode = 0o644
        if kind == "link":
            entry.type, entry.linkname, entry.mode = tarfile.SYMTYPE, what, 0o777
            out.addfile(entry)
        else:
            import io

            entry.size = len(what)
            out.addfile(entry, io.BytesIO(what))


def to_zip(out):
    for name, (kind, what) in content().items():
        entry = zipfile.ZipInfo(name)
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.create_system = 3
        if kind == "link":
            entry.external_attr = (stat.S_IFLNK | 0o777) << 16
            out.writestr(entry, what)
        else:
            mode = what.stat().st_mode if kind == "file" else stat.S_IFREG | 0o644
            entry.external_attr = mode << 16
            out.writestr(entry, what.read_bytes() if kind == "file" else what)


if archive.name.endswith(".zip"):
    with zipfile.ZipFile(archive, "w", compresslevel=1) as out:
        to_zip(out)
else:
    kind = archive.name.rsplit(".", 1)[1]
    options = {"gz": {"compresslevel": 1}, "xz": {"preset": 0}, "zst": {}}[kind]
    with tarfile.open(archive, "w:" + kind, **options) as out:
        to_tar(out)
