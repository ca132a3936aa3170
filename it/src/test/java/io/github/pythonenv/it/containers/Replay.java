package io.github.pythonenv.it.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.it.containers.Dockerfile.Instruction;
import io.github.pythonenv.it.containers.Dockerfile.Stage;
import io.github.pythonenv.it.harness.Machine;
import io.github.pythonenv.it.harness.Maven;
import io.github.pythonenv.it.harness.MavenProject;
import io.github.pythonenv.it.harness.Programs;
import io.github.pythonenv.it.harness.Settings;
import io.github.pythonenv.it.harness.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Follows a Dockerfile step by step in folders that lie over this machine's files and hide what the base images do not
 * have: Python, uv, and in the image itself also the checkout, the homes and, where its base has none, Java. Then it
 * starts the image as the compose file does: as its user, on a read-only root with an empty {@code /tmp}.
 */
public final class Replay {

    private static final Path UNSHARE = Path.of("/usr/bin/unshare");
    private static final Pattern CACHE = Pattern.compile("--mount=type=cache,target=(\\S+)\\s+");
    private static final String SYSTEM = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /** Makes {@code $1} a root for a stage, and says where. */
    private static final String PROLOGUE = """
            set -eu
            PATH=%s
            exec 3>&1 1>&2
            work=$(mktemp -d)
            mount -t tmpfs none "$work"
            stage() {
                root=$work/$1/root
                mkdir -p "$work/$1/upper" "$work/$1/work" "$root"
                mount -t overlay -o "lowerdir=/,upperdir=$work/$1/upper,workdir=$work/$1/work" none "$root"
                rm -rf "$root"/app "$root"/opt/python-env
                rm -f "$root"/usr/bin/python* "$root"/usr/bin/uv* "$root"/usr/local/bin/python* "$root"/usr/local/bin/uv*
                mount -t tmpfs none "$root/tmp"
                mount --rbind /dev "$root/dev"
                mount --rbind /proc "$root/proc"
            }
            """.formatted(SYSTEM);

    private final MavenProject project;
    private final String dockerfile;
    private final List<String> script = new ArrayList<>(List.of(PROLOGUE));
    private final Map<String, String> variables = new LinkedHashMap<>();
    private String folder = "/";
    private String user = "0:0";
    private List<String> command = List.of();

    private Replay(MavenProject project) {
        this.project = project;
        this.dockerfile = project.read("Dockerfile");
    }

    /** Builds and starts; gives back what the image prints. Skips the test where that is not permitted. */
    public static String of(MavenProject project) throws IOException {
        Assumptions.assumeTrue(
                Files.isExecutable(UNSHARE)
                        && Files.isWritable(Path.of("/etc"))
                        && Files.readString(Path.of("/proc/filesystems")).contains("overlay"),
                "needs Linux with overlay file systems, and root");
        return new Replay(project).run();
    }

    private String run() throws IOException {
        List<Stage> stages = Dockerfile.parse(dockerfile).stages();
        for (Stage stage : stages) {
            begin(stage);
            stage.instructions().forEach(this::follow);
        }
        start(stages.get(stages.size() - 1));
        Path file = Files.write(project.folder().resolveSibling("replay.sh"), script);
        Path printed = project.folder().resolveSibling("printed.txt");
        Programs.run(
                project.folder(),
                List.of(
                        UNSHARE.toString(),
                        "--mount",
                        "--propagation",
                        "private",
                        "/bin/sh",
                        "-c",
                        "exec /bin/sh \"$1\" > \"$2\"",
                        "sh",
                        file.toString(),
                        printed.toString()));
        return Files.readString(printed);
    }

    private void begin(Stage stage) {
        script.add("stage " + stage.name());
        variables.clear();
        variables.put("PATH", path(stage.base()));
        folder = "/";
        user = "0:0";
    }

    /** Where the programs are that the base image is there for. */
    private static String path(String base) {
        String java = System.getProperty("java.home") + "/bin:";
        return (base.startsWith("maven:") ? Maven.V3_9.executable().getParent() + ":" + java : "")
                + (base.startsWith("eclipse-temurin:") ? java : "")
                + SYSTEM;
    }

    private void follow(Instruction instruction) {
        String rest = instruction.rest();
        switch (instruction.word()) {
            case "WORKDIR" -> {
                folder = rest;
                script.add("mkdir -p \"$root" + folder + "\"");
            }
            case "ENV" -> List.of(rest.split("\\s+", -1)).forEach(this::set);
            case "COPY" -> copy(rest);
            case "RUN" -> run(rest);
            case "USER" -> user = rest;
            case "ENTRYPOINT" -> command = words(rest);
            case "CMD" ->
                command = Stream.concat(command.stream(), words(rest).stream()).toList();
            case "EXPOSE", "HEALTHCHECK" -> {
                // What an engine does with a container that runs.
            }
            default -> throw new AssertionError("A Dockerfile of ours does not say " + instruction);
        }
    }

    private void set(String setting) {
        String[] pair = setting.split("=", 2);
        String value = pair[1];
        for (Map.Entry<String, String> known : variables.entrySet()) {
            value = value.replace("$" + known.getKey(), known.getValue());
        }
        variables.put(pair[0], value);
    }

    /** A folder's contents come into the target, a file under its name or the target's. */
    private void copy(String rest) {
        List<String> words = new ArrayList<>(List.of(rest.split("\\s+", -1)));
        String from = words.get(0).startsWith("--from=")
                ? "$work/" + words.remove(0).substring("--from=".length()) + "/root"
                : project.folder().toString();
        String target = words.remove(words.size() - 1);
        String to = "$root" + (target.startsWith("/") ? target : folder + "/" + target.replaceFirst("^\\./", ""));
        script.add("for one in "
                + words.stream()
                        .map(word -> "\"" + from + "\"/" + word.replaceFirst("^/", ""))
                        .collect(Collectors.joining(" "))
                + "; do if [ -d \"$one\" ]; then mkdir -p \"" + to + "\"; cp -a \"$one/.\" \"" + to + "\";"
                + " elif [ -e \"$one\" ]; then mkdir -p \"$(dirname \"" + to + "x\")\"; cp -a \"$one\" \"" + to
                + "\"; fi; done");
    }

    private void run(String rest) {
        Matcher caches = CACHE.matcher(rest);
        StringBuilder line = new StringBuilder("(");
        while (caches.find()) {
            String at = "\"$root" + caches.group(1) + "\"";
            line.append(" mkdir -p ").append(at);
            line.append("; mount --bind '")
                    .append(cache(caches.group(1)))
                    .append("' ")
                    .append(at)
                    .append(";");
        }
        script.add(line + " exec chroot \"$root\" env -u UV_CACHE_DIR -u JAVA_HOME HOME=/root "
                + quoted("MAVEN_ARGS=" + String.join(" ", SettingsFile.options())) + " " + environment() + " sh -ec "
                + quoted("cd " + folder + "; " + CACHE.matcher(rest).replaceAll("")) + " )");
        script.add(caches.reset()
                .results()
                .map(found -> "umount \"$root" + found.group(1) + "\"")
                .collect(Collectors.joining("\n")));
    }

    private static Path cache(String target) {
        return switch (target) {
            case "/root/.m2/repository" -> Machine.shared().localRepository();
            case "/root/.cache/uv" -> Machine.shared().uvCache();
            default -> throw new AssertionError("A cache of what is " + target + "?");
        };
    }

    private void start(Stage stage) {
        List<String> hidden =
                new ArrayList<>(List.of("/root", "/home", Settings.modules().toString()));
        if (!stage.base().startsWith("eclipse-temurin:")) {
            hidden.add(System.getProperty("java.home"));
        }
        hidden.forEach(path -> script.add("mkdir -p \"$root" + path + "\"; mount -t tmpfs none \"$root" + path + "\""));
        script.add("mount -o remount,ro \"$root\"");
        script.add("exec 1>&3; exec chroot --userspec=" + user + " \"$root\" env -i " + environment()
                + " sh -ec 'cd " + folder + "; exec \"$@\"' sh "
                + command.stream().map(Replay::quoted).collect(Collectors.joining(" ")));
        assertThat(user).as("not root").isNotEqualTo("0:0");
    }

    private String environment() {
        return variables.entrySet().stream()
                .map(one -> quoted(one.getKey() + "=" + one.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static List<String> words(String json) {
        return JsonMapper.shared()
                .readTree(json)
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
