package io.github.pythonenv.packages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is installed in a virtual environment, as its files say.
 *
 * @param folder the site-packages folder
 * @param bin the folder of programs
 */
public record SitePackages(Path folder, Path bin) {

    private static final String METADATA = ".dist-info";

    /**
     * Those of an environment.
     *
     * @param series of its Python: {@code 3.14}
     */
    public static SitePackages of(VenvLayout layout, String series) {
        return new SitePackages(layout.sitePackages(series), layout.bin());
    }

    /** The names at the top of the folder, sorted. */
    public List<String> entries() {
        return list(folder).stream()
                .map(path -> path.getFileName().toString())
                .filter(name -> !name.equals("__pycache__"))
                .sorted()
                .toList();
    }

    /** The installed packages, sorted by name. */
    public List<InstalledPackage> packages() {
        return list(folder).stream()
                .filter(path -> path.getFileName().toString().endsWith(METADATA))
                .map(path -> InstalledPackage.of(folder, path))
                .sorted()
                .toList();
    }

    /**
     * What is wrong with the installed files, a sentence each: files that are missing or have another size than
     * recorded, scripts that are missing or start another interpreter.
     */
    public List<Defect> defects(Scrutiny scrutiny) {
        return Stream.concat(fileDefects(scrutiny).stream(), programDefects().stream())
                .toList();
    }

    /** The same for recorded files alone; some of them are programs. */
    public List<Defect> fileDefects(Scrutiny scrutiny) {
        return packages().parallelStream()
                .flatMap(installed -> new InstalledFiles(installed, folder).defects(scrutiny).stream())
                .toList();
    }

    /** The same for declared programs alone: they are there and start this environment's interpreter. */
    public List<Defect> programDefects() {
        return packages().stream()
                .flatMap(installed -> new ConsoleScripts(installed, bin).defects().stream())
                .toList();
    }

    /** The sizes of all packages' files as recorded when they were installed, in bytes; bytecode is not among them. */
    public long bytes() {
        return packages().parallelStream()
                .mapToLong(installed ->
                        new InstalledFiles(installed, folder).size().bytes())
                .sum();
    }

    /** A folder that is gone holds nothing. */
    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
