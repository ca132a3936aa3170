package io.github.pythonenv.it.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What folders take on disk together: a file with several hard links counts once, and each file fills blocks.
 *
 * @param bytes the sum
 * @param files how many there are, links counted once
 */
record DiskUse(long bytes, long files) {

    private static final int BLOCK = 4096;

    static DiskUse of(List<Path> folders) throws IOException {
        Set<Object> seen = new HashSet<>();
        long bytes = 0;
        for (Path folder : folders) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : (Iterable<Path>) all::iterator) {
                    Map<String, Object> attributes =
                            Files.readAttributes(file, "unix:ino,size", LinkOption.NOFOLLOW_LINKS);
                    if (seen.add(attributes.get("ino"))) {
                        bytes += ((long) attributes.get("size") + BLOCK - 1) / BLOCK * BLOCK;
                    }
                }
            }
        }
        return new DiskUse(bytes, seen.size());
    }

    double megabytes() {
        return bytes / 1e6;
    }
}
