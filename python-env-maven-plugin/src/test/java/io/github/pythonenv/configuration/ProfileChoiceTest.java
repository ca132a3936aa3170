package io.github.pythonenv.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.packages.Profile;
import io.github.pythonenv.packages.Profiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProfileChoiceTest {

    private static final String HERE = "linux-x86_64";

    @ParameterizedTest
    @EnumSource(Template.class)
    void everyTemplateConsistsOfProfilesThatThereAre(Template template) {
        ProfileChoice choice = ProfileChoice.of(Profiles.builtIn(), Optional.of(template.label()), List.of(), HERE);
        assertThat(choice.requirements().isEmpty()).isEqualTo(template == Template.CUSTOM);
        assertThat(choice.accelerator()).isEqualTo(template.accelerator());
    }

    @Test
    void addsUpTemplateAndProfiles() {
        ProfileChoice choice = ProfileChoice.of(
                Profiles.builtIn(), Optional.of("fullstack"), List.of("web", "machine-learning-cpu"), HERE);
        assertThat(choice.requirements())
                .doesNotHaveDuplicates()
                .anyMatch(line -> line.startsWith("pip>="))
                .anyMatch(line -> line.startsWith("torch>="))
                .anyMatch(line -> line.startsWith("pandas>="))
                .anyMatch(line -> line.startsWith("flask>="));
        assertThat(choice.accelerator())
                .as("a profile is stronger than the template")
                .contains("cpu");
    }

    @Test
    void takesTheFirstOfOneNameAndWhatItIncludesOnce() {
        Profile own = new Profile("web", "Mine.", List.of("other"), List.of("django"), Optional.empty(), List.of());
        Profile other = new Profile("other", "", List.of("web"), List.of("httpx"), Optional.empty(), List.of());
        List<Profile> known = new ArrayList<>(List.of(own, other));
        known.addAll(Profiles.builtIn());
        assertThat(ProfileChoice.of(known, Optional.empty(), List.of("web"), HERE)
                        .requirements())
                .containsExactly("django", "httpx");
        assertThat(ProfileChoice.of(known, Optional.empty(), List.of(), HERE)).isEqualTo(ProfileChoice.NONE);
    }

    @Test
    void saysWhatWasMeant() {
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(() -> ProfileChoice.of(Profiles.builtIn(), Optional.empty(), List.of("data-sience"), HERE))
                .withMessageContaining("no profile 'data-sience'")
                .satisfies(failure -> assertThat(failure.hint()).contains("Did you mean data-science?", "web"));
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(() -> ProfileChoice.of(Profiles.builtIn(), Optional.of("WebDevelopement"), List.of(), HERE))
                .satisfies(failure -> assertThat(failure.hint()).contains("Did you mean WebDevelopment?"));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(() ->
                        ProfileChoice.of(Profiles.builtIn(), Optional.empty(), List.of("inference"), "windows-x86_64"))
                .withMessageContaining(
                        "inference cannot be installed on windows-x86_64: vllm has wheels for Linux only.");
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(() -> ProfileChoice.of(
                        Profiles.builtIn(),
                        Optional.empty(),
                        List.of("machine-learning-cpu", "machine-learning-cuda"),
                        HERE))
                .withMessageContaining("cpu and cuda");
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(() -> ProfileChoice.of(
                        Profiles.builtIn(), Optional.empty(), List.of("machine-learning-cpu"), "macos-x86_64"))
                .as("by way of what it includes")
                .withMessageContaining("Intel");
    }
}
