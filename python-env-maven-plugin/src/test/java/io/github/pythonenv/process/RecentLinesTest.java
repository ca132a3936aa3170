package io.github.pythonenv.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentLinesTest {

    @Test
    void keepsAllOfUsualOutput() {
        RecentLines lines = new RecentLines();
        lines.add("one");
        lines.add("");
        lines.add("three");

        assertThat(lines.lines()).containsExactly("one", "", "three");
    }

    @Test
    void keepsTheLastOfVeryLongOutputAndSaysSo() {
        RecentLines lines = new RecentLines();
        String long1 = "x".repeat(RecentLines.MOST_CHARACTERS / 2);
        lines.add("first");
        lines.add("second");
        lines.add(long1);
        lines.add(long1.substring(10));
        lines.add("last");

        assertThat(lines.lines()).first().isEqualTo("(2 earlier lines left out)");
        assertThat(lines.lines()).last().isEqualTo("last");
        assertThat(lines.lines()).hasSize(4);
    }

    @Test
    void keepsOneLineAtLeast() {
        RecentLines lines = new RecentLines();
        lines.add("x".repeat(RecentLines.MOST_CHARACTERS + 1));

        assertThat(lines.lines()).hasSize(1);
    }

    @Test
    void handsOn() {
        RecentLines lines = new RecentLines();
        List<String> next = new ArrayList<>();
        lines.andThen(next::add).accept("a");

        assertThat(next).containsExactly("a").isEqualTo(lines.lines());
    }
}
