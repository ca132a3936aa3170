package io.github.pythonenv.runtime;

/** A module of the standard library that does not import. */
sealed interface ModuleTrouble {

    String module();

    /** Why, in words or in the loader's own. */
    String reason();

    /** The installation has no such module. */
    record Absent(String module) implements ModuleTrouble {
        @Override
        public String reason() {
            return "not part of this distribution";
        }
    }

    /** The import raised an error. */
    record Failed(String module, String reason) implements ModuleTrouble {}

    /** The import ended the process. */
    record Crashed(String module, int exitCode) implements ModuleTrouble {
        @Override
        public String reason() {
            // The JVM reports a signal as 128 and its number.
            return "its import ended the interpreter "
                    + (exitCode > 128 && exitCode < 160
                            ? "with signal " + (exitCode - 128)
                            : "with exit code " + exitCode);
        }
    }
}
