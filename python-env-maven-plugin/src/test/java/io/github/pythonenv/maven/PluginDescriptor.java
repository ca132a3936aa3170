package io.github.pythonenv.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * What the annotations and the Javadoc of the goals say, from the plugin's descriptor before its texts are made plain for
 * the help goal.
 *
 * @param goals by their names
 */
record PluginDescriptor(List<Goal> goals) {

    private static final Path FILE = Path.of("target", "plugin-enhanced.xml");

    static PluginDescriptor read() throws Exception {
        Element plugin = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(FILE.toFile())
                .getDocumentElement();
        return new PluginDescriptor(children(plugin, "mojos", "mojo")
                .map(Goal::of)
                .sorted(Comparator.comparing(Goal::name))
                .toList());
    }

    /** The parameters that every goal has but the two that are not made like the others. */
    List<Parameter> ofAll() {
        List<Goal> alike = goals.stream()
                .filter(goal -> !Set.of("help", "report").contains(goal.name()))
                .toList();
        Set<String> shared = new LinkedHashSet<>(names(alike.get(0).parameters()));
        alike.forEach(goal -> shared.retainAll(names(goal.parameters())));
        return alike.get(0).parameters().stream()
                .filter(parameter -> shared.contains(parameter.name()))
                .toList();
    }

    /** The parameters that the goals on an environment share: the descriptor has them with ensure alone. */
    List<Parameter> ofEnvironments() {
        return goals.stream()
                .filter(goal -> goal.name().equals("ensure"))
                .findFirst()
                .orElseThrow()
                .without(ofAll());
    }

    /** The parameters that are said with the goal itself. */
    List<Parameter> ownOf(Goal goal) {
        List<Parameter> shared = new ArrayList<>(ofAll());
        if (goal.onEnvironment()) {
            shared.addAll(ofEnvironments());
        }
        return goal.name().equals("report") ? goal.parameters() : goal.without(shared);
    }

    /**
     * A goal.
     *
     * @param description as Markdown
     * @param phase that it is bound to unless something else is said
     * @param project whether it needs one
     * @param onEnvironment whether it takes the parameters that the descriptor has with ensure alone
     * @param parameters those that can be set, by their names
     */
    record Goal(
            String name,
            String description,
            Optional<String> phase,
            boolean project,
            boolean onEnvironment,
            List<Parameter> parameters) {

        private static Goal of(Element mojo) {
            return new Goal(
                    text(mojo, "goal"),
                    markdown(text(mojo, "description")),
                    Optional.of(text(mojo, "phase")).filter(phase -> !phase.isEmpty()),
                    text(mojo, "requiresProject").equals("true"),
                    isOnEnvironment(text(mojo, "implementation")),
                    children(mojo, "parameters", "parameter")
                            .filter(parameter -> text(parameter, "editable").equals("true"))
                            .map(parameter -> Parameter.of(parameter, mojo))
                            .sorted(Comparator.comparing(Parameter::name))
                            .toList());
        }

        private static boolean isOnEnvironment(String implementation) {
            try {
                return ProjectMojo.class.isAssignableFrom(Class.forName(implementation));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }

        private List<Parameter> without(List<Parameter> others) {
            Set<String> names = names(others);
            return parameters.stream()
                    .filter(parameter -> !names.contains(parameter.name()))
                    .toList();
        }
    }

    /**
     * A parameter of a goal.
     *
     * @param property that sets it on the command line, if one does
     * @param type the Java type
     * @param description as Markdown
     */
    record Parameter(
            String name,
            Optional<String> property,
            String type,
            Optional<String> defaultValue,
            boolean required,
            Optional<String> since,
            String description) {

        private static Parameter of(Element parameter, Element mojo) {
            String name = text(parameter, "name");
            Optional<Element> set = children(mojo, "configuration", name).findFirst();
            return new Parameter(
                    name,
                    set.map(element -> element.getTextContent().replaceAll("[${}]", ""))
                            .filter(property -> !property.isEmpty()),
                    text(parameter, "type"),
                    set.map(element -> element.getAttribute("default-value")).filter(value -> !value.isEmpty()),
                    text(parameter, "required").equals("true"),
                    Optional.of(text(parameter, "since")).filter(since -> !since.isEmpty()),
                    markdown(text(parameter, "description")).replace("\n", " "));
        }
    }

    private static Set<String> names(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::name).collect(Collectors.toSet());
    }

    private static String markdown(String html) {
        return html.replaceAll("\\s*<(p|br /)>\\s*", "\n\n")
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
