package io.github.pythonenv.environment;

import io.github.pythonenv.archive.Digests;
import java.nio.charset.StandardCharsets;

/** The digest of everything an environment depends on: two environments with one fingerprint are alike. */
final class Fingerprint {

    /** Raised when this plugin builds environments differently from the same inputs, so that they are built anew. */
    private static final int SCHEMA = 1;

    private Fingerprint() {}

    static String of(String runtime, InputDigests inputs) {
        StringBuilder text = new StringBuilder();
        text.append("schema ").append(SCHEMA).append('\n');
        text.append("runtime ").append(runtime).append('\n');
        text.append("settings ").append(inputs.settings()).append('\n');
        inputs.files()
                .forEach((path, digest) -> text.append("file ")
                        .append(digest)
                        .append(' ')
                        .append(path)
                        .append('\n'));
        inputs.trees()
                .forEach((path, digest) -> text.append("tree ")
                        .append(digest)
                        .append(' ')
                        .append(path)
                        .append('\n'));
        return Digests.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
