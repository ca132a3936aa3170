package io.github.pythonenv.validation;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Set;

/** How much disk the environment takes. Files that share their bytes with uv's cache count in full. */
record DiskSizeCheck(Subject subject, Installed installed, Trend trend) implements Check {

    @Override
    public String id() {
        return "disk-size";
    }

    @Override
    public Category category() {
        return Category.PERFORMANCE;
    }

    @Override
    public String title() {
        return "Size on disk";
    }

    @Override
    public boolean needsInterpreter() {
        return false;
    }

    @Override
    public Outcome look() throws IOException {
        Count count = new Count();
        Files.walkFileTree(subject.directory(), count);
        Figure bytes = new Figure("disk.bytes", count.bytes, "bytes");
        Figure files = new Figure("disk.files", count.files, "files");
        return trend.compared(new Findings()
                        .saw("environment", bytes.text() + " in " + count.files + " files")
                        .saw("packages", new Figure("", packages(), "bytes").text() + " as recorded")
                        .measured(bytes)
                        .measured(files))
                .outcome();
    }

    private double packages() {
        return installed.graph().bytes();
    }

    private static final class Count extends SimpleFileVisitor<Path> {
        private final Set<Object> known = new HashSet<>();
        private long bytes;
        private long files;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            Object key = attributes.fileKey();
            if (attributes.isRegularFile() && (key == null || known.add(key))) {
                bytes += attributes.size();
            }
            files++;
            return FileVisitResult.CONTINUE;
        }
    }
}
