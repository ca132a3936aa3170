package io.github.pythonenv.it.harness;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The variables by which the one who runs the tests may have said how packages are got. */
public final class WayToPackages {

    private static final List<String> CERTIFICATES = List.of(
            "SSL_CERT_FILE",
            "SSL_CERT_DIR",
            "PIP_CERT",
            "REQUESTS_CA_BUNDLE",
            "CURL_CA_BUNDLE",
            "UV_SYSTEM_CERTS",
            "UV_NATIVE_TLS");

    private static final List<String> PROXIES = List.of("http_proxy", "https_proxy", "all_proxy", "no_proxy");

    private static final List<String> INDEXES = List.of(
            "PIP_FIND_LINKS",
            "PIP_INDEX_URL",
            "PIP_EXTRA_INDEX_URL",
            "UV_INDEX",
            "UV_DEFAULT_INDEX",
            "UV_INDEX_URL",
            "UV_FIND_LINKS");

    private WayToPackages() {}

    /** Those that say whom to trust. */
    public static String[] certificates() {
        return CERTIFICATES.toArray(String[]::new);
    }

    /** All of them. */
    public static String[] all() {
        return Stream.of(
                        CERTIFICATES,
                        PROXIES,
                        PROXIES.stream()
                                .map(name -> name.toUpperCase(Locale.ROOT))
                                .toList(),
                        INDEXES)
                .flatMap(List::stream)
                .toArray(String[]::new);
    }
}
