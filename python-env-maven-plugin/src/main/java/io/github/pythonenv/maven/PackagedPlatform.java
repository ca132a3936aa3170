package io.github.pythonenv.maven;

import java.util.List;

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
        return asked.isEmpty()
                ? List.of(here)
                : asked.stream().map(String::strip).distinct().toList();
    }
}
