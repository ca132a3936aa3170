package io.github.pythonenv.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LineSplitterTest {
    private final List<String> lines = new ArrayList<>();

    @Test
    void takesAllThreeEnds() {
        split("one\ntwo\r\nthree\rfour", 100);

        assertThat(lines).containsExactly("one", "two", "three", "four");
    }

    @Test
    void keepsEmptyLines() {
        split("\n\r\n\ra\n\n", 1);

        assertThat(lines).containsExactly("", "", "", "a", "");
    }

    @Test
    void replacesWhatIsNoUtf8() {
        LineSplitter splitter = new LineSplitter(lines::add);
        splitter.take(new byte[] {'a', (byte) 0xFF, 'b', '\n'}, 4);

        assertThat(lines).containsExactly("a\uFFFDb");
    }

    @Test
    void handsAnEndlessLineOverInPieces() {
        split("x".repeat(LineSplitter.LONGEST_LINE * 2 + 1), 5000);

        assertThat(lines).hasSize(3).last().isEqualTo("x");
    }

    /** Lines do not depend on how the bytes come, not even inside of a character or between the two of a line end. */
    @Property
    void theSameInAnyPieces(@ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 7) int piece) {
        lines.clear();
        split(text, piece);

        List<String> expected = new ArrayList<>(Arrays.asList(text.split("\r\n|\n|\r", -1)));
        if (expected.get(expected.size() - 1).isEmpty()) {
            expected.remove(expected.size() - 1);
        }
        assertThat(lines).isEqualTo(expected);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("aé€\uD83D\uDE00\r\n")
                .ofMaxLength(20)
                .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }

    private void split(String text, int piece) {
        LineSplitter splitter = new LineSplitter(lines::add);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int from = 0; from < bytes.length; from += piece) {
            byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + piece));
            splitter.take(part, part.length);
        }
        splitter.end();
    }
}
