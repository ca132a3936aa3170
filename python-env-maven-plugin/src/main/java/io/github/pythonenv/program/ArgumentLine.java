package io.github.pythonenv.program;

import io.github.pythonenv.UserFailure;
import java.util.ArrayList;
import java.util.List;

/** Arguments written in one line, as on a command line. */
final class ArgumentLine {

    private ArgumentLine() {}

    /**
     * Splits at white space that is not within {@code '…'} or {@code "…"}. A backslash is a character like any other,
     * so that Windows paths need no care.
     *
     * @throws UserFailure where a quote is never closed
     */
    static List<String> split(String line) {
        List<String> arguments = new ArrayList<>();
        StringBuilder argument = new StringBuilder();
        boolean begun = false;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    argument.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
                begun = true;
            } else if (Character.isWhitespace(c)) {
                if (begun) {
                    arguments.add(argument.toString());
                    argument.setLength(0);
                    begun = false;
                }
            } else {
                argument.append(c);
                begun = true;
            }
        }
        if (quote != 0) {
            throw new UserFailure(
                    "The arguments <" + line + "> open a " + quote + " and never close it.",
                    "Close it, or put the arguments into <arguments> in the POM, one an entry.");
        }
        if (begun) {
            arguments.add(argument.toString());
        }
        return arguments;
    }
}
