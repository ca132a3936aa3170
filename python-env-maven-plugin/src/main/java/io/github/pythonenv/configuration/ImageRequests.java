package io.github.pythonenv.configuration;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.image.ImageFormat;
import io.github.pythonenv.image.ImageReference;
import io.github.pythonenv.image.ImageSettings;
import io.github.pythonenv.image.ProcessSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What settings say of the container image of an environment. */
public final class ImageRequests {

    private static final String SCRATCH = "scratch";
    private static final String DIRECTORY = "/opt/python-env";

    /** As in the images of generated projects. */
    private static final String USER = "10001:10001";

    private static final Pattern FOLDER = Pattern.compile("(/(?![.]{1,2}(/|$))[A-Za-z0-9._+-]+)+");
    private static final Pattern USERS = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*(:[A-Za-z0-9_][A-Za-z0-9._-]*)?");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}(/(tcp|udp|sctp))?");
    private static final Pattern VARIABLE = Pattern.compile("[^=\\x00]+");
    private static final Pattern ANY = Pattern.compile("(?s).+");

    private final Settings set;

    private ImageRequests(Settings set) {
        this.set = set;
    }

    /**
     * The settings for an image.
     *
     * @param project the project's folder
     * @param usual the name that it has unless another is set
     * @throws UserFailure where a value is none that its setting takes
     */
    public static ImageSettings of(Settings set, Path project, ImageReference usual) {
        return new ImageRequests(set).of(project, usual);
    }

    private ImageSettings of(Path project, ImageReference usual) {
        String directory = text(Setting.IMAGE_DIRECTORY, FOLDER, "an absolute path such as " + DIRECTORY)
                .orElse(DIRECTORY);
        return new ImageSettings(
                set.text(Setting.IMAGE_NAME).map(ImageReference::parse).orElse(usual),
                base(project),
                directory,
                process(directory),
                ImageFormat.of(set.text(Setting.IMAGE_FORMAT).orElse(ImageFormat.DOCKER.word())));
    }

    private Optional<Path> base(Path project) {
        String base = set.text(Setting.IMAGE_BASE)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new UserFailure(
                        "The image has no base: an interpreter needs the C library of a Linux distribution.",
                        "Set image.base in python-env.json (-Dpython-env.image.base) to an archive that docker"
                                + " save or skopeo copy wrote, or to a folder in the OCI layout. With scratch it"
                                + " is made of the environment alone: for COPY --from in a Dockerfile, or to be"
                                + " mounted as a volume."));
        return base.equals(SCRATCH) ? Optional.empty() : Optional.of(project.resolve(base));
    }

    private ProcessSettings process(String directory) {
        List<String> entrypoint = set.texts(Setting.IMAGE_ENTRYPOINT);
        List<String> command = set.texts(Setting.IMAGE_COMMAND);
        return new ProcessSettings(
                text(Setting.IMAGE_USER, USERS, "a user and a group as " + USER).orElse(USER),
                text(Setting.IMAGE_WORKING_DIRECTORY, FOLDER, "an absolute path such as /tmp"),
                directory + "/bin",
                byName(Setting.IMAGE_VARIABLES),
                entrypoint,
                entrypoint.isEmpty() && command.isEmpty() ? List.of(directory + "/bin/python") : command,
                set.texts(Setting.IMAGE_PORTS).stream()
                        .map(port -> checked(Setting.IMAGE_PORTS, port, PORT, "ports such as 8000 or 53/udp"))
                        .toList(),
                byName(Setting.IMAGE_LABELS));
    }

    private SortedMap<String, String> byName(Setting setting) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, String> one : set.textByName(setting).entrySet()) {
            Pattern names = setting == Setting.IMAGE_VARIABLES ? VARIABLE : ANY;
            texts.put(checked(setting, one.getKey(), names, "names and their values"), one.getValue());
        }
        return texts;
    }

    private Optional<String> text(Setting setting, Pattern form, String wanted) {
        return set.text(setting).map(text -> checked(setting, text, form, wanted));
    }

    private static String checked(Setting setting, String text, Pattern form, String wanted) {
        if (!form.matcher(text).matches()) {
            throw new UserFailure(
                    setting.path() + " is '" + text + "'.",
                    "Set it in python-env.json (-D" + setting.property() + ") to " + wanted + ".");
        }
        return text;
    }
}
