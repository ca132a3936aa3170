package io.github.pythonenv.process;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Bytes to lines of text. A line ends with {@code \n}, {@code \r\n} or a single {@code \r} (progress lines that
 * overwrite themselves). UTF-8; what is no UTF-8 becomes the replacement character. A line longer than the limit is
 * handed over in pieces, so that a program cannot fill our memory with one.
 */
final class LineSplitter implements OutputSink {
    /** One million: a JSON document on one line passes, an endless line does not. */
    static final int LONGEST_LINE = 1 << 20;

    private final Consumer<String> lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean afterCarriageReturn;

    LineSplitter(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public void take(byte[] buffer, int length) {
        for (int i = 0; i < length; i++) {
            take(buffer[i]);
        }
    }

    private void take(byte b) {
        boolean secondOfPair = afterCarriageReturn && b == '\n';
        afterCarriageReturn = b == '\r';
        if (secondOfPair) {
            return;
        }
        if (b == '\n' || b == '\r') {
            flush();
            return;
        }
        line.write(b);
        if (line.size() >= LONGEST_LINE) {
            flush();
        }
    }

    @Override
    public void end() {
        if (line.size() > 0) {
            flush();
        }
    }

    private void flush() {
        lines.accept(line.toString(StandardCharsets.UTF_8));
        line.reset();
    }
}
