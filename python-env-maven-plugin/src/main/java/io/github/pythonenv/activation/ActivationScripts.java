package io.github.pythonenv.activation;

import io.github.pythonenv.packages.VenvLayout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The activation scripts of an environment, written for the place it will stand at. Those that uv makes for a
 * relocatable environment find their place while they run, which fails in dash, and there are none for csh.
 */
public final class ActivationScripts {

    private static final List<Script> POSIX = List.of(
            Script.of(Shell.POSIX),
            Script.of(Shell.FISH),
            Script.of(Shell.CSH),
            Script.of(Shell.NUSHELL),
            Script.of(Shell.POWERSHELL));

    private static final List<Script> WINDOWS = List.of(
            Script.of(Shell.CMD),
            new Script("deactivate.bat", UnaryOperator.identity()),
            new Script("pydoc.bat", UnaryOperator.identity()),
            Script.of(Shell.NUSHELL),
            Script.of(Shell.POWERSHELL));

    /** What uv writes and we do not: made for an environment whose place is not known, or for the other system. */
    private static final List<String> REPLACED =
            List.of("activate.bat", "deactivate.bat", "pydoc.bat", "activate.xsh", "activate_this.py");

    /** The line where variables are set. */
    private static final String PLACE = "@VARIABLES@\n";

    private ActivationScripts() {}

    /**
     * Writes the scripts into an environment.
     *
     * @param built where the environment lies now
     * @param place where it will stand
     * @param prompt what the shell shows while it is active; free of what shells expand in prompts
     * @param variables set after that where the shell has none of that name; not in nushell, whose overlays cannot
     */
    public static void write(VenvLayout built, VenvLayout place, String prompt, List<ShellVariable> variables)
            throws IOException {
        for (String name : REPLACED) {
            Files.deleteIfExists(built.bin().resolve(name));
        }
        for (Script script : built.windows() ? WINDOWS : POSIX) {
            String text = script.template()
                    .replace("@DIRECTORY@", script.quote.apply(place.directory().toString()))
                    .replace("@BIN@", script.quote.apply(place.bin().toString()))
                    .replace("@PROMPT@", script.quote.apply(prompt));
            text = script.with(text, variables);
            Path file = built.bin().resolve(script.name);
            // A link of the cache's would be written through.
            Files.deleteIfExists(file);
            Files.writeString(file, built.windows() ? text.replace("\n", "\r\n") : text);
        }
    }

    private record Script(
            String name, UnaryOperator<String> quote, Function<List<ShellVariable>, Stream<String>> assign) {
        Script(String name, UnaryOperator<String> quote) {
            this(name, quote, variables -> Stream.empty());
        }

        static Script of(Shell shell) {
            return shell == Shell.NUSHELL
                    ? new Script(shell.script(), shell::quote)
                    : new Script(
                            shell.script(),
                            shell::quote,
                            variables -> variables.stream().map(shell::assignInFile));
        }

        /** With the lines that set variables: where the script has a place for them, else at its end. */
        String with(String text, List<ShellVariable> variables) {
            String lines = assign.apply(variables).map(line -> line + "\n").collect(Collectors.joining());
            return text.contains(PLACE) ? text.replace(PLACE, lines) : text + lines;
        }

        String template() throws IOException {
            try (InputStream resource = ActivationScripts.class.getResourceAsStream(name)) {
                if (resource == null) {
                    throw new IllegalStateException(name + " is missing from the plugin");
                }
                // A checkout may have given the template the other system's line ends.
                return new String(resource.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            }
        }
    }
}
