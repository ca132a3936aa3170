package io.github.pythonenv.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.configuration.Declarations;
import io.github.pythonenv.configuration.Origin;
import io.github.pythonenv.configuration.Setting;
import io.github.pythonenv.configuration.Settings;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;

class PomDeclarationsTest {

    private static final Path PROJECT = Path.of("project").toAbsolutePath();

    @Test
    void parametersHoldForAll() {
        Settings parameters = parameters();

        assertThat(new PomDeclarations(PROJECT).read(parameters, Optional.empty(), Optional.empty()))
                .isEqualTo(new Declarations(parameters, Map.of()));
    }

    @Test
    void readsNestedElements() throws Exception {
        Declarations read = new PomDeclarations(PROJECT)
                .read(
                        parameters(),
                        element("<defaults><editable>false</editable><swap>inPlace</swap></defaults>"),
                        element("""
                                <environments>
                                  <dev><python><version>3.14</version></python>
                                    <packages><package>a</package><package>b</package></packages>
                                    <requirements>r.txt</requirements>
                                    <variables><A>1</A></variables></dev>
                                  <bare/>
                                </environments>"""));

        assertThat(read.shared().text(Setting.SWAP)).contains("exchange");
        assertThat(read.shared().all().get(Setting.EDITABLE).value()).isEqualTo(false);
        assertThat(read.environments().keySet()).containsExactly("dev", "bare");
        Settings dev = read.environments().get("dev");
        assertThat(dev.text(Setting.PYTHON_VERSION)).contains("3.14");
        assertThat(dev.all().get(Setting.PACKAGES).value()).isEqualTo(List.of("a", "b"));
        assertThat(dev.all().get(Setting.REQUIREMENTS).value()).isEqualTo(List.of(PROJECT.resolve("r.txt")));
        assertThat(dev.all().get(Setting.VARIABLES).value()).isEqualTo(Map.of("A", "1"));
        assertThat(dev.origin(Setting.PYTHON_VERSION))
                .contains(new Origin(Origin.Level.POM, "the POM, <environments><dev><python><version>"));
        assertThat(read.environments().get("bare")).isEqualTo(Settings.NONE);
    }

    @Test
    void saysWhichElementIsNotKnown() {
        assertThatThrownBy(() -> new PomDeclarations(PROJECT)
                        .read(
                                parameters(),
                                Optional.empty(),
                                element("<environments><dev><pyton><version>3</version></pyton></dev></environments>")))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("the POM, <environments><dev><pyton>")
                .hasMessageContaining("did you mean \"python\"?");
    }

    @Test
    void anEnvironmentIsNoText() {
        assertThatThrownBy(() -> new PomDeclarations(PROJECT)
                        .read(parameters(), Optional.empty(), element("<environments><dev>3.14</dev></environments>")))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("<environments><dev>")
                .hasMessageContaining("\"dev\" has to be an object");
    }

    private static Settings parameters() {
        Settings.Builder said = new Settings.Builder(new Origin(Origin.Level.POM, "the POM"));
        said.put(Setting.SWAP, "exchange");
        return said.build();
    }

    private static Optional<PlexusConfiguration> element(String xml) throws Exception {
        return Optional.of(new XmlPlexusConfiguration(Xpp3DomBuilder.build(new StringReader(xml))));
    }
}
