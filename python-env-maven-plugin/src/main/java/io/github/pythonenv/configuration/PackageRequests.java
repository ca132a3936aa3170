package io.github.pythonenv.configuration;

import io.github.pythonenv.packaging.PackageFormat;
import io.github.pythonenv.packaging.PackageSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What settings say of how an environment is packed. */
public final class PackageRequests {

    /** Where Maven projects have their Python code. */
    private static final String SOURCES = "src/main/python";

    private PackageRequests() {}

    /**
     * The settings for an archive.
     *
     * @param project the project's folder
     * @throws io.github.pythonenv.UserFailure where a value is none that its setting takes
     */
    public static PackageSettings of(Settings set, Path project) {
        return new PackageSettings(
                PackageFormat.of(set.text(Setting.PACKAGE_FORMAT).orElse(PackageFormat.TAR_GZ.extension())),
                set.texts(Setting.PACKAGE_EXCLUDE),
                set.texts(Setting.PACKAGE_KEEP),
                set.has(Setting.PACKAGE_CODE) ? set.paths(Setting.PACKAGE_CODE) : sources(project),
                set.yes(Setting.PACKAGE_BYTECODE, true));
    }

    private static List<Path> sources(Path project) {
        Path sources = project.resolve(SOURCES);
        return Files.isDirectory(sources) ? List.of(sources) : List.of();
    }
}
