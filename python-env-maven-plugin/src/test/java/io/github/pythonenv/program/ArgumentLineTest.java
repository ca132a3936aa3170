package io.github.pythonenv.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

class ArgumentLineTest {

    @Test
    void splitsAtWhiteSpaceOutsideQuotes() {
        assertThat(ArgumentLine.split("  --name 'two words' \"it's\" a\"b c\"d  "))
                .containsExactly("--name", "two words", "it's", "ab cd");
    }

    @Test
    void keepsAnEmptyQuotedArgument() {
        assertThat(ArgumentLine.split("a '' b")).containsExactly("a", "", "b");
    }

    @Test
    void leavesBackslashesAlone() {
        assertThat(ArgumentLine.split("C:\\data\\in.csv")).containsExactly("C:\\data\\in.csv");
    }

    @Test
    void refusesAnOpenQuote() {
        assertThatThrownBy(() -> ArgumentLine.split("a 'b c"))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("never close");
    }

    @Property
    void givesBackWhatWasQuoted(@ForAll List<@CharRange(from = 'a', to = 'z') String> arguments) {
        String line = arguments.stream().map(argument -> "'" + argument + "'").collect(Collectors.joining(" "));

        assertThat(ArgumentLine.split(line)).isEqualTo(arguments);
    }
}
