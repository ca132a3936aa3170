package io.github.pythonenv.packages;

import java.nio.file.Path;

/**
 * An installed package. Source: "Recording installed projects" of the Python packaging specifications.
 *
 * @param name as its metadata folder spells it
 * @param version as that folder says
 * @param metadata the {@code .dist-info} folder
 */
public record InstalledPackage(String name, String version, Path metadata) implements Comparable<InstalledPackage> {

    static InstalledPackage of(Path sitePackages, Path metadata) {
        String folder = metadata.getFileName().toString();
        String[] parts =
                folder.substring(0, folder.length() - ".dist-info".length()).split("-", 2);
        return new InstalledPackage(
                parts[0], parts.length > 1 ? parts[1] : "", sitePackages.resolve(metadata.getFileName()));
    }

    @Override
    public int compareTo(InstalledPackage other) {
        return name.compareToIgnoreCase(other.name);
    }
}
