package io.github.pythonenv.process;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reads one output stream to its end on a thread of its own: a program that fills the one pipe while we read the other
 * would otherwise wait for us for ever.
 */
final class OutputReader implements Runnable {
    private final InputStream stream;
    private final OutputSink sink;
    private final Thread thread;
    private volatile @Nullable RuntimeException failure;

    private OutputReader(InputStream stream, OutputSink sink, String program) {
        this.stream = stream;
        this.sink = sink;
        this.thread = new Thread(this, "python-env reads " + program);
        thread.setDaemon(true);
    }

    static OutputReader start(InputStream stream, OutputSink sink, String program) {
        OutputReader reader = new OutputReader(stream, sink, program);
        reader.thread.start();
        return reader;
    }

    @Override
    public void run() {
        byte[] buffer = new byte[8192];
        try {
            for (int length = stream.read(buffer); length >= 0; length = stream.read(buffer)) {
                deliver(buffer, length);
            }
        } catch (IOException e) {
            // The stream was closed under us because the program was ended: there is no more to read.
        }
        if (failure == null) {
            sink.end();
        }
    }

    /** A consumer that fails must not stop the reading: the program would hang on a full pipe. */
    private void deliver(byte[] buffer, int length) throws IOException {
        if (failure != null) {
            return;
        }
        try {
            sink.take(buffer, length);
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    /**
     * Waits for the end of the output, after the end of the program. Throws what a consumer threw.
     *
     * @param grace how long the output may stay open. A daemon that the program left behind inherits it and may hold it
     *     for days; what the program itself wrote is in the pipe already
     */
    void finish(Duration grace) throws InterruptedException {
        thread.join(Math.max(1, grace.toMillis()));
        RuntimeException thrown = failure;
        if (thrown != null) {
            throw thrown;
        }
    }
}
