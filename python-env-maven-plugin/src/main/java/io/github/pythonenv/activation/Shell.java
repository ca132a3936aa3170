package io.github.pythonenv.activation;

import io.github.pythonenv.UserFailure;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The shells, by their languages. */
public enum Shell {
    /** What POSIX says, and all that understand it. */
    POSIX("activate", "sh bash zsh dash ash ksh ksh93 mksh busybox") {
        @Override
        String quote(String text) {
            return "'" + text.replace("'", "'\"'\"'") + "'";
        }

        @Override
        public String enter(Path script) {
            return ". " + quote(script.toString());
        }

        @Override
        String assign(ShellVariable variable) {
            String export = "export " + variable.name() + "=" + quote(variable.value());
            return variable.overrides() ? export : "test -n \"" + each(variable, "", "${", "+x}") + "\" || " + export;
        }
    },

    FISH("activate.fish", "fish") {
        @Override
        String quote(String text) {
            return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
        }

        @Override
        public String enter(Path script) {
            return "source " + quote(script.toString());
        }

        @Override
        String assign(ShellVariable variable) {
            String set = "set -gx " + variable.name() + " " + quote(variable.value());
            return variable.overrides() ? set : each(variable, "; or ", "set -q ", "") + "; or " + set;
        }
    },

    CSH("activate.csh", "csh tcsh") {
        /** csh expands ! inside quotes, too, and ends a quoted text with the line. */
        @Override
        String quote(String text) {
            return "'" + text.replace("'", "'\"'\"'").replace("!", "\\!").replace("\n", "\\\n") + "'";
        }

        @Override
        public String enter(Path script) {
            return "source " + quote(script.toString());
        }

        @Override
        String assign(ShellVariable variable) {
            String set = "setenv " + variable.name() + " " + quote(variable.value());
            return variable.overrides() ? set : "if (" + each(variable, " && ", "! $?", "") + ") " + set;
        }
    },

    NUSHELL("activate.nu", "nu nushell") {
        @Override
        String quote(String text) {
            return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
        }

        @Override
        public String enter(Path script) {
            return "overlay use " + quote(script.toString());
        }

        @Override
        String assign(ShellVariable variable) {
            String name = "$env." + variable.name();
            String set = name + " = " + quote(variable.value());
            if (variable.overrides()) {
                return set;
            }
            return variable.guards().size() == 1
                    ? name + " = (" + name + "? | default " + quote(variable.value()) + ")"
                    : "if " + each(variable, " and ", "$env.", "? == null") + " { " + set + " }";
        }
    },

    POWERSHELL("activate.ps1", "pwsh powershell") {
        /** PowerShell takes typographic quotation marks for the plain one. */
        @Override
        String quote(String text) {
            return "'" + text.replaceAll("['\u2018\u2019\u201a\u201b]", "$0$0") + "'";
        }

        @Override
        public String enter(Path script) {
            return ". " + quote(script.toString());
        }

        @Override
        String assign(ShellVariable variable) {
            String set = "$env:" + variable.name() + " = " + quote(variable.value());
            return variable.overrides()
                    ? set
                    : "if (" + each(variable, " -and ", "-not (Test-Path env:", ")") + ") { " + set + " }";
        }
    },

    CMD("activate.bat", "cmd") {
        /** Inside a file: at the prompt, a single % stands for itself. */
        @Override
        String quote(String text) {
            return text.replace("%", "%%");
        }

        @Override
        public String enter(Path script) {
            // No call, which would expand what the file's name holds a second time.
            return "\"" + script + "\"";
        }

        @Override
        String assign(ShellVariable variable) {
            if (variable.value().contains("\n")) {
                throw new UserFailure(
                        "cmd cannot set " + variable.name() + ": its value has more than one line.",
                        "Use PowerShell (-Dpython-env.shell=powershell), or leave that variable out.");
            }
            String set = "set \"" + variable.name() + "=" + variable.value() + "\"";
            return variable.overrides() ? set : each(variable, " ", "if not defined ", "") + " " + set;
        }

        /** Without showing the line, and with each % doubled. */
        @Override
        String assignInFile(ShellVariable variable) {
            return "@" + quote(assign(variable));
        }
    };

    private final String script;
    private final String names;

    /** @param names of the programs, with blanks between them */
    Shell(String script, String names) {
        this.script = script;
        this.names = names;
    }

    /** The text as one word of the shell's language that means itself. */
    abstract String quote(String text);

    /** The line that runs an activation script in the shell that runs the line. */
    public abstract String enter(Path script);

    /** The line that sets a variable for the shell and what it starts. */
    abstract String assign(ShellVariable variable);

    /** The same inside a script. */
    String assignInFile(ShellVariable variable) {
        return assign(variable);
    }

    /** Something about each variable that a default gives way to. */
    private static String each(ShellVariable variable, String between, String before, String after) {
        return variable.guards().stream().map(name -> before + name + after).collect(Collectors.joining(between));
    }

    /** The name of the activation script in an environment's folder of programs. */
    String script() {
        return script;
    }

    /**
     * The shell of that name.
     *
     * @throws UserFailure where it is none that this plugin knows
     */
    public static Shell named(String name) {
        return of(name).orElseThrow(() -> new UserFailure(
                "There is no activation for a shell named '" + name + "'.",
                "Take one of "
                        + Arrays.stream(values())
                                .map(shell -> shell.names.replace(" ", ", "))
                                .collect(Collectors.joining(", "))
                        + " in -Dpython-env.shell=…"));
    }

    /** The shell of a program, by its name or path: {@code /usr/bin/zsh}, {@code -bash}, {@code pwsh.exe}. */
    static Optional<Shell> of(String program) {
        String file = program.replaceFirst(".*[/\\\\]", "").toLowerCase(Locale.ROOT);
        String name = file.replaceFirst("^-", "").replaceFirst("\\.exe$", "");
        return Arrays.stream(values())
                .filter(shell -> List.of(shell.names.split(" ")).contains(name))
                .findFirst();
    }
}
