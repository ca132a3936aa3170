package io.github.pythonenv.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonenv.UserFailure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpgradesTest {

    private static final LockContents LOCK = LockContents.parse("""
            lock-version = "1.0"
            packages = [
              { name = "click", version = "8.1.7", wheels = [{ url = "u", hashes = { sha256 = "aa" } }] },
              { name = "typing-extensions", version = "4.1" },
            ]
            """);

    @Test
    void namesWhatMayHaveBeenMeant() {
        Upgrades upgrades = new Upgrades(false, List.of("clik", "Typing_Extensions", "click<9", "nobody"));

        assertThat(upgrades.unknown(LockContents.NONE, LOCK))
                .containsExactly(
                        "clik was to be upgraded, and nothing in the lock is called so. Did you mean click?",
                        "nobody was to be upgraded, and nothing in the lock is called so.");
        assertThat(upgrades.unknown(LOCK, LockContents.NONE))
                .as("what has gone by the upgrade was there")
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "click==", "../click", ""})
    void takesNamesOnly(String name) {
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(() -> new Upgrades(false, List.of("click", name)))
                .withMessage("upgradePackage names '" + name + "', which is no name of a package.");
    }
}
