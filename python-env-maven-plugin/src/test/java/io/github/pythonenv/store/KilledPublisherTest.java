package io.github.pythonenv.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.progress.ProgressListener;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A JVM that is killed while it fills: nothing is left under the final name, and the next one is not in its way. */
class KilledPublisherTest {
    private static final int FILES = 200;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, FILES})
    void leavesNothingOrAll(int killedAfter) throws Exception {
        Path home = folder.resolve("home");
        Process publisher = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        LockProgram.location(KilledPublisherTest.class)
                                + File.pathSeparator
                                + LockProgram.location(Store.class),
                        Publisher.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = publisher.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i <= killedAfter; i++) {
                assertThat(out.readLine()).isNotNull();
            }
            publisher.destroyForcibly().waitFor();
        }

        Path target = home.resolve("runtimes/thing");
        assertThat(Files.exists(target)).isEqualTo(Store.complete(target));

        publish(home, staging -> Files.writeString(staging.resolve("file"), "second"));
        assertThat(Store.complete(target)).isTrue();
        Staging.sweep(home.resolve("staging"));
        assertThat(home.resolve("staging")).isEmptyDirectory();
    }

    private static void publish(Path home, ThrowingConsumer<Path> fill) {
        Store store = new Store(home);
        Path unused = store.publish(store.runtimes(), "thing", fill, ProgressListener.SILENT);
    }

    /** Says each step of its filling. */
    static final class Publisher {
        public static void main(String[] arguments) throws IOException {
            publish(Path.of(arguments[0]), staging -> {
                System.out.println("begin");
                for (int i = 0; i < FILES; i++) {
                    Files.writeString(staging.resolve("file" + i), "first");
                    System.out.println(i);
                }
            });
            System.out.println("published");
            int unused = System.in.read();
        }
    }
}
