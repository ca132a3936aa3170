package io.github.pythonenv.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Equal inputs have equal fingerprints, and any single change makes another. */
class FingerprintTest {

    @Property(edgeCases = EdgeCasesMode.NONE)
    void dependsOnNothingElse(
            @ForAll("words") String runtime,
            @ForAll("words") String settings,
            @ForAll("digests") Map<Path, String> files,
            @ForAll("digests") Map<Path, String> trees) {
        assertThat(Fingerprint.of(runtime, new InputDigests(settings, new TreeMap<>(files), new TreeMap<>(trees))))
                .isEqualTo(
                        Fingerprint.of(runtime, new InputDigests(settings, new TreeMap<>(files), new TreeMap<>(trees))))
                .matches("[0-9a-f]{64}");
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void dependsOnTheRuntime(
            @ForAll("words") String runtime, @ForAll("words") String other, @ForAll("inputs") InputDigests inputs) {
        Assume.that(!runtime.equals(other));

        assertThat(Fingerprint.of(other, inputs)).isNotEqualTo(Fingerprint.of(runtime, inputs));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void dependsOnTheSettings(@ForAll("words") String settings, @ForAll("inputs") InputDigests inputs) {
        Assume.that(!settings.equals(inputs.settings()));

        assertThat(Fingerprint.of("r", new InputDigests(settings, inputs.files(), inputs.trees())))
                .isNotEqualTo(Fingerprint.of("r", inputs));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void dependsOnEachFile(
            @ForAll("inputs") InputDigests inputs, @ForAll("paths") Path path, @ForAll("words") String digest) {
        Assume.that(!digest.equals(inputs.files().get(path)));
        Map<Path, String> files = new TreeMap<>(inputs.files());
        files.put(path, digest);

        assertThat(Fingerprint.of("r", new InputDigests(inputs.settings(), files, inputs.trees())))
                .isNotEqualTo(Fingerprint.of("r", inputs));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void dependsOnEachTree(
            @ForAll("inputs") InputDigests inputs, @ForAll("paths") Path path, @ForAll("words") String digest) {
        Assume.that(!digest.equals(inputs.trees().get(path)));
        Map<Path, String> trees = new TreeMap<>(inputs.trees());
        trees.put(path, digest);

        assertThat(Fingerprint.of("r", new InputDigests(inputs.settings(), inputs.files(), trees)))
                .isNotEqualTo(Fingerprint.of("r", inputs));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void tellsAFileFromATree(@ForAll("inputs") InputDigests inputs) {
        Assume.that(!inputs.files().equals(inputs.trees()));

        assertThat(Fingerprint.of("r", new InputDigests(inputs.settings(), inputs.trees(), inputs.files())))
                .isNotEqualTo(Fingerprint.of("r", inputs));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(8);
    }

    @Provide
    Arbitrary<Path> paths() {
        return Arbitraries.of("a", "b", "c d", "é/f").map(name -> Path.of("/p", name));
    }

    @Provide
    Arbitrary<Map<Path, String>> digests() {
        return Arbitraries.maps(paths(), words()).ofMaxSize(4);
    }

    @Provide
    Arbitrary<InputDigests> inputs() {
        return Combinators.combine(words(), digests(), digests())
                .as((settings, files, trees) -> new InputDigests(settings, new TreeMap<>(files), new TreeMap<>(trees)));
    }
}
