package io.github.pythonenv.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTextTest {

    @Test
    void fillsInWords() {
        assertThat(rendered("## @name@, user@host, @pytest.fixture, ${other} #if\n"))
                .isEqualTo("## Ann, user@host, @pytest.fixture, ${other} #if\n");
    }

    @Test
    void nestsConditions() {
        String text = "1\n%if java\n2\n  %if web\n3\n%else\n4\n%end\n5\n%end\n6\n";

        assertThat(new TemplateText(text).render(Set.of(), Map.of())).isEqualTo("1\n6\n");
        assertThat(new TemplateText(text).render(Set.of("web"), Map.of())).isEqualTo("1\n6\n");
        assertThat(new TemplateText(text).render(Set.of("java"), Map.of())).isEqualTo("1\n2\n4\n5\n6\n");
        assertThat(new TemplateText(text).render(Set.of("java", "web"), Map.of()))
                .isEqualTo("1\n2\n3\n5\n6\n");
    }

    @ParameterizedTest
    @CsvSource({
        "java,true",
        "ci,false",
        "!ci,true",
        "!java,false",
        "java ci,false",
        "java !ci,true",
        "ci|java,true",
        "!ci|java,false",
        "ci|web,false"
    })
    void readsConditions(String condition, boolean holds) {
        assertThat(TemplateText.holds(condition, Set.of("java", "minimal"))).isEqualTo(holds);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> rendered("@nobody@")).hasMessageContaining("@nobody@");
        assertThatThrownBy(() -> rendered("%if java\n")).hasMessageContaining("%end");
    }

    private static String rendered(String text) {
        return new TemplateText(text).render(Set.of("java"), Map.of("name", "Ann"));
    }
}
