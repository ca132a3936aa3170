package io.github.pythonenv.cleaning;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.Removal;
import io.github.pythonenv.process.Processes;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks for virtual environments in a folder and below it. Follows no links, and changes nothing. */
public final class Search {

    /** What belongs to other tools, or to an environment that lies beside it. */
    private static final Set<String> PASSED_OVER = Set.of(
            ".git", ".hg", ".svn", ".python-env", "node_modules", "site-packages", ".m2", ".gradle", ".cache", ".tox");

    private final Path top;
    private final Set<Path> passedOver;
    private final Protection protection;
    private final List<Finding> found = new ArrayList<>();
    private final List<Spared> spared = new ArrayList<>();

    /**
     * @param top the absolute folder to look in; may be an environment itself
     * @param passedOver folders that are not looked into, such as the store
     * @param variables of this process
     */
    public Search(Path top, Set<Path> passedOver, Map<String, String> variables) {
        this.top = top;
        this.passedOver = Set.copyOf(passedOver);
        this.protection = new Protection(new WorkingCopies(new Processes(), variables));
    }

    /**
     * Searches.
     *
     * @throws UserFailure where the folder cannot be read
     */
    public Findings find() {
        try {
            Files.walkFileTree(top, new Walk());
        } catch (IOException e) {
            throw new UserFailure(
                    top + " could not be searched: " + e, "Check the folder's rights, or name another one.", e);
        }
        return new Findings(found, spared);
    }

    private final class Walk extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            boolean junction = attributes.isOther();
            if (junction || passedOver.contains(folder) || PASSED_OVER.contains(String.valueOf(folder.getFileName()))) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            Optional<String> installation = Protection.installation(folder);
            if (installation.isPresent()) {
                spared.add(new Spared(folder, installation.get()));
                return FileVisitResult.SKIP_SUBTREE;
            }
            Optional<Evidence> evidence = folder.getParent() == null ? Optional.empty() : Evidence.of(folder);
            if (evidence.isEmpty()) {
                return FileVisitResult.CONTINUE;
            }
            return judge(folder, evidence.get());
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isSymbolicLink()
                    && Evidence.named(file)
                    && Evidence.of(file).isPresent()) {
                spared.add(new Spared(file, "is a link to an environment, and links are not followed"));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (file.equals(top)) {
                throw failure;
            }
            if (Evidence.named(file)) {
                spared.add(new Spared(file, "could not be looked into: " + failure.getMessage()));
            }
            return FileVisitResult.CONTINUE;
        }
    }

    private FileVisitResult judge(Path folder, Evidence evidence) throws IOException {
        Extent extent = Extent.of(folder);
        Optional<String> why = protection.of(folder, extent);
        if (why.isPresent()) {
            spared.add(new Spared(folder, why.get()));
            // A project that is an environment may hold others.
            return extent.mount().isPresent() ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }
        boolean ours = Removal.applies(folder);
        long bytes = extent.bytes();
        if (ours) {
            for (Path more : new Removal(folder).folders()) {
                bytes += more.equals(folder) ? 0 : Extent.of(more).bytes();
            }
        }
        found.add(new Finding(
                folder, reasons(evidence, ours), ours ? 100 : evidence.confidence(), bytes, made(folder), ours));
        return FileVisitResult.SKIP_SUBTREE;
    }

    private static List<String> reasons(Evidence evidence, boolean ours) {
        List<String> reasons = new ArrayList<>(evidence.reasons());
        if (ours) {
            reasons.add(0, "this plugin made it");
        }
        return reasons;
    }

    private static Instant made(Path folder) throws IOException {
        Path configuration = folder.resolve("pyvenv.cfg");
        return Files.getLastModifiedTime(
                        Files.isRegularFile(configuration) ? configuration : folder, LinkOption.NOFOLLOW_LINKS)
                .toInstant();
    }
}
