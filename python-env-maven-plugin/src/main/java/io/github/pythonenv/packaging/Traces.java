package io.github.pythonenv.packaging;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Passes bytes on, and sees whether one of some texts is among them: Knuth, Morris and Pratt's search for each. */
final class Traces extends FilterInputStream {

    private static final class Search {
        private final byte[] text;
        private final int[] back;
        private int matched;

        Search(String wanted) {
            text = wanted.getBytes(StandardCharsets.UTF_8);
            back = new int[text.length];
            for (int at = 1, length = 0; at < text.length; at++) {
                while (length > 0 && text[at] != text[length]) {
                    length = back[length - 1];
                }
                back[at] = text[at] == text[length] ? ++length : length;
            }
        }

        boolean seesIn(byte[] bytes, int from, int to) {
            for (int at = from; at < to; at++) {
                while (matched > 0 && bytes[at] != text[matched]) {
                    matched = back[matched - 1];
                }
                if (bytes[at] == text[matched] && ++matched == text.length) {
                    return true;
                }
            }
            return false;
        }
    }

    private final List<Search> searches;
    private boolean found;

    /** @param texts none is empty */
    Traces(InputStream in, List<String> texts) {
        super(in);
        this.searches = texts.stream().map(Search::new).toList();
    }

    /** Whether any of the texts was in what was read until now. */
    boolean found() {
        return found;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        for (Search search : searches) {
            found = found || (read > 0 && search.seesIn(bytes, offset, offset + read));
        }
        return read;
    }
}
