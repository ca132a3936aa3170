package io.github.pythonenv.download;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is to be fetched.
 *
 * @param uri {@code http}, {@code https} or {@code file}; sent as it is written. User name and password in it count for
 *     its host, and are never printed
 * @param sha256 what its bytes have to be, 64 hexadecimal digits
 * @param size how many bytes it has to have
 */
public record Download(URI uri, Optional<String> sha256, OptionalLong size) {

    @Override
    public String toString() {
        return Redacted.uri(uri);
    }
}
