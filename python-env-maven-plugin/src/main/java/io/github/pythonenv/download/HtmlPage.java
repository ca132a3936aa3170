package io.github.pythonenv.download;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A web page that came instead of a file. */
final class HtmlPage {
    /** So much tells whether it is one. */
    static final int BEGINNING = 512;
    /** In so much its title stands. */
    static final int HEAD = 8192;

    private static final Pattern TITLE =
            Pattern.compile("<title[^>]*>([^<]*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final int LONGEST_TITLE = 100;

    private HtmlPage() {}

    /** The title of the page that an answer is, as {@link #title} gives it; nothing where it is none. */
    static String titleOf(Answer answer) throws InterruptedException {
        try {
            byte[] start = bytes(answer.opening(HEAD));
            return is(answer.header("Content-Type"), start) ? title(start) : "";
        } catch (TemporaryFault e) {
            return "";
        }
    }

    static byte[] bytes(List<ByteBuffer> opening) {
        ByteBuffer all = ByteBuffer.allocate(HEAD);
        for (ByteBuffer some : opening) {
            ByteBuffer fitting = some.duplicate();
            fitting.limit(fitting.position() + Math.min(fitting.remaining(), all.remaining()));
            all.put(fitting);
        }
        return Arrays.copyOf(all.array(), all.position());
    }

    /**
     * Whether this is the beginning of a page. What the server calls it counts only for what may be one: some call
     * everything text.
     */
    static boolean is(Optional<String> contentType, byte[] start) {
        String text = new String(start, StandardCharsets.UTF_8)
                .replaceFirst("^\uFEFF", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        boolean called = contentType.orElse("").toLowerCase(Locale.ROOT).contains("html");
        return text.startsWith("<!doctype html")
                || text.startsWith("<html")
                || text.startsWith("<head")
                || (called && text.startsWith("<"));
    }

    /** Its title in quotes, with a blank before; nothing where it has none. */
    static String title(byte[] start) {
        Matcher title = TITLE.matcher(new String(start, StandardCharsets.UTF_8));
        if (!title.find()) {
            return "";
        }
        String text = title.group(1).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return text.isEmpty() ? "" : " '" + text.substring(0, Math.min(text.length(), LONGEST_TITLE)) + "'";
    }
}
