package io.github.pythonenv.packages;

import io.github.pythonenv.archive.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The files that a package's RECORD lists. Source: "The RECORD file" of the Python packaging specifications: lines of
 * path, digest and size in bytes, with paths relative to site-packages.
 */
record InstalledFiles(InstalledPackage installed, Path sitePackages) {

    List<Defect> defects(Scrutiny scrutiny) {
        try {
            List<Defect> defects = new ArrayList<>();
            for (RecordLine recorded : installed.record()) {
                defect(recorded, scrutiny)
                        .ifPresent(text -> defects.add(new Defect(installed.name(), recorded.file(), text)));
            }
            return defects;
        } catch (IOException e) {
            return List.of(new Defect(installed.name(), installed.name() + " has no readable RECORD: " + e));
        }
    }

    /**
     * How large a package is.
     *
     * @param bytes the recorded sizes together: bytecode and links have none
     * @param files how many are recorded
     */
    record Size(long bytes, int files) {}

    /** Nothing where RECORD cannot be read. */
    Size size() {
        try {
            long bytes = 0;
            List<RecordLine> lines = installed.record();
            for (RecordLine line : lines) {
                bytes += line.size().matches("\\d{1,18}") ? Long.parseLong(line.size()) : 0;
            }
            return new Size(bytes, lines.size());
        } catch (IOException e) {
            return new Size(0, 0);
        }
    }

    private Optional<String> defect(RecordLine line, Scrutiny scrutiny) throws IOException {
        // A file without digest and size (RECORD itself, bytecode) is not checked.
        if (line.digest().isEmpty()) {
            return Optional.empty();
        }
        String name = line.file();
        try {
            long found = Files.size(sitePackages.resolve(name));
            long recorded = Long.parseLong(line.size());
            if (found != recorded) {
                return Optional.of(name + " has " + found + " bytes, recorded are " + recorded);
            }
            return scrutiny == Scrutiny.DIGESTS && altered(sitePackages.resolve(name), line.digest())
                    ? Optional.of(name + " was altered")
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.of(name + " is missing");
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Digests are written as {@code sha256=} and URL-safe base64 without padding; others are not known to us. */
    private static boolean altered(Path file, String recorded) throws IOException {
        byte[] digest = HexFormat.of().parseHex(Digests.sha256(file));
        String found = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        return recorded.startsWith("sha256=") && !recorded.equals("sha256=" + found);
    }
}
