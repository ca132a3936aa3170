package io.github.pythonenv.progress;

/** Hears what happens. Called from any thread, also from several at once; must be quick and must not throw. */
@FunctionalInterface
public interface ProgressListener {

    /** A listener for nobody. */
    ProgressListener SILENT = event -> {};

    void on(ProgressEvent event);

    /** This one, and then another. */
    default ProgressListener and(ProgressListener next) {
        return event -> {
            on(event);
            next.on(event);
        };
    }
}
