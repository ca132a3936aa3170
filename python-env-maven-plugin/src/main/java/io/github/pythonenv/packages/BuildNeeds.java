package io.github.pythonenv.packages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a build from source wants of the machine and did not find, told from what compilers and build tools say. Source of
 * the signs: gcc 12, clang 14, MSVC 14, setuptools 80, meson 1.8, maturin 1.8.
 */
final class BuildNeeds {

    private static final String INSTEAD = " Or take a version that has a wheel for this Python and platform; wheelsOnly"
            + " (-Dpython-env.wheelsOnly) looks for one from the start.";

    private static final List<Pattern> COMPILERS = List.of(
            Pattern.compile(
                    "\\[Errno 2] No such file or directory: '(?<name>[^']*(?:cc|[cg]\\+\\+|clang|gfortran)[^']*)'"),
            Pattern.compile("command '?(?<name>\\S*(?:cc|[cg]\\+\\+|clang))'? failed: No such file"),
            Pattern.compile("unable to execute '?(?<name>[^':]+)'?:"),
            Pattern.compile("linker `(?<name>[^`]+)` not found"),
            Pattern.compile("Unknown compiler\\(s\\): \\[\\[?'(?<name>[^']+)'"),
            Pattern.compile("(?<name>Microsoft Visual C\\+\\+ [0-9.]+ or greater) is required"),
            Pattern.compile("No (?<name>CMAKE_\\w+_COMPILER) could be found"));

    private static final Pattern RUST = Pattern.compile(
            "can't find Rust compiler|cargo,? .{0,40}is not installed|Rust not found|`cargo` not found");

    private static final List<Pattern> HEADERS = List.of(
            Pattern.compile("fatal error: (?<name>[\\w./+-]+\\.h(?:pp)?): No such file"),
            Pattern.compile("fatal error: '(?<name>[\\w./+-]+\\.h(?:pp)?)' file not found"),
            Pattern.compile("Cannot open include file: '(?<name>[\\w./+-]+)'"));

    /** The packages of Debian and Ubuntu, and of Fedora and RHEL, that have headers which Python packages ask for. */
    private static final Map<String, String> DEVELOPMENT = Map.ofEntries(
            Map.entry("Python.h", "python3-dev; python3-devel"),
            Map.entry("ffi.h", "libffi-dev; libffi-devel"),
            Map.entry("openssl/", "libssl-dev; openssl-devel"),
            Map.entry("libpq-fe.h", "libpq-dev; libpq-devel"),
            Map.entry("mysql", "default-libmysqlclient-dev; mariadb-connector-c-devel"),
            Map.entry("sql.h", "unixodbc-dev; unixODBC-devel"),
            Map.entry("libxml/", "libxml2-dev; libxml2-devel"),
            Map.entry("libxslt/", "libxslt1-dev; libxslt-devel"),
            Map.entry("zlib.h", "zlib1g-dev; zlib-devel"),
            Map.entry("jpeglib.h", "libjpeg-dev; libjpeg-turbo-devel"),
            Map.entry("lber.h", "libldap-dev; openldap-devel"),
            Map.entry("sasl/", "libsasl2-dev; cyrus-sasl-devel"),
            Map.entry("gmp.h", "libgmp-dev; gmp-devel"),
            Map.entry("hdf5.h", "libhdf5-dev; hdf5-devel"),
            Map.entry("geos_c.h", "libgeos-dev; geos-devel"),
            Map.entry("cairo.h", "libcairo2-dev; cairo-devel"),
            Map.entry("curl/", "libcurl4-openssl-dev; libcurl-devel"),
            Map.entry("krb5", "libkrb5-dev; krb5-devel"),
            Map.entry("gssapi", "libkrb5-dev; krb5-devel"),
            Map.entry("librdkafka/", "librdkafka-dev; librdkafka-devel"),
            Map.entry("portaudio.h", "portaudio19-dev; portaudio-devel"),
            Map.entry("sqlite3.h", "libsqlite3-dev; sqlite-devel"));

    private BuildNeeds() {}

    /** What to do where something is missing; nothing where the build failed for another reason. */
    static Optional<String> in(String said) {
        return first(HEADERS, said)
                .map(BuildNeeds::header)
                .or(() -> first(COMPILERS, said).map(BuildNeeds::compiler))
                .or(() -> RUST.matcher(said).find()
                        ? Optional.of("Building it from source needs Rust, which is not there: install rustc and cargo."
                                + INSTEAD)
                        : Optional.<String>empty());
    }

    private static Optional<String> first(List<Pattern> patterns, String said) {
        return patterns.stream()
                .map(pattern -> pattern.matcher(said))
                .filter(Matcher::find)
                .map(matcher -> matcher.group("name"))
                .findFirst();
    }

    private static String compiler(String name) {
        return "Building it from source needs a compiler, and " + name
                + " is not there: install one (Debian and Ubuntu: build-essential; Fedora and RHEL: gcc gcc-c++; macOS: xcode-select --install; Windows: the Build Tools"
                + " of Visual Studio)." + INSTEAD;
    }

    private static String header(String name) {
        String packages = DEVELOPMENT.entrySet().stream()
                .filter(known -> name.startsWith(known.getKey()) || name.endsWith("/" + known.getKey()))
                .findFirst()
                .map(known -> " On Debian and Ubuntu, then on Fedora and RHEL, it is in " + known.getValue() + ".")
                .orElse("");
        return "Building it from source needs the header " + name
                + ", which is not there: install the library's package for development." + packages + INSTEAD;
    }
}
