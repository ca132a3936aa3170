package io.github.pythonenv.archive;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Zip archives to files. */
public final class ZipUnpacker {
    private ZipUnpacker() {}

    public static Unpacked unpack(Path zip, String prefix, Path into, Consumer<Long> bytesDone) throws IOException {
        long files = 0;
        long bytes = 0;
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (Enumeration<? extends ZipEntry> e = file.entries(); e.hasMoreElements(); ) {
                ZipEntry entry = e.nextElement();
                if (!entry.getName().startsWith(prefix) || entry.getName().equals(prefix)) {
                    continue;
                }
                Path target =
                        into.resolve(entry.getName().substring(prefix.length())).normalize();
                if (!target.startsWith(into)) {
                    throw new UserFailure("unsafe entry " + entry.getName(), "Do not use this archive.");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.getParent());
                try (InputStream in = file.getInputStream(entry)) {
                    bytes += Files.copy(in, target);
                    files++;
                }
                bytesDone.accept(bytes);
            }
        }
        return new Unpacked(files, bytes);
    }
}
