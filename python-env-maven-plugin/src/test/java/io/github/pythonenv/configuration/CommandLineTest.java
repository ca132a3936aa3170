package io.github.pythonenv.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class CommandLineTest {

    private static final Path PROJECT = Path.of("project").toAbsolutePath();

    @Test
    void readsEachKind() {
        Settings settings = settings(
                "pythonVersion", "3.13",
                "packages", "numpy>=2,<3,rich[a,b]",
                "requirements", "a.txt, b.txt",
                "editable", "false",
                "keepGenerations", "4",
                "variables.A", "1",
                "variables.B_C", "x y");

        assertThat(settings.text(Setting.PYTHON_VERSION)).contains("3.13");
        assertThat(InputConfiguration.of(settings).packages()).containsExactly("numpy>=2,<3", "rich[a,b]");
        assertThat(settings.paths(Setting.REQUIREMENTS))
                .containsExactly(PROJECT.resolve("a.txt"), PROJECT.resolve("b.txt"));
        assertThat(settings.yes(Setting.EDITABLE, true)).isFalse();
        assertThat(settings.number(Setting.KEEP_GENERATIONS, 1)).isEqualTo(4);
        assertThat(settings.textByName(Setting.VARIABLES)).containsOnlyKeys("A", "B_C");
        assertThat(settings.origin(Setting.EDITABLE))
                .contains(new Origin(Origin.Level.COMMAND_LINE, "-Dpython-env.editable"));
    }

    @Test
    void takesThePathOfTheFileToo() {
        Settings settings = settings("retention.days", "3", "index.findLinks", "wheels");

        assertThat(settings.number(Setting.KEEP_DAYS, 1)).isEqualTo(3);
        assertThat(settings.paths(Setting.FIND_LINKS)).containsExactly(PROJECT.resolve("wheels"));
    }

    @Test
    void saysByWhichNameASettingWasGiven() {
        assertThat(settings("index.named.a", "b", "python.version", "3.13").all())
                .extractingFromEntries(entry -> entry.getValue().origin().place())
                .containsExactlyInAnyOrder("-Dpython-env.index.named", "-Dpython-env.python.version");
        assertThatThrownBy(() -> settings("retention.days", "few"))
                .hasMessageContaining("-Dpython-env.retention.days is 'few'");
    }

    @Test
    void speaksToOneEnvironment() {
        CommandLine line = line(
                "environments.dev.packages", "rich,pytest",
                "environments.dev.variables.A", "1",
                "environments.dev.2.packages", "numpy",
                "environments.dev.autoCleanup", "true",
                "pythonVersion", "3.13");

        assertThat(line.environment("dev").all())
                .extractingFromEntries(entry ->
                        entry.getKey() + " " + entry.getValue().origin().place())
                .containsExactlyInAnyOrder(
                        "PACKAGES -Dpython-env.environments.dev.packages",
                        "VARIABLES -Dpython-env.environments.dev.variables");
        assertThat(line.environment("dev.2").texts(Setting.PACKAGES)).containsExactly("numpy");
        assertThat(line.environment("docs")).isEqualTo(Settings.NONE);
        assertThat(line.shared().all()).containsOnlyKeys(Setting.PYTHON_VERSION);
    }

    @Test
    void saysWhatCannotBeUnderstood() {
        assertThatThrownBy(() -> settings("keepGenerations", "many"))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("-Dpython-env.keepGenerations is 'many'")
                .hasMessageContaining("a whole number");
        assertThatThrownBy(() -> settings("editable", "maybe")).hasMessageContaining("true or false");
        assertThatThrownBy(() -> settings("variables", "A=1"))
                .isInstanceOf(UserFailure.class)
                .extracting(failure -> ((UserFailure) failure).hint())
                .asString()
                .contains("-Dpython-env.variables.NAME=value");
    }

    private static Settings settings(String... pairs) {
        return line(pairs).shared();
    }

    private static CommandLine line(String... pairs) {
        Properties properties = new Properties();
        for (int i = 0; i < pairs.length; i += 2) {
            properties.setProperty("python-env." + pairs[i], pairs[i + 1]);
        }
        return new CommandLine(properties, PROJECT);
    }
}
