package io.github.pythonenv.packages;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which wheels are taken: folders on this machine that have some, and whether there has to be one of each package.
 *
 * @param folders the folders, absolute
 * @param only whether nothing but what is in them is installed: no index is asked
 * @param noBuilds whether nothing is built from source; local projects that are installed editable still are
 */
public record LocalWheels(List<Path> folders, boolean only, boolean noBuilds) {

    /** There are none. */
    public static final LocalWheels NONE = new LocalWheels(List.of(), false, false);

    public LocalWheels {
        folders = List.copyOf(folders);
    }

    /** The canonical text; empty where there are none, so that it changes nothing. */
    String describe() {
        return (folders.isEmpty() ? "" : " wheels " + folders + (only ? " only" : "")) + (noBuilds ? " no builds" : "");
    }

    /** Tells uv of them. */
    void addTo(Map<String, String> variables) {
        if (noBuilds) {
            // For projects; what installs requirements knows an option only.
            variables.put("UV_NO_BUILD", "1");
        }
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
        List<String> arguments = new ArrayList<>(only ? List.of("--no-index") : List.of());
        if (noBuilds) {
            arguments.add("--no-build");
        }
        return arguments;
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
