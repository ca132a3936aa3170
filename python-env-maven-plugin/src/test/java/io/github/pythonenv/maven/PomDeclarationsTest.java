package io.github.pythonenv.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.configuration.Declarations;
import io.github.pythonenv.configuration.Origin;
import io.github.pythonenv.configuration.Setting;
import io.github.pythonenv.configuration.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PomDeclarationsTest {

    private static final Path PROJECT = Path.of("project").toAbsolutePath();

    @Test
    void parametersHoldForAll() {
        Settings shared = read("""
                <pythonVersion> 3.14 </pythonVersion>
                <packages><package>a</package><package>b</package></packages>
                <constraints>one.txt, two.txt</constraints>
                <editable>false</editable>
                <timeout>60</timeout>
                <runtimeDigests><linux-x86_64>1f</linux-x86_64></runtimeDigests>
                <executable>of another goal</executable>""").shared();

        assertThat(shared.text(Setting.PYTHON_VERSION)).contains("3.14");
        assertThat(value(shared, Setting.PACKAGES)).isEqualTo(List.of("a", "b"));
        assertThat(value(shared, Setting.CONSTRAINTS))
                .isEqualTo(List.of(PROJECT.resolve("one.txt"), PROJECT.resolve("two.txt")));
        assertThat(value(shared, Setting.EDITABLE)).isEqualTo(false);
        assertThat(value(shared, Setting.TIMEOUT)).isEqualTo(60);
        assertThat(value(shared, Setting.RUNTIME_DIGESTS)).isEqualTo(Map.of("linux-x86_64", "1f"));
        assertThat(shared.origin(Setting.PYTHON_VERSION))
                .contains(new Origin(Origin.Level.POM, "the POM, <pythonVersion>"));
        assertThat(shared.all()).hasSize(6);
    }

    @Test
    void whatIsEmptySaysNothing() {
        assertThat(read("<packages/><pythonVersion></pythonVersion>").shared()).isEqualTo(Settings.NONE);
    }

    @Test
    void readsNestedElements() {
        Declarations read = read("""
                <swap>exchange</swap>
                <defaults><editable>false</editable><swap>inPlace</swap></defaults>
                <environments>
                  <dev><python><version>3.14</version></python>
                    <packages><package>a</package><package>b</package></packages>
                    <requirements>r.txt</requirements>
                    <variables><A>1</A></variables></dev>
                  <bare/>
                </environments>""");

        assertThat(read.shared().text(Setting.SWAP)).contains("exchange");
        assertThat(value(read.shared(), Setting.EDITABLE)).isEqualTo(false);
        assertThat(read.environments().keySet()).containsExactly("dev", "bare");
        Settings dev = read.environments().get("dev");
        assertThat(dev.text(Setting.PYTHON_VERSION)).contains("3.14");
        assertThat(value(dev, Setting.PACKAGES)).isEqualTo(List.of("a", "b"));
        assertThat(value(dev, Setting.REQUIREMENTS)).isEqualTo(List.of(PROJECT.resolve("r.txt")));
        assertThat(value(dev, Setting.VARIABLES)).isEqualTo(Map.of("A", "1"));
        assertThat(dev.origin(Setting.PYTHON_VERSION))
                .contains(new Origin(Origin.Level.POM, "the POM, <environments><dev><python><version>"));
        assertThat(read.environments().get("bare")).isEqualTo(Settings.NONE);
    }

    @Test
    void saysWhichElementIsNotKnown() {
        assertThatThrownBy(() -> read("<environments><dev><pyton><version>3</version></pyton></dev></environments>"))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("the POM, <environments><dev><pyton>")
                .hasMessageContaining("did you mean \"python\"?");
    }

    @Test
    void anEnvironmentIsNoText() {
        assertThatThrownBy(() -> read("<environments><dev>3.14</dev></environments>"))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("<environments><dev>")
                .hasMessageContaining("\"dev\" has to be an object");
    }

    @Test
    void saysWhichParameterIsOfAnotherKind() {
        assertThatThrownBy(() -> read("<editable>perhaps</editable><timeout>soon</timeout>"))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("the POM, <editable>")
                .hasMessageContaining("true or false")
                .hasMessageContaining("the POM, <timeout>")
                .hasMessageContaining("a whole number");
    }

    private static Object value(Settings settings, Setting setting) {
        return settings.all().get(setting).value();
    }

    private static Declarations read(String elements) {
        return new PomDeclarations(PROJECT).read(Said.inPom(elements).parameters());
    }
}
