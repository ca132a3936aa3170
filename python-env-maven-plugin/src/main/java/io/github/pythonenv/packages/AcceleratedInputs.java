package io.github.pythonenv.packages;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The part of a lock that is for an accelerator. A {@code uv.lock} has an extra or a dependency group for each, declared to
 * be in conflict (uv's documentation, "Configuring accelerators with optional dependencies"); of {@code pylock.toml} there
 * is one file for each, {@code pylock.cu126.toml}. A lock with one accelerator alone serves only that.
 *
 * @param inputs as they are without an accelerator
 * @param index the name of PyTorch's index that they are for now
 */
public record AcceleratedInputs(PackageInputs inputs, String index) {

    private static final Pattern EXTRAS = Pattern.compile("(?m)^provides-extras = \\[(?<names>[^\\]]*)]");
    private static final Pattern GROUPS = Pattern.compile(
            "(?m)^\\[package\\.(?:dev-dependencies|metadata\\.requires-dev)]\\R(?<names>(?:[^\\[\\n].*\\R|\\].*\\R|\\R)*)");
    private static final Pattern GROUP = Pattern.compile("(?m)^\"?(?<name>[A-Za-z0-9._-]+)\"? = \\[");
    private static final Pattern QUOTED = Pattern.compile("\"(?<name>[^\"]+)\"");
    private static final Pattern TORCH =
            Pattern.compile("(?m)^name = \"torch\"\\Rversion = \"[^\"+]*(?:\\+(?<label>[^\"]+))?\"");
    private static final Pattern NAME = Pattern.compile("cpu|xpu|gpu|cuda|rocm|cu[0-9]{2,3}|(cuda|rocm)[0-9.-]+");

    /**
     * Chooses.
     *
     * @param indexes names of PyTorch's indexes that fit, the best first
     * @param asked the accelerator as the user asked for it, for messages
     * @throws UserFailure where the lock is for other accelerators only, or knows none
     */
    public static AcceleratedInputs of(PackageInputs inputs, List<String> indexes, String asked) {
        if (inputs instanceof UvLock lock) {
            return ofUvLock(lock, indexes, asked);
        }
        if (inputs instanceof Pylock pylock) {
            return ofPylock(pylock, indexes, asked);
        }
        if (inputs instanceof ForeignLock lock) {
            throw new UserFailure(
                    lock.file() + " fixes which wheels are installed, and accelerator " + asked
                            + " cannot change them.",
                    "Leave the accelerator away, or install from pyproject.toml, uv.lock or pylock.toml.");
        }
        return new AcceleratedInputs(inputs, indexes.get(0));
    }

    private static AcceleratedInputs ofUvLock(UvLock lock, List<String> indexes, String asked) {
        String text = UvLockFile.read(lock).text();
        Set<String> extras = named(EXTRAS, QUOTED, text);
        Set<String> groups = named(GROUPS, GROUP, text);
        for (String index : indexes) {
            for (String name : spellings(index, indexes)) {
                if (extras.contains(name)) {
                    refuseOthers(lock, lock.extras(), name, asked);
                    return new AcceleratedInputs(lock.withExtra(name), index);
                }
                if (groups.contains(name)) {
                    refuseOthers(lock, lock.groups(), name, asked);
                    return new AcceleratedInputs(lock.withGroup(name), index);
                }
            }
        }
        Set<String> all = new TreeSet<>(extras);
        all.addAll(groups);
        String index = labelled(text, indexes, all)
                .orElseThrow(() -> new UserFailure(
                        lock.file() + " is locked for " + lockedFor(all, text) + ", and not for " + asked + " ("
                                + indexes.get(0) + ").",
                        "Add an extra " + indexes.get(0) + " with torch from that index to pyproject.toml (uv's"
                                + " documentation, \"Configuring accelerators with optional dependencies\") and run uv"
                                + " lock, or set accelerator to what is locked."));
        return new AcceleratedInputs(lock, index);
    }

    private static AcceleratedInputs ofPylock(Pylock pylock, List<String> indexes, String asked) {
        Path folder = pylock.file().resolveSibling("");
        for (String index : indexes) {
            for (String name : spellings(index, indexes)) {
                Path file = folder.resolve("pylock." + name + ".toml");
                if (Files.isRegularFile(file)) {
                    return new AcceleratedInputs(new Pylock(file, pylock.extras(), pylock.groups()), index);
                }
            }
        }
        Set<String> others = otherPylocks(folder);
        String text = text(pylock.file());
        Optional<String> index =
                Files.isRegularFile(pylock.file()) ? labelled(text, indexes, Set.of()) : Optional.empty();
        return new AcceleratedInputs(
                pylock,
                index.orElseThrow(() -> new UserFailure(
                        "The locks in " + folder + " are for " + lockedFor(others, text) + ", and not for " + asked
                                + " (" + indexes.get(0) + ").",
                        "Make that one, too: uv pip compile --torch-backend " + indexes.get(0)
                                + " --output-file pylock."
                                + spellings(indexes.get(0), indexes).get(0)
                                + ".toml requirements.in, or set accelerator to what is locked.")));
    }

    /**
     * What extras, groups and files may be called: the index itself, and after the last of its kind the kind alone. Names
     * of extras have no dots (PEP 685), and uv takes none in those of files.
     */
    private static List<String> spellings(String index, List<String> indexes) {
        Set<String> names = new LinkedHashSet<>();
        names.add(index.replace(".", "-"));
        names.add(index.replace(".", ""));
        names.add(index);
        String kind = kind(index);
        boolean last = indexes.stream()
                .filter(other -> kind(other).equals(kind))
                .reduce((one, other) -> other)
                .orElse("")
                .equals(index);
        if (last) {
            names.add(kind);
            if (kind.equals("cuda")) {
                names.add("gpu");
            }
        }
        return List.copyOf(names);
    }

    private static String kind(String index) {
        return index.startsWith("cu") ? "cuda" : index.startsWith("rocm") ? "rocm" : index;
    }

    /** Extras in conflict cannot be installed together: uv would refuse, in other words. */
    private static void refuseOthers(UvLock lock, Collection<String> selected, String chosen, String asked) {
        for (String name : selected) {
            if (!name.equals(chosen) && NAME.matcher(name).matches()) {
                throw new UserFailure(
                        "Accelerator " + asked + " means " + chosen + " of " + lock.file() + ", and " + name
                                + " is selected, too.",
                        "Take " + name + " out of extras and groups, or leave accelerator away.");
            }
        }
    }

    /** The index that the one torch in a lock is from; where there is no torch, or no choice of it, the first. */
    private static Optional<String> labelled(String text, List<String> indexes, Set<String> named) {
        if (named.stream().anyMatch(name -> NAME.matcher(name).matches())) {
            return Optional.empty();
        }
        Set<String> labels = labels(text);
        if (labels.isEmpty()) {
            boolean cuda = text.contains("name = \"nvidia-") && text.contains("name = \"torch\"");
            return cuda && indexes.get(0).equals("cpu") ? Optional.empty() : Optional.of(indexes.get(0));
        }
        return indexes.stream().filter(labels::contains).findFirst();
    }

    private static Set<String> labels(String text) {
        Set<String> labels = new TreeSet<>();
        TORCH.matcher(text).results().forEach(match -> {
            if (match.group(1) != null) {
                labels.add(match.group(1));
            }
        });
        return labels;
    }

    private static String lockedFor(Set<String> names, String text) {
        List<String> known = new ArrayList<>(
                names.stream().filter(name -> NAME.matcher(name).matches()).toList());
        if (known.isEmpty()) {
            known.addAll(labels(text));
        }
        return known.isEmpty() ? "the accelerator of its index" : String.join(", ", known);
    }

    private static Set<String> otherPylocks(Path folder) {
        Set<String> names = new TreeSet<>();
        try (var files = Files.newDirectoryStream(folder, "pylock.*.toml")) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                names.add(name.substring("pylock.".length(), name.length() - ".toml".length()));
            }
        } catch (IOException e) {
            // Then there are none that could be named.
        }
        return names;
    }

    private static String text(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            return "";
        }
    }

    private static Set<String> named(Pattern table, Pattern name, String text) {
        Set<String> names = new TreeSet<>();
        table.matcher(text)
                .results()
                .forEach(found -> name.matcher(found.group(1))
                        .results()
                        .forEach(one -> names.add(one.group(1).toLowerCase(Locale.ROOT))));
        return names;
    }
}
