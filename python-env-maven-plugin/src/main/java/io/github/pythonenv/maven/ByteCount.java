package io.github.pythonenv.maven;

import io.github.pythonenv.Amounts;
import io.github.pythonenv.progress.ProgressEvent;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One count of bytes as it goes on: how much, how fast, how long it still takes. */
final class ByteCount {

    /** Before that, a rate says little. */
    private static final long LONG_ENOUGH = TimeUnit.MILLISECONDS.toNanos(500);

    private ProgressEvent.@Nullable Bytes first;
    private long began;
    private long before;

    /** Begins anew. */
    void reset() {
        first = null;
    }

    /**
     * The count in words, such as {@code 12.3 of 27.0 MB, 8.1 MB/s, 2 s left}.
     *
     * @param now nanoseconds, from whenever
     */
    String words(ProgressEvent.Bytes bytes, long now) {
        // A count that falls is that of the next file. What an interrupted download has already is no speed.
        if (first == null || bytes.done() < before) {
            first = bytes;
            began = now;
        }
        before = bytes.done();
        boolean bounded = bytes.total() > 0;
        StringBuilder words = new StringBuilder(bounded ? part(bytes) : Amounts.bytes(bytes.done()));
        long moved = bytes.done() - first.done();
        if (now - began >= LONG_ENOUGH && moved > 0) {
            double perSecond = moved * 1e9 / (now - began);
            words.append(", ").append(Amounts.bytes((long) perSecond)).append("/s");
            if (bounded) {
                words.append(", ")
                        .append(duration((long) Math.ceil((bytes.total() - bytes.done()) / perSecond)))
                        .append(" left");
            }
        }
        return words.toString();
    }

    private static String part(ProgressEvent.Bytes bytes) {
        String done = Amounts.bytes(bytes.done());
        String total = Amounts.bytes(bytes.total());
        String unit = total.substring(total.indexOf(' '));
        return (done.endsWith(unit) ? done.substring(0, done.length() - unit.length()) : done) + " of " + total;
    }

    private static String duration(long seconds) {
        return seconds < 100 ? seconds + " s" : (seconds + 30) / 60 + " min";
    }
}
