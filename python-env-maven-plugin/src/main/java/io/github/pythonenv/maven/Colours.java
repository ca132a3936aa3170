package io.github.pythonenv.maven;

import org.fusesource.jansi.Ansi;

/** Colours, where Maven's own output has them: it decides by terminal, {@code -B} and {@code style.color}. */
record Colours(boolean on) {

    static final Colours NONE = new Colours(false);

    /** As Maven's output has them now. */
    static Colours ofMaven() {
        try {
            return new Colours(Ansi.isEnabled());
        } catch (LinkageError e) {
            // Maven embedded in something else may come without JAnsi.
            return NONE;
        }
    }

    String strong(String text) {
        return on ? Ansi.ansi().bold().a(text).reset().toString() : text;
    }

    String good(String text) {
        return on
                ? Ansi.ansi().fgBright(Ansi.Color.GREEN).bold().a(text).reset().toString()
                : text;
    }

    String bad(String text) {
        return on ? Ansi.ansi().fgBright(Ansi.Color.RED).bold().a(text).reset().toString() : text;
    }
}
