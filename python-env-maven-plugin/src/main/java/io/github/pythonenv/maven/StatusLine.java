package io.github.pythonenv.maven;

import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.progress.Stage;
import java.io.Console;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows on a terminal, in a line that is overwritten, how far all is and what a slow stage is at: bytes with their rate
 * and the time left, or the tool's last word.
 */
final class StatusLine implements ProgressListener {

    private static final int WIDTH = 78;
    private static final int BAR = 10;
    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(100);
    private static final String ERASE = "\r\u001B[K";

    private final PrintStream terminal;
    private final ProgressListener log;
    private final LongSupplier clock;
    private final Colours colours;
    private final ByteCount count = new ByteCount();
    private @Nullable Stage stage;
    private int percent;
    private boolean shown;
    private long last;

    /**
     * @param log hears every event, when the line is out of its way
     * @param clock tells nanoseconds, from whenever
     */
    StatusLine(PrintStream terminal, ProgressListener log, LongSupplier clock, Colours colours) {
        this.terminal = terminal;
        this.log = log;
        this.clock = clock;
        this.colours = colours;
        this.last = clock.getAsLong();
    }

    /** Whether a person looks at our output: before JDK 22 a console is a terminal, since then it says so itself. */
    @SuppressWarnings("SystemConsoleNull")
    static boolean onTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    @Override
    public synchronized void on(ProgressEvent event) {
        if (event instanceof ProgressEvent.Started started) {
            stage = started.stage();
            percent = started.stage().percent();
            count.reset();
        } else if (event instanceof ProgressEvent.Finished) {
            stage = null;
        }
        if (shown) {
            terminal.print(ERASE);
            terminal.flush();
            shown = false;
        }
        log.on(event);
        if (event instanceof ProgressEvent.Bytes bytes) {
            // After a download comes its unpacking, whose end nobody knows: the bar does not go back for that.
            percent = Math.max(percent, bytes.percent());
            show(count.words(bytes, clock.getAsLong()));
        } else if (event instanceof ProgressEvent.Detail detail) {
            show(detail.text());
        }
    }

    private void show(String text) {
        long now = clock.getAsLong();
        if (stage == null || now - last < INTERVAL) {
            return;
        }
        String words = stage.label() + " " + text.replaceAll("\\p{Cntrl}.*", "");
        String head = "[" + bar() + "] " + (percent < 10 ? "  " : percent < 100 ? " " : "") + percent + " %  ";
        terminal.print(head + words.substring(0, Math.min(words.length(), WIDTH - BAR - 10)));
        terminal.flush();
        shown = true;
        last = now;
    }

    private String bar() {
        int done = BAR * percent / 100;
        String filled = "=".repeat(done) + (done < BAR ? ">" : "");
        return colours.good(filled) + " ".repeat(BAR - Math.min(BAR, done + 1));
    }
}
