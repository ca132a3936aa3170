package io.github.pythonenv.tuning;

/** The interpreter's own settings. Any text but an empty one switches the first three on. */
final class PythonTuning {

    private PythonTuning() {}

    static void add(PythonSettings asked, Settings settings) {
        if (asked.unbuffered().orElse(false)) {
            settings.variable("PYTHONUNBUFFERED", "1", "python.unbuffered");
        }
        if (asked.faultHandler().orElse(false)) {
            settings.variable("PYTHONFAULTHANDLER", "1", "python.fault_handler");
        }
        if (asked.dontWriteBytecode().orElse(false)) {
            settings.variable("PYTHONDONTWRITEBYTECODE", "1", "python.dont_write_bytecode");
        }
        asked.hashSeed().ifPresent(seed -> settings.variable("PYTHONHASHSEED", seed, "python.hash_seed"));
    }
}
