package io.github.pythonenv.download;

import java.time.Duration;
import java.util.OptionalLong;

/** Hears how a download goes on; on the thread that fetches, and must be quick. */
public interface DownloadListener {

    /** A listener for nobody. */
    DownloadListener SILENT = (done, total) -> {};

    /**
     * More came.
     *
     * @param done so many bytes are there, those of an earlier attempt included
     * @param total of so many, where that is known
     */
    void bytes(long done, OptionalLong total);

    /**
     * It is tried again.
     *
     * @param why what went wrong, a sentence
     * @param pause how long it waits before
     */
    default void again(String why, Duration pause) {}
}
