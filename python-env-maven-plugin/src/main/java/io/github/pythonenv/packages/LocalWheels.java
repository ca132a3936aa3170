package io.github.pythonenv.packages;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Folders on this machine that have wheels.
 *
 * @param folders the folders, absolute
 * @param only whether nothing but what is in them is installed: no index is asked
 */
public record LocalWheels(List<Path> folders, boolean only) {

    /** There are none. */
    public static final LocalWheels NONE = new LocalWheels(List.of(), false);

    public LocalWheels {
        folders = List.copyOf(folders);
    }

    /** The canonical text; empty where there are none, so that it changes nothing. */
    String describe() {
        return folders.isEmpty() ? "" : " wheels " + folders + (only ? " only" : "");
    }

    /** Tells uv of them. */
    void addTo(Map<String, String> variables) {
        if (only) {
            // An index that is named would be a contradiction for uv.
            IndexInForce.VARIABLES.stream()
                    .filter(name -> !name.equals("UV_FIND_LINKS"))
                    .forEach(variables::remove);
        }
        if (!folders.isEmpty()) {
            // Separated by commas, so as URLs, in which there can be none.
            String ours = folders.stream()
                    .map(folder -> required(folder).toUri().toString().replace(",", "%2C"))
                    .collect(Collectors.joining(","));
            variables.merge("UV_FIND_LINKS", ours, (users, more) -> users.isBlank() ? more : users + "," + more);
        }
    }

    /** What uv's resolver and installer are told; there is no variable for it. */
    List<String> arguments() {
        return only ? List.of("--no-index") : List.of();
    }

    /**
     * The variables for a pip that is to fetch a package.
     *
     * @param wheel the beginning of the wheel's name: if it is in one of the folders, no index is asked
     */
    public Map<String, String> forPip(Map<String, String> variables, String wheel) {
        Optional<Path> found =
                folders.stream().filter(folder -> has(folder, wheel)).findFirst();
        if (found.isEmpty()) {
            return variables;
        }
        Map<String, String> more = new TreeMap<>(variables);
        more.put("PIP_NO_INDEX", "1");
        more.put("PIP_FIND_LINKS", found.get().toUri().toString());
        return more;
    }

    private static boolean has(Path folder, String wheel) {
        try (DirectoryStream<Path> wheels = Files.newDirectoryStream(folder, wheel + "*.whl")) {
            return wheels.iterator().hasNext();
        } catch (IOException e) {
            return false;
        }
    }

    private static Path required(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UserFailure(
                    "index.findLinks names " + folder + ", and there is no such folder.",
                    "Correct it in python-env.json (-Dpython-env.findLinks=…), or fill the folder with pip download.");
        }
        return folder;
    }
}
