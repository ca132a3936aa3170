package io.github.pythonenv.packages;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.NearName;
import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * A lock in the format of PEP 751, read. uv 0.13 passes over extras and groups that the lock does not know, and looks at
 * what it is for only where it installs the lock as it stands. Source: PEP 751, "File Format".
 *
 * @param asked the lock and what is asked of it
 * @param contents all that it says
 */
record PylockFile(Pylock asked, JsonNode contents) {

    /** @throws UserFailure where the file is no such lock */
    static PylockFile read(Pylock pylock) {
        try {
            return new PylockFile(pylock, new TomlMapper().readTree(Files.readString(pylock.file())));
        } catch (JacksonException e) {
            throw new UserFailure(
                    pylock.file() + " is no lock in the format of PEP 751: " + e.getOriginalMessage(),
                    "Make it with a tool that writes pylock.toml, such as uv export --format pylock.toml.",
                    e);
        } catch (IOException e) {
            throw new UserFailure(
                    "The lock " + pylock.file() + " cannot be read: " + FileFault.why(e) + ".", "Check the file.", e);
        }
    }

    /** The names in a list of it, normalized. */
    Set<String> names(String key) {
        Set<String> names = new TreeSet<>();
        contents.path(key).forEach(name -> names.add(PackageName.normal(name.asString(""))));
        return names;
    }

    /** @throws UserFailure where it has not got an extra or group that is asked for */
    void refuseWhatItLacks() {
        refuseUnknown("extra", asked.extras(), names("extras"));
        refuseUnknown("group", asked.groups(), names("dependency-groups"));
    }

    private void refuseUnknown(String kind, List<String> names, Set<String> known) {
        names.stream()
                .filter(name -> !known.contains(PackageName.normal(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw new UserFailure(
                            asked.file() + " has no " + kind + " " + name + ".",
                            known.isEmpty()
                                    ? "It has no " + kind + " at all: take it out of <" + kind + "s>."
                                    : NearName.question(name, known) + "It has " + String.join(", ", known) + ".");
                });
    }

    /** @throws UserFailure where it says that it is not for that machine, or not for that Python */
    void refuseOtherMachines(MarkerEnvironment machine) {
        String python = machine.values().getOrDefault("python_full_version", "");
        String wanted = contents.path("requires-python").asString("");
        if (!VersionSpecifiers.parse(wanted).accepts(python)) {
            throw new UserFailure(
                    asked.file() + " is for Python " + wanted + ", and this environment has " + python + ".",
                    "Set <pythonVersion> to one that suits, or lock again for this one.");
        }
        List<String> environments = contents.path("environments")
                .valueStream()
                .map(marker -> marker.asString(""))
                .toList();
        if (!environments.isEmpty()
                && environments.stream()
                        .noneMatch(marker -> MarkerParser.parse(marker).holds(machine, Set.of()))) {
            throw new UserFailure(
                    asked.file() + " is for other machines than this one: " + String.join("; or ", environments) + ".",
                    "Lock again for this platform, or take the lock that is for it.");
        }
    }
}
