package io.github.pythonenv.packages;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Completed;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.runtime.ProvidedRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Some hundreds of generated requirements files, read as the pip of the runtime reads them. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the build fetches an interpreter for Linux alone")
@ExtendWith(ProvidedRuntime.Resolver.class)
class PipParsingTest {

    private static final int FILES = 400;

    /** Prints of each file, in order: number, line, whether constraint, whether editable, whether hashed, requirement. */
    private static final String PIP = """
            import sys, os
            from pip._internal.req.req_file import parse_requirements
            for name in sorted(os.listdir(sys.argv[1])):
                if name.startswith('main'):
                    for one in parse_requirements(os.path.join(sys.argv[1], name), session=None):
                        line = one.comes_from.rpartition('(line ')[2].rstrip(')')
                        place = one.comes_from.rpartition(' (line')[0].rpartition(os.sep)[2]
                        hashed = bool((one.options or {}).get('hashes'))
                        print(name, place, line, one.constraint, one.is_editable, hashed, one.requirement, sep='\\t')
            """;

    private static final Map<String, String> VARIABLES = Map.of("HOST", "files.example", "EMPTY", "");
    private static final Pattern OPTIONS = Pattern.compile("\\s+--\\S.*$");

    private static final List<String> REQUIREMENTS = List.of(
            "numpy",
            "numpy >=2, <3",
            "requests[socks,use_chardet_on_py3]>=2.32",
            "a.b_c~=1.4.2",
            "tomli>=2 ; python_version < '3.11'",
            "pywin32==306; sys_platform == \"win32\" and platform_machine != 'arm64'",
            "pip @ https://${HOST}/pip-25.0-py3-none-any.whl",
            "x @ https://${host}/x-${UNKNOWN}.tar.gz#sha256=00",
            "git+https://code.example/one.git@main#egg=one",
            "two @ git+ssh://git@code.example/two.git@v1.0#subdirectory=py",
            "./wheels/three-1.0-py3-none-any.whl",
            "https://${HOST}/four-1.0.tar.gz",
            "five==1.0 --hash=sha256:" + "0".repeat(64),
            "six==1.0 --hash=sha256:" + "1".repeat(64) + " --hash=sha256:" + "2".repeat(64),
            "seven#not-a-comment",
            "-e git+https://code.example/eight.git#egg=eight",
            "--editable=./nine",
            "-e ./ten[extra]");

    private static final List<String> OTHERS = List.of(
            "",
            "   ",
            "# all comment",
            "   # indented \\",
            "--index-url https://index.example/simple",
            "--extra-index-url=https://${HOST}/simple",
            "-f ./wheels",
            "--no-binary :all:",
            "--pre",
            "--require-hashes");

    @TempDir
    private Path folder;

    @Test
    void readsAsPipDoes(ProvidedRuntime provided) throws IOException {
        Random random = new Random(20260101);
        for (int number = 0; number < FILES; number++) {
            generate("main-%03d.txt".formatted(number), random, 0, false);
        }
        List<String> command = List.of(provided.runtime().executable().toString(), "-I", "-c", PIP, folder.toString());
        Map<String, String> variables = new TreeMap<>(VARIABLES);
        variables.put("PATH", System.getenv("PATH"));
        Completed pip = new Processes().run(new Command(command, folder, variables, Duration.ofMinutes(5)));
        assertThat(pip.succeeded()).as(String.join("\n", pip.err())).isTrue();
        assertThat(pip.out()).hasSizeGreaterThan(1000);

        List<String> ours = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.getFileName().toString().startsWith("main"))
                    .sorted()
                    .toList()) {
                RequirementsFiles read = RequirementsFiles.read(
                        new RequirementSyntax(folder, VARIABLES), List.of(file), List.of(), List.of());
                ours.addAll(shown(file, read.lines(), "False"));
                ours.addAll(shown(file, read.constraints(), "True"));
            }
        }
        assertThat(sorted(ours)).isEqualTo(sorted(pip.out()));
    }

    /** pip gives constraints where they are named, and they are kept apart here: so each file's lines in one order. */
    private static List<String> sorted(List<String> lines) {
        return lines.stream().sorted(Comparator.naturalOrder()).toList();
    }

    private static List<String> shown(Path file, List<RequirementLine> lines, String constraint) {
        List<String> shown = new ArrayList<>();
        for (RequirementLine line : lines) {
            if (line.hash() != RequirementLine.Hash.NO_PACKAGE) {
                String text = RequirementSyntax.expanded(line.text(), VARIABLES);
                boolean editable = text.startsWith("-e") || text.startsWith("--editable");
                String bare = editable
                        ? text.replaceFirst("^(-e\\s*|--editable[=\\s]\\s*)", "")
                        : OPTIONS.matcher(text).replaceFirst("");
                boolean hashed = line.hash() == RequirementLine.Hash.GIVEN;
                shown.add(String.join(
                        "\t",
                        file.getFileName().toString(),
                        Path.of(line.at().file()).getFileName().toString(),
                        Integer.toString(line.at().line()),
                        constraint,
                        editable ? "True" : "False",
                        hashed ? "True" : "False",
                        bare));
            }
        }
        return shown;
    }

    /**
     * @param constraints whether constraints name the file: what it names with {@code -r} are requirements for pip, and
     *     constraints for uv, which installs; so it names files with {@code -c} only
     */
    private void generate(String name, Random random, int depth, boolean constraints) throws IOException {
        StringBuilder text = new StringBuilder(random.nextInt(20) == 0 ? "\uFEFF" : "");
        String end = random.nextInt(4) == 0 ? "\r\n" : "\n";
        int lines = random.nextInt(12);
        for (int i = 0; i < lines; i++) {
            int kind = random.nextInt(10);
            if (kind < 6) {
                text.append(decorated(REQUIREMENTS.get(random.nextInt(REQUIREMENTS.size())), random, end));
            } else if (kind < 9 || depth > 1) {
                text.append(OTHERS.get(random.nextInt(OTHERS.size())));
            } else {
                String nested = "part-" + name.replaceAll("\\D", "") + depth + i + ".txt";
                String option = !constraints && random.nextBoolean() ? "-r" : "-c";
                generate(nested, random, depth + 1, option.equals("-c"));
                text.append(option).append(random.nextBoolean() ? " " : "");
                text.append(nested);
            }
            text.append(i + 1 == lines && random.nextBoolean() ? "" : end);
        }
        Files.writeString(folder.resolve(name), text.toString());
    }

    private static String decorated(String line, Random random, String end) {
        String result = random.nextInt(5) == 0 ? "  " + line : line;
        int space = result.indexOf(' ', 3);
        if (space > 0 && random.nextInt(4) == 0) {
            result = result.substring(0, space + 1) + "\\" + end + result.substring(space + 1);
        }
        return switch (random.nextInt(6)) {
            case 0 -> result + "  # why";
            case 1 -> result + "\t";
            default -> result;
        };
    }
}
