package io.github.pythonenv.packages;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A requirements file as lines. Source: pip's documentation, "Requirements File Format": lines that end in a backslash
 * are joined first, then comments are taken away.
 */
final class LogicalLines {

    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
    private static final Pattern COMMENT = Pattern.compile("(^|\\s+)#.*$");

    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder joined = new StringBuilder();
    private int first = 1;

    private LogicalLines() {}

    /**
     * @param number of its first physical line, from 1
     * @param text without comment and surrounding white space, never empty
     */
    record Line(int number, String text) {}

    /** @throws UserFailure where the file cannot be read */
    static List<Line> read(Path file) {
        try {
            return of(decoded(Files.readAllBytes(file)));
        } catch (CharacterCodingException e) {
            throw new UserFailure(
                    "The requirements file " + file + " is not written in UTF-8.", "Save it in UTF-8.", e);
        } catch (IOException e) {
            throw new UserFailure(
                    "The requirements file " + file + " cannot be read"
                            + (Files.exists(file) ? ": " + FileFault.why(e) + "." : ": there is none."),
                    "Check the name in the plugin's configuration, and the file.",
                    e);
        }
    }

    static List<Line> of(String text) {
        LogicalLines reader = new LogicalLines();
        String[] physical = LINE_END.split(text, -1);
        for (int i = 0; i < physical.length; i++) {
            reader.take(i + 1, physical[i]);
        }
        reader.end();
        return List.copyOf(reader.lines);
    }

    private void take(int number, String physical) {
        if (joined.isEmpty()) {
            first = number;
        }
        // A line that is all comment joins nothing, whatever it ends in.
        boolean goesOn = physical.endsWith("\\") && !physical.stripLeading().startsWith("#");
        joined.append(goesOn ? physical.substring(0, physical.length() - 1) : physical);
        if (!goesOn) {
            end();
        }
    }

    private void end() {
        String text = COMMENT.matcher(joined).replaceFirst("").strip();
        if (!text.isEmpty()) {
            lines.add(new Line(first, text));
        }
        joined.setLength(0);
    }

    /** UTF-8, unless a byte order mark says UTF-16: PowerShell writes that when output is sent to a file. */
    private static String decoded(byte[] bytes) throws CharacterCodingException {
        boolean big = bytes.length > 1 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF;
        boolean little = bytes.length > 1 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE;
        Charset charset = big || little ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
