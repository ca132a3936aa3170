package io.github.pythonenv.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.runtime.Catalogue;
import io.github.pythonenv.runtime.Distribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockTextTest {
    private static final List<Distribution> KNOWN = Catalogue.builtIn().distributions();
    private static final Lock.Uv UV =
            new Lock.Uv("0.13.8", Map.of("linux-x86_64", "ab".repeat(32), "linux-x86_64-musl", "cd".repeat(32)));

    @Test
    void keepsWhatItPins() {
        Lock lock =
                new Lock(Map.of("3.14", KNOWN.subList(0, 8), ">=3.12,<3.14", KNOWN.subList(95, 100)), Optional.of(UV));

        assertThat(LockText.parse(LockText.print(lock))).isEqualTo(lock);
        assertThat(LockText.print(LockText.parse(LockText.print(lock)))).isEqualTo(LockText.print(lock));
    }

    /** It is committed, copied into images, read by other users. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no such permissions")
    void mayBeReadByWhoMayReadOtherFiles(@TempDir Path folder) throws IOException {
        Path plain = Files.createFile(folder.resolve("plain"));
        Path file = folder.resolve(LockFile.NAME);

        LockText.write(file, Lock.EMPTY);

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(plain));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(plain, file);
        }
    }

    @Property(tries = 100)
    void keepsEveryRequest(@ForAll @Size(min = 1, max = 3) List<String> requests) {
        Lock lock = Lock.EMPTY;
        for (String request : requests) {
            lock = lock.with(request.replaceAll("\\R|[\\p{Cntrl}\u0085\u2028\u2029]", ""), KNOWN.subList(0, 1));
        }

        assertThat(LockText.parse(LockText.print(lock))).isEqualTo(lock);
    }

    @Property(tries = 300)
    void throwsNothingButWhatItSays(@ForAll String text, @ForAll boolean began) {
        try {
            LockText.parse(began ? "schema = \"1\"\n[[python]]\n" + text : text);
        } catch (IllegalArgumentException declared) {
            assertThat(declared).isNotNull();
        }
    }

    @Test
    void readsWell() {
        String text = LockText.print(new Lock(Map.of("3.14", KNOWN.subList(0, 1)), Optional.of(UV)));

        assertThat(text.lines())
                .contains("[[python]]", "request = \"3.14\"", "version = \"3.14.7\"", "platform = \"linux-aarch64\"")
                .contains("[uv]", "version = \"0.13.8\"")
                .allMatch(line -> line.length() < 250);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "schema = \"2\"",
                "schema = 1",
                "schema = \"1\"\nschema = \"1\"",
                "schema = \"1\"\n[python]",
                "schema = \"1\"\n[[python]]\nrequest = \"3\"\n",
                "schema = \"1\"\n[uv]\nlinux-x86_64 = \"ab\"",
                "<<<<<<< HEAD\nschema = \"1\""
            })
    void refusesWhatIsNoLock(String text) throws IOException {
        Path file = Files.createTempFile("lock", ".lock");
        try {
            Files.writeString(file, text);

            assertThatThrownBy(() -> LockText.read(file))
                    .isInstanceOf(UserFailure.class)
                    .hasMessageContaining(file.toString())
                    .extracting(e -> ((UserFailure) e).hint())
                    .asString()
                    .contains("python-env:lock");
        } finally {
            Files.delete(file);
        }
    }
}
