package io.github.pythonenv.process;

import java.io.PrintStream;

/** Bytes to a stream of ours, unread and unchanged. */
record PassThrough(PrintStream target) implements OutputSink {

    @Override
    public void take(byte[] buffer, int length) {
        target.write(buffer, 0, length);
        target.flush();
    }

    @Override
    public void end() {
        target.flush();
    }
}
