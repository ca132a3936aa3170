package io.github.pythonenv.runtime;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** From where a runtime is asked for. */
public sealed interface SourceRequest {

    /** Whether a runtime, as far as it says itself, is one that this asks for. Cheap: looks at no disk. */
    boolean serves(Runtime runtime);

    /**
     * What decides which runtime it is and cannot be seen on the runtime: it is part of what an environment's settings
     * are. Empty where there is no such thing.
     */
    default String describe() {
        return "";
    }

    private static boolean catalogued(Runtime runtime) {
        return runtime.name().startsWith("cpython-");
    }

    /**
     * Wherever the best one is to be had: in the store, {@link Source#STANDALONE}, {@link Source#MAVEN}. What is there
     * already serves, wherever it came from; but that of a packed environment has somebody's packages with it.
     */
    record Auto() implements SourceRequest {
        @Override
        public boolean serves(Runtime runtime) {
            return !runtime.isFrom(Source.PACKED);
        }

        @Override
        public String toString() {
            return "auto";
        }
    }

    /** One of the catalogue's archives of python-build-standalone. */
    record Standalone() implements SourceRequest {
        @Override
        public boolean serves(Runtime runtime) {
            return runtime.isFrom(Source.STANDALONE);
        }

        @Override
        public String toString() {
            return Source.STANDALONE.word();
        }
    }

    /** One of the catalogue's Maven artifacts. */
    record Maven() implements SourceRequest {
        @Override
        public boolean serves(Runtime runtime) {
            return catalogued(runtime) && runtime.isFrom(Source.MAVEN);
        }

        @Override
        public String toString() {
            return Source.MAVEN.word();
        }
    }

    /**
     * A Maven artifact of one's own.
     *
     * @param template its coordinates, with {@code {version}} and {@code {platform}} in them where these are to stand
     * @param digests its SHA-256 by the platform's id; for what is not here, an artifact with digests beside it counts
     */
    record Coordinates(MavenArtifact template, Map<String, String> digests) implements SourceRequest {
        public Coordinates {
            digests = Map.copyOf(digests);
        }

        @Override
        public boolean serves(Runtime runtime) {
            return !catalogued(runtime) && runtime.isFrom(Source.MAVEN);
        }

        @Override
        public String describe() {
            return Source.MAVEN.word() + " " + template.coordinates() + " " + new TreeMap<>(digests);
        }

        @Override
        public String toString() {
            return Source.MAVEN.word() + " (" + template.coordinates() + ")";
        }
    }

    /**
     * An archive of one's own.
     *
     * @param origin an address or a file
     * @param sha256 what its bytes must be; nothing for a file that is said to be trusted
     * @param embeddable whether it is the embeddable package for Windows
     */
    record Archive(Origin origin, Optional<String> sha256, boolean embeddable) implements SourceRequest {

        /** Where a runtime that is made from it comes from. */
        public Source source() {
            return embeddable ? Source.EMBEDDABLE : Source.ARCHIVE;
        }

        @Override
        public boolean serves(Runtime runtime) {
            return runtime.isFrom(source())
                    && sha256.map(runtime.sha256()::equals).orElse(true);
        }

        /** That a trusted file became another is told by its size and time: reading it all would cost each build. */
        @Override
        public String describe() {
            return sha256.isEmpty() && origin instanceof LocalFile file
                    ? source().word() + " " + file.path() + " " + state(file.readable())
                    : "";
        }

        private static String state(Path file) {
            try {
                return Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
            } catch (IOException e) {
                throw new UserFailure(
                        "The archive " + file + " cannot be read: " + FileFault.why(e) + ".",
                        "Correct <archive> (-Dpython-env.archive=…): a file is relative to the project's folder.",
                        e);
            }
        }

        @Override
        public String toString() {
            return source().word() + " (" + origin + ")";
        }
    }

    /** The interpreter of a packed environment. */
    record Packed(PackedArchive archive) implements SourceRequest {
        @Override
        public boolean serves(Runtime runtime) {
            return runtime.isFrom(Source.PACKED)
                    && archive.sha256().map(runtime.sha256()::equals).orElse(true);
        }

        @Override
        public String describe() {
            return archive.describe();
        }

        @Override
        public String toString() {
            return Source.PACKED.word() + " (" + archive + ")";
        }
    }

    /** An interpreter that is on this machine already, used where it is. */
    record Installed(InstalledBy by) implements SourceRequest {
        @Override
        public boolean serves(Runtime runtime) {
            return runtime.source().equals(by.word());
        }

        @Override
        public String toString() {
            return by.word();
        }
    }

    /** What a lock pins for this machine, and nothing else. */
    record Locked(List<Distribution> distributions) implements SourceRequest {
        public Locked {
            distributions = List.copyOf(distributions);
        }

        @Override
        public boolean serves(Runtime runtime) {
            return distributions.stream().anyMatch(one -> one.sha256().equals(runtime.sha256()));
        }

        @Override
        public String toString() {
            return "the lock";
        }
    }
}
