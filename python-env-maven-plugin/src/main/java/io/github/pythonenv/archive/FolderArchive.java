package io.github.pythonenv.archive;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

/** A folder as an archive that {@code tar xzf} unpacks: written, and compared with the folder. Links are kept as such. */
public final class FolderArchive {

    private final Path folder;
    private final Path file;

    /**
     * @param folder an absolute path; all names in the archive begin with its last name
     * @param file the archive
     */
    public FolderArchive(Path folder, Path file) {
        this.folder = folder;
        this.file = file;
    }

    /**
     * Writes the archive, a file that must not be there yet.
     *
     * @throws IOException also where the folder holds something that is neither a file, a folder nor a link
     */
    public void write() throws IOException {
        try (TreeWriter tar = TreeWriter.tarGz(
                new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)))) {
            Files.walkFileTree(folder, new SimpleFileVisitor<Path>() {
                @Override
                public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
                    tar.folder(name(path, true), permissions(path, 0755), seconds(attributes));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
                    if (attributes.isSymbolicLink()) {
                        tar.link(name(path, false), target(path), seconds(attributes));
                    } else if (attributes.isRegularFile()) {
                        try (InputStream in = Files.newInputStream(path)) {
                            tar.file(
                                    name(path, false),
                                    permissions(path, 0644),
                                    seconds(attributes),
                                    attributes.size(),
                                    in);
                        }
                    } else {
                        throw new IOException(path + " is neither a file, a folder nor a link");
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        }
    }

    /**
     * Reads the archive from its beginning to its end, and every file of the folder.
     *
     * @return the first thing that is not the same in both, as a phrase
     */
    public Optional<String> difference() throws IOException {
        Set<String> missing = names();
        try (InputStream in =
                new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file), 1 << 16), 1 << 16)) {
            TarReader tar = new TarReader(file, in);
            for (Optional<TarEntry> next = tar.next(); next.isPresent(); next = tar.next()) {
                TarEntry entry = next.get();
                if (!missing.remove(entry.name())) {
                    return Optional.of(entry.name() + " is no more in the folder");
                }
                if (!same(tar, entry)) {
                    return Optional.of(entry.name() + " is another one there");
                }
            }
        }
        return missing.stream().findFirst().map(name -> name + " is not in the archive");
    }

    private boolean same(TarReader tar, TarEntry entry) throws IOException {
        Path path = folder.resolveSibling(entry.name());
        return switch (entry.kind()) {
            case FOLDER -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
            case LINK -> Files.isSymbolicLink(path) && target(path).equals(entry.target());
            case FILE ->
                Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                        && entry.permissions() == permissions(path, 0644)
                        && sameBytes(tar, path);
            case HARD_LINK -> false;
        };
    }

    private static boolean sameBytes(TarReader tar, Path path) throws IOException {
        byte[] archived = new byte[1 << 16];
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            for (int length = tar.read(archived); length >= 0; length = tar.read(archived)) {
                byte[] there = in.readNBytes(length);
                if (!Arrays.equals(archived, 0, length, there, 0, there.length)) {
                    return false;
                }
            }
            return in.read() < 0;
        }
    }

    private Set<String> names() throws IOException {
        Set<String> names = new TreeSet<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                names.add(name(path, true));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                names.add(name(path, false));
                return FileVisitResult.CONTINUE;
            }
        });
        return names;
    }

    private String name(Path path, boolean isFolder) {
        String name = folder.resolveSibling("")
                .relativize(path)
                .toString()
                .replace(path.getFileSystem().getSeparator(), "/");
        return isFolder ? name + "/" : name;
    }

    private static String target(Path link) throws IOException {
        return Files.readSymbolicLink(link).toString();
    }

    private static long seconds(BasicFileAttributes attributes) {
        return attributes.lastModifiedTime().to(TimeUnit.SECONDS);
    }

    private static int permissions(Path path, int unlessKnown) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view == null) {
            return unlessKnown;
        }
        int bits = 0;
        Set<PosixFilePermission> granted = view.readAttributes().permissions();
        for (PosixFilePermission one : PosixFilePermission.values()) {
            bits = bits << 1 | (granted.contains(one) ? 1 : 0);
        }
        return bits;
    }
}
