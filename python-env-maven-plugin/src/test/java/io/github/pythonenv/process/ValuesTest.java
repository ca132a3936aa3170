package io.github.pythonenv.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {

    @Test
    void aSecretDoesNotPrint() {
        Secret secret = new Secret("hunter2");

        assertThat(secret).hasToString("***").isEqualTo(new Secret("hunter2")).isNotEqualTo(new Secret("other"));
        assertThat(secret).hasSameHashCodeAs(new Secret("hunter2"));
        assertThat(secret.reveal()).isEqualTo("hunter2");
        assertThat(List.of(secret)).hasToString("[***]");
    }

    @Test
    void aCommandDoesNotPrintItsVariables() {
        Command command =
                new Command(List.of("uv", "sync"), Path.of("here"), Map.of("TOKEN", "hunter2"), Duration.ofMinutes(1));

        assertThat(command).hasToString("uv sync (in here)");
        assertThat(command.program()).isEqualTo("uv");
    }

    @Test
    void aCommandHasAProgram() {
        assertThatThrownBy(() -> new Command(List.of(), Path.of("here"), Map.of(), Duration.ofMinutes(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"PT1M,1 minute", "PT5M,5 minutes", "PT90S,90 seconds", "PT1S,1 second", "PT0.2S,200 milliseconds"})
    void durationsInWords(Duration duration, String words) {
        assertThat(Durations.words(duration)).isEqualTo(words);
    }
}
