package io.github.pythonenv.archive;

import io.github.pythonenv.UserFailure;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;

/** Names in archives to paths below a folder, the same on every system; what could lead elsewhere is refused. */
record EntryPath(Path archive, Path into, TargetRules rules) {
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /**
     * @param entry its name in the archive, for the message
     * @param name what is left of it after the prefix, not empty
     * @throws UserFailure if it is absolute, climbs, or has no one meaning on all systems
     */
    Path of(String entry, String name) {
        if (name.startsWith("/") || DRIVE.matcher(name).matches()) {
            throw refused(entry, "names an absolute path");
        }
        if (name.indexOf('\\') >= 0 || CONTROL.matcher(name).find()) {
            throw refused(entry, "has a backslash or a control character in its name");
        }
        String relative = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        for (String part : relative.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                throw refused(entry, "has an empty, '.' or '..' part in its name");
            }
            if (!rules.allows(part)) {
                throw refused(entry, "has a name that means something else on Windows");
            }
        }
        try {
            Path path = into.resolve(relative);
            if (path.normalize().startsWith(into) && !path.equals(into)) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw refused(entry, "has a name that this system does not allow (" + e.getReason() + ")");
        }
        throw refused(entry, "leads out of the folder");
    }

    /**
     * The target of a link, as written. It may climb at its beginning only: {@code x/..} is another folder than it
     * seems where {@code x} is a link itself.
     *
     * @throws UserFailure if it leads out of the folder
     */
    Path linkTarget(String entry, Path link, String target) {
        if (target.isEmpty()
                || target.startsWith("/")
                || DRIVE.matcher(target).matches()
                || target.indexOf('\\') >= 0
                || CONTROL.matcher(target).find()) {
            throw refused(
                    entry, "is a link to '" + ArchiveFailures.printable(target) + "', an absolute or unclear path");
        }
        boolean climbing = true;
        for (String part : target.split("/", -1)) {
            boolean up = part.equals("..");
            if (up && !climbing) {
                throw refused(entry, "is a link to '" + target + "', which descends and climbs again");
            }
            climbing = climbing && up;
        }
        Path parent = Objects.requireNonNull(link.getParent());
        try {
            if (parent.resolve(target).normalize().startsWith(into)) {
                return into.getFileSystem().getPath(target);
            }
        } catch (InvalidPathException e) {
            throw refused(entry, "is a link to a name that this system does not allow (" + e.getReason() + ")");
        }
        throw refused(entry, "is a link to '" + target + "', out of the folder");
    }

    private UserFailure refused(String entry, String why) {
        return ArchiveFailures.refused(archive, entry, why);
    }
}
