package io.github.pythonenv.maven;

import java.util.List;
import java.util.Objects;

/** What tells machines apart on which a packed environment runs: {@code linux-x86_64}, {@code linux-aarch64-musl}. */
final class PackagedPlatform {

    private PackagedPlatform() {}

    /**
     * Those that are wanted, each once.
     *
     * @param asked as a person wrote them; none for this machine's
     * @param here this machine's
     */
    static List<String> wanted(List<String> asked, String here) {
        List<String> named = asked.stream()
                // Of "a,,b" Maven makes a list with nothing in it.
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        return named.isEmpty() ? List.of(here) : named;
    }
}
