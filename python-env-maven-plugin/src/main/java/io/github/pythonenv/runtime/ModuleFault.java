package io.github.pythonenv.runtime;

/**
 * A module of the standard library that does not import.
 *
 * @param module its name
 * @param reason in words or in the loader's own
 * @param hint what to do; may be empty
 * @param needed whether every Python must have it
 * @param shipped whether the installation has it at all
 */
public record ModuleFault(String module, String reason, String hint, boolean needed, boolean shipped) {
    static ModuleFault of(ModuleTrouble trouble) {
        return new ModuleFault(
                trouble.module(),
                trouble.reason(),
                LoaderHints.hint(trouble.reason()).orElse(""),
                ModuleTable.optional(trouble.module()).isEmpty(),
                !(trouble instanceof ModuleTrouble.Absent));
    }
}
