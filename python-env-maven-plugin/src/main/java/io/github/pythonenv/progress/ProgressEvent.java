package io.github.pythonenv.progress;

/** One thing that happened. Texts are for people and hold no secret and no line break. */
public sealed interface ProgressEvent {

    /** A stage began. {@code detail} says with what, and may be empty. */
    record Started(Stage stage, String detail) implements ProgressEvent {}

    /** A stage ended well after so many milliseconds. {@code detail} says with what result, and may be empty. */
    record Finished(Stage stage, String detail, long milliseconds) implements ProgressEvent {}

    /** So many bytes of this stage's current work are done; {@code total} is {@link #UNKNOWN} where nobody knows it. */
    record Bytes(Stage stage, long done, long total) implements ProgressEvent {
        /** The value of {@code total} that says: not known. */
        public static final long UNKNOWN = -1;

        /** How much of the whole is done: 0 to 100. Where the total is not known, as at the stage's beginning. */
        public int percent() {
            int span = stage.percentAfter() - stage.percent();
            return stage.percent() + (total > 0 ? (int) (span * Math.min(done, total) / total) : 0);
        }
    }

    /**
     * Packages were installed.
     *
     * @param packages how many
     * @param fetched how many of them had to be downloaded or built: the others were in the cache
     */
    record Installed(int packages, int fetched) implements ProgressEvent {}

    /**
     * A program ended.
     *
     * @param program its name
     * @param milliseconds how long it ran
     * @param cpuMilliseconds the processor time that it took with all its children, 0 where nobody knows
     * @param peakBytes the most memory that they had at once, 0 where nobody knows
     */
    record ProgramEnded(String program, long milliseconds, long cpuMilliseconds, long peakBytes)
            implements ProgressEvent {}

    /** Something the user wants to know. */
    record Notice(String text) implements ProgressEvent {}

    /** Something the user should look at, though the work goes on. */
    record Warning(String text) implements ProgressEvent {}

    /** Something for the debug log. */
    record Detail(String text) implements ProgressEvent {}
}
