package io.github.pythonenv.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An installed package. Source: "Recording installed projects" and "Entry points specification" of the Python packaging
 * specifications.
 *
 * @param name as its metadata folder spells it
 * @param version as that folder says
 * @param metadata the {@code .dist-info} folder
 */
public record InstalledPackage(String name, String version, Path metadata) implements Comparable<InstalledPackage> {

    /**
     * The package of which this is the name of the metadata folder.
     *
     * @param folder such as {@code typing_extensions-4.15.0.dist-info}
     */
    public static InstalledPackage named(Path sitePackages, String folder) {
        return of(sitePackages, Path.of(folder));
    }

    static InstalledPackage of(Path sitePackages, Path metadata) {
        String folder = metadata.getFileName().toString();
        String[] parts =
                folder.substring(0, folder.length() - ".dist-info".length()).split("-", 2);
        return new InstalledPackage(
                parts[0], parts.length > 1 ? parts[1] : "", sitePackages.resolve(metadata.getFileName()));
    }

    /** The one spelling of its name that can be compared: lower case, with dashes. */
    public String normalName() {
        return PackageName.normal(name);
    }

    /**
     * The files it recorded when it was installed, relative to site-packages and with slashes.
     *
     * @throws IOException where there is no readable RECORD
     */
    public List<String> files() throws IOException {
        return record().stream().map(RecordLine::file).toList();
    }

    /** The same with digests and sizes. */
    List<RecordLine> record() throws IOException {
        return Files.readAllLines(metadata.resolve("RECORD")).stream()
                .map(RecordLine::of)
                .toList();
    }

    /** Which versions of Python it says it is for; empty where it says nothing. */
    public String requiresPython() {
        return PackageMetadata.of(this).requiresPython();
    }

    /** The programs it declares: those that need an extra of it are left out. */
    public List<EntryPoint> programs() throws IOException {
        return entryPoints(List.of("console_scripts", "gui_scripts"));
    }

    /** Those of them that open no console on Windows. */
    public List<EntryPoint> windowedPrograms() throws IOException {
        return entryPoints(List.of("gui_scripts"));
    }

    /** Whether it declares anything in a group of entry points, such as {@code pytest11}. */
    public boolean declares(String group) throws IOException {
        return !entryPoints(List.of(group)).isEmpty();
    }

    private List<EntryPoint> entryPoints(List<String> groups) throws IOException {
        Path declared = metadata.resolve("entry_points.txt");
        List<EntryPoint> found = new ArrayList<>();
        boolean wanted = false;
        for (String line : Files.exists(declared) ? Files.readAllLines(declared) : List.<String>of()) {
            String text = line.strip();
            if (text.startsWith("[")) {
                wanted = text.endsWith("]")
                        && groups.contains(text.substring(1, text.length() - 1).strip());
            } else if (wanted && text.contains("=") && !text.startsWith("#") && !text.contains("[")) {
                String[] parts = text.split("=", 2);
                found.add(new EntryPoint(parts[0].strip(), parts[1].replace(" ", "")));
            }
        }
        return found;
    }

    /** Whether it was installed from a folder on this machine. Source: "Direct URL Data Structure" of the same. */
    boolean isLocalProject() {
        try {
            Path origin = metadata.resolve("direct_url.json");
            return Files.isRegularFile(origin) && Files.readString(origin).contains("\"dir_info\"");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public int compareTo(InstalledPackage other) {
        return name.compareToIgnoreCase(other.name);
    }
}
