package io.github.pythonenv.runtime;

import io.github.pythonenv.platform.OperatingSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which modules of the standard library must import, and which may be missing. An extension module of the installation
 * that stands in neither list must import too: it is CPython's own code and wants nothing of the machine.
 */
final class ModuleTable {
    /** What everything that is built on Python takes for granted. */
    private static final List<String> REQUIRED = List.of(
            "ctypes",
            "hashlib",
            "json",
            "math",
            "pyexpat",
            "select",
            "socket",
            "ssl",
            "struct",
            "unicodedata",
            "venv",
            "zlib");

    /** Extension modules that lean on libraries of the machine, and what a person misses without them. */
    private static final Map<String, String> OPTIONAL = Map.ofEntries(
            Map.entry("_bz2", "bz2"),
            Map.entry("_crypt", "crypt"),
            Map.entry("_curses", "curses"),
            Map.entry("_curses_panel", "curses.panel"),
            Map.entry("_dbm", "dbm.ndbm"),
            Map.entry("_decimal", "the fast decimal"),
            Map.entry("_gdbm", "dbm.gnu"),
            Map.entry("_lzma", "lzma"),
            Map.entry("_sqlite3", "sqlite3"),
            Map.entry("_tkinter", "tkinter"),
            Map.entry("_uuid", "the fast uuid"),
            Map.entry("_zstd", "compression.zstd"),
            Map.entry("nis", "nis"),
            Map.entry("ossaudiodev", "ossaudiodev"),
            Map.entry("readline", "readline"),
            Map.entry("spwd", "spwd"));

    private ModuleTable() {}

    /**
     * Modules to import whether or not a file for them is found: those that must be there, and those optional ones
     * that people expect of any Python of that version on that system.
     */
    static List<String> asked(OperatingSystem os, PythonVersion version) {
        List<String> asked = new ArrayList<>(REQUIRED);
        asked.addAll(List.of("_bz2", "_lzma", "_sqlite3", "_tkinter"));
        if (os != OperatingSystem.WINDOWS) {
            asked.addAll(List.of("_curses", "readline"));
        }
        if (version.compareTo(new PythonVersion(3, 14, 0)) >= 0) {
            asked.add("_zstd");
        }
        return asked;
    }

    /** What goes missing with that module, if an interpreter without it will do. */
    static Optional<String> optional(String module) {
        return Optional.ofNullable(OPTIONAL.get(module));
    }
}
