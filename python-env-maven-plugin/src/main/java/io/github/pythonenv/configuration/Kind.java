package io.github.pythonenv.configuration;

import io.github.pythonenv.configuration.Written.Fields;
import io.github.pythonenv.configuration.Written.Form;
import io.github.pythonenv.configuration.Written.Items;
import io.github.pythonenv.configuration.Written.Text;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the value of a setting can be. */
enum Kind {
    /** A {@link String}. */
    TEXT("a text") {
        @Override
        Object read(Written written, Path base) {
            return text(written, this);
        }
    },
    /** A {@link List} of {@link String}s. */
    TEXTS("a list of texts") {
        @Override
        Object read(Written written, Path base) {
            List<String> texts = new ArrayList<>();
            for (Written item : items(written)) {
                texts.add(text(item, this));
            }
            return List.copyOf(texts);
        }
    },
    /** An absolute {@link Path}; what is written may be relative. */
    PATH("a path") {
        @Override
        Object read(Written written, Path base) {
            return path(written, base, this);
        }
    },
    /** A {@link List} of {@link Path}s. */
    PATHS("a list of paths") {
        @Override
        Object read(Written written, Path base) {
            List<Path> paths = new ArrayList<>();
            for (Written item : items(written)) {
                paths.add(path(item, base, this));
            }
            return List.copyOf(paths);
        }
    },
    /** A {@link Boolean}. */
    YES_NO("true or false") {
        @Override
        Object read(Written written, Path base) {
            if (written instanceof Text one && (one.form() == Form.BOOLEAN || one.form() == Form.ANY)) {
                String word = one.text().strip();
                if (word.equals("true") || word.equals("false")) {
                    return Boolean.valueOf(word);
                }
            }
            throw new Misfit(this);
        }
    },
    /** A whole number: an {@link Integer}. */
    NUMBER("a whole number") {
        @Override
        Object read(Written written, Path base) {
            if (written instanceof Text one && (one.form() == Form.NUMBER || one.form() == Form.ANY)) {
                try {
                    return Integer.valueOf(one.text().strip());
                } catch (NumberFormatException e) {
                    throw new Misfit(this);
                }
            }
            throw new Misfit(this);
        }
    },
    /** A {@link String}; where a text could be taken for one, a number, or true or false, may stand. */
    WORD("a text, a number, or true or false") {
        @Override
        Object read(Written written, Path base) {
            return word(written, this);
        }
    },
    /** A {@link List} of such. */
    WORDS("a list of texts or numbers") {
        @Override
        Object read(Written written, Path base) {
            List<String> words = new ArrayList<>();
            for (Written item : items(written)) {
                words.add(word(item, this));
            }
            return List.copyOf(words);
        }
    },
    /** A {@link Map} of such by name. */
    WORD_BY_NAME("texts or numbers by name") {
        @Override
        Object read(Written written, Path base) {
            if (!(written instanceof Fields named)) {
                throw new Misfit(this);
            }
            Map<String, String> words = new LinkedHashMap<>();
            for (Map.Entry<String, Written> entry : named.fields().entrySet()) {
                words.put(entry.getKey(), word(entry.getValue(), this));
            }
            return Map.copyOf(words);
        }
    },
    /** A {@link Map} of {@link String}s by name. */
    TEXT_BY_NAME("texts by name") {
        @Override
        Object read(Written written, Path base) {
            if (!(written instanceof Fields named)) {
                throw new Misfit(this);
            }
            Map<String, String> texts = new LinkedHashMap<>();
            for (Map.Entry<String, Written> entry : named.fields().entrySet()) {
                texts.put(entry.getKey(), text(entry.getValue(), this));
            }
            return Map.copyOf(texts);
        }
    },
    /** A {@link List} of {@link io.github.pythonenv.validation.UserCheck}s, written by their names. */
    USER_CHECKS(
            "checks by name, each a command (a text, or a list of texts) or an object with command, title, exitCode,"
                    + " output, warning, hint, timeout") {
        @Override
        Object read(Written written, Path base) {
            // One text cannot say them. Where they are written out, UserChecks reads them: it names the part at fault.
            throw new Misfit(this);
        }
    };

    /** What was written is of another kind. */
    static final class Misfit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Misfit(Kind wanted) {
            super(wanted.description);
        }
    }

    private final String description;

    Kind(String description) {
        this.description = description;
    }

    /** What a value of this kind is called: {@code a list of texts}. */
    String description() {
        return description;
    }

    /**
     * The value.
     *
     * @param base the folder that relative paths refer to
     * @throws Misfit where what is written is of another kind
     */
    abstract Object read(Written written, Path base);

    /** The value of what stands on the command line. */
    Object parse(String text, String place, Path base) {
        return read(new Text(text, Form.ANY, place), base);
    }

    /** A single value may stand where a list of one could; outside of JSON, one text holds several between commas. */
    private static List<Written> items(Written written) {
        if (written instanceof Items list) {
            return list.items();
        }
        return written instanceof Text text && text.form() == Form.ANY ? split(text) : List.of(written);
    }

    private static List<Written> split(Text text) {
        List<Written> items = new ArrayList<>();
        for (String part : text.text().split(",", -1)) {
            if (!part.isBlank()) {
                items.add(new Text(part.strip(), Form.ANY, text.place()));
            }
        }
        return items;
    }

    private static String text(Written written, Kind wanted) {
        if (written instanceof Text one && one.form() != Form.BOOLEAN && one.form() != Form.NUMBER) {
            return one.text();
        }
        throw new Misfit(wanted);
    }

    private static String word(Written written, Kind wanted) {
        if (written instanceof Text one) {
            return one.text().strip();
        }
        throw new Misfit(wanted);
    }

    /** Whether values have names of the user's choosing. */
    boolean byName() {
        return this == TEXT_BY_NAME || this == WORD_BY_NAME;
    }

    private static Path path(Written written, Path base, Kind wanted) {
        try {
            return base.resolve(text(written, wanted)).normalize();
        } catch (InvalidPathException e) {
            throw new Misfit(wanted);
        }
    }
}
