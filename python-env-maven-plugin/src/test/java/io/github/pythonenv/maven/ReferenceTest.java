package io.github.pythonenv.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * {@code docs/reference.md} is written from the plugin's descriptor, and so from the Javadoc of goals and parameters.
 * This test fails when they differ; with {@code -Dreference.write} it writes the file.
 */
class ReferenceTest {

    /** The descriptor before its texts are made plain for the help goal. */
    private static final Path DESCRIPTOR = Path.of("target", "plugin-enhanced.xml");

    private static final Path REFERENCE = Path.of("..", "docs", "reference.md");

    @Test
    void saysWhatTheJavadocSays() throws Exception {
        String reference = reference();
        if (System.getProperty("reference.write") != null) {
            Files.writeString(REFERENCE, reference);
        }
        assertThat(reference).contains("## ensure", "python-env.pythonVersion");
        assertThat(REFERENCE).content().isEqualTo(reference);
    }

    private static String reference() throws Exception {
        Element plugin = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(DESCRIPTOR.toFile())
                .getDocumentElement();
        List<Element> goals = children(plugin, "mojos", "mojo")
                .filter(goal -> !text(goal, "goal").equals("help"))
                .sorted(Comparator.comparing(goal -> text(goal, "goal")))
                .toList();
        StringBuilder page = new StringBuilder("# Reference\n\n")
                .append("Every goal and its parameters, written from their Javadoc. A parameter with a property can be")
                .append(" set on the\ncommand line: `-Dpython-env.pythonVersion=3.14`. Lists take commas there.\n");
        Map<String, String> all = shared(goals.stream()
                .filter(goal -> !text(goal, "goal").equals("report"))
                .toList());
        List<Element> onEnvironments =
                goals.stream().filter(ReferenceTest::isOnEnvironment).toList();
        Map<String, String> ofEnvironments = goals.stream()
                .filter(goal -> text(goal, "goal").equals("ensure"))
                .map(ReferenceTest::parameters)
                .findFirst()
                .orElseThrow();
        ofEnvironments.keySet().removeAll(all.keySet());
        page.append("\n## Parameters of all goals\n\nThe goal `report`, which is part of a site, takes `skip` alone.\n")
                .append(table(all.values()));
        page.append("\n## Parameters of goals on an environment\n\nThese are ")
                .append(onEnvironments.stream()
                        .map(goal -> "`" + text(goal, "goal") + "`")
                        .collect(Collectors.joining(", ")))
                .append(".\n")
                .append(table(ofEnvironments.values()));
        for (Element goal : goals) {
            String phase = text(goal, "phase");
            page.append("\n## ").append(text(goal, "goal")).append("\n\n");
            page.append(markdown(text(goal, "description"))).append("\n\n");
            page.append(phase.isEmpty() ? "Bound to no phase by default.\n" : "Bound to `" + phase + "` by default.\n");
            Map<String, String> own = parameters(goal);
            own.keySet().removeAll(all.keySet());
            if (onEnvironments.contains(goal)) {
                own.keySet().removeAll(ofEnvironments.keySet());
            }
            page.append(own.isEmpty() ? "" : table(own.values()));
        }
        return page.toString();
    }

    /** Such goals take the parameters that the descriptor has with ensure alone. */
    private static boolean isOnEnvironment(Element goal) {
        try {
            return ProjectMojo.class.isAssignableFrom(Class.forName(text(goal, "implementation")));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> shared(List<Element> goals) {
        Map<String, String> shared = parameters(goals.get(0));
        goals.forEach(goal -> shared.keySet().retainAll(parameters(goal).keySet()));
        return shared;
    }

    private static String table(Iterable<String> rows) {
        return "\n| parameter | property | default | what it says |\n|---|---|---|---|\n" + String.join("", rows);
    }

    /** A row of a table for each parameter that can be set, by its name. */
    private static Map<String, String> parameters(Element goal) {
        Map<String, String> rows = new TreeMap<>();
        children(goal, "parameters", "parameter")
                .filter(parameter -> text(parameter, "editable").equals("true"))
                .forEach(parameter -> {
                    String name = text(parameter, "name");
                    Optional<Element> set =
                            children(goal, "configuration", name).findFirst();
                    String property = set.map(Element::getTextContent).orElse("");
                    String value = set.map(element -> element.getAttribute("default-value"))
                            .orElse("");
                    rows.put(
                            name,
                            "| `" + name + "` | " + code(property.replaceAll("[${}]", "")) + " | " + code(value) + " | "
                                    + markdown(text(parameter, "description"))
                                            .replace("\n", " ")
                                            .replace("|", "\\|")
                                    + " |\n");
                });
        return rows;
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    private static String markdown(String html) {
        return html.replaceAll("\\s*<p>\\s*", "\n\n")
                .replaceAll("</p>", "")
                .replaceAll("</?code>", "`")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip();
    }

    private static String text(Element parent, String name) {
        return children(parent, name)
                .findFirst()
                .map(Element::getTextContent)
                .orElse("")
                .strip();
    }

    private static Stream<Element> children(Element parent, String outer, String inner) {
        return children(parent, outer).flatMap(element -> children(element, inner));
    }

    private static Stream<Element> children(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        List<Element> found = new ArrayList<>();
        IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeName().equals(name))
                .forEach(node -> found.add((Element) node));
        return found.stream();
    }
}
