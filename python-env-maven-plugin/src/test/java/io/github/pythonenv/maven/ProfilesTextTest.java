package io.github.pythonenv.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.pythonenv.packages.Profile;
import io.github.pythonenv.packages.ProfileText;
import io.github.pythonenv.packages.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the goal puts out, and what is kept, is what the schema says. */
class ProfilesTextTest {

    private static final Profile OWN =
            new Profile("mine", "Mine.", List.of("web"), List.of("rich"), Optional.of("cpu"), List.of());

    @Test
    void theOutputIsValid() throws IOException {
        ProfilesText list = new ProfilesText("list", Profiles.builtIn(), List.of(OWN));
        String json = DataOutput.json(list.data());
        assertThat(json).contains("\"FullStack\"", "\"vllm>=", "windows-aarch64");
        assertThat(isValid(json)).isTrue();
        assertThat(isValid(json.replace("\"requirements\"", "\"packages\""))).isFalse();
        assertThat(isValid(DataOutput.json(new ProfilesText("show", List.of(OWN), List.of(OWN)).data())))
                .isTrue();
    }

    @Test
    void whatIsKeptIsValid() throws IOException {
        assertThat(isValid(ProfileText.write(List.of(OWN)))).isTrue();
        assertThat(isValid(ProfileText.write(Profiles.builtIn()))).isTrue();
        assertThat(isValid(ProfileText.write(List.of(OWN)).replace("1.0", "2.0")))
                .isFalse();
    }

    @Test
    void aPersonSeesWhatIsInOne() {
        assertThat(new ProfilesText("show", List.of(OWN), List.of(OWN)).lines())
                .containsExactly(
                        "mine                     Mine. (your own)",
                        "    includes web",
                        "    rich",
                        "    accelerator cpu");
        assertThat(new ProfilesText("list", Profiles.builtIn(), List.of()).lines())
                .anyMatch(line -> line.startsWith("data-science "))
                .anyMatch(line -> line.startsWith("Minimal ") && line.endsWith("(base)"));
    }

    private static boolean isValid(String json) throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("..", "docs", "schemas", "profiles-1.0.schema.json")));
        return schema.validate(json, InputFormat.JSON).isEmpty();
    }
}
