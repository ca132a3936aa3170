package io.github.pythonenv.maven;

import io.github.pythonenv.maven.PluginDescriptor.Goal;
import io.github.pythonenv.maven.PluginDescriptor.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What {@code docs/goals.json} says of every goal, for programs that call them: the plugin's descriptor as JSON. */
final class GoalsFile {

    private static final Pattern SCHEMA = Pattern.compile("`([a-z-]+-\\d+\\.\\d+\\.schema\\.json)`");

    private static final Pattern QUOTED = Pattern.compile("`([a-z]+)`");

    private GoalsFile() {}

    static String json(PluginDescriptor plugin) {
        return DataOutput.json(data(plugin)).replace("\r\n", "\n");
    }

    private static Map<String, Object> data(PluginDescriptor plugin) {
        Map<String, Object> sets = new LinkedHashMap<>();
        sets.put("all", parameters(plugin.ofAll()));
        sets.put("environments", parameters(plugin.ofEnvironments()));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("plugin", "io.github.pythonenv:python-env-maven-plugin");
        data.put("prefix", "python-env");
        data.put("parameterSets", sets);
        data.put(
                "goals", plugin.goals().stream().map(goal -> goal(plugin, goal)).toList());
        return data;
    }

    private static Map<String, Object> goal(PluginDescriptor plugin, Goal goal) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("goal", goal.name());
        data.put("summary", goal.description().replaceAll("\\s+", " ").replaceAll("(?<=\\.) .*", ""));
        data.put("description", goal.description());
        goal.phase().ifPresent(phase -> data.put("phase", phase));
        data.put("requiresProject", goal.project());
        List<Parameter> own = plugin.ownOf(goal);
        List<String> sets = new ArrayList<>();
        if (goal.parameters().containsAll(plugin.ofAll())) {
            sets.add("all");
        }
        if (goal.onEnvironment()) {
            sets.add("environments");
        }
        data.put("parameterSets", sets);
        data.put("parameters", parameters(own));
        data.put("outputs", outputs(goal));
        return data;
    }

    private static List<Map<String, Object>> parameters(List<Parameter> parameters) {
        return parameters.stream().map(GoalsFile::parameter).toList();
    }

    private static Map<String, Object> parameter(Parameter parameter) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", parameter.name());
        parameter.property().ifPresent(property -> data.put("property", property));
        data.put("type", type(parameter.type()));
        parameter.defaultValue().ifPresent(value -> data.put("default", value));
        data.put("required", parameter.required());
        parameter.since().ifPresent(since -> data.put("since", since));
        data.put("description", parameter.description());
        schema(parameter).ifPresent(schema -> data.put("schema", schema));
        return data;
    }

    private static String type(String java) {
        return switch (java.replaceAll("^java\\.(lang|util|io)\\.|<.*", "")) {
            case "String" -> "string";
            case "boolean", "Boolean" -> "boolean";
            case "int", "Integer", "Long" -> "integer";
            case "Double" -> "number";
            case "File" -> "path";
            case "List" -> "list";
            case "Map" -> "map";
            default -> "element";
        };
    }

    /** The goal's result, as it is printed and as it is written to a file. */
    static List<Map<String, Object>> outputs(Goal goal) {
        Optional<String> schema = parameter(goal, "outputFile").flatMap(GoalsFile::schema);
        List<Map<String, Object>> outputs = new ArrayList<>();
        parameter(goal, "output")
                .ifPresent(parameter -> outputs.add(output(
                        parameter, groups(QUOTED, parameter.description()).toList(), schema)));
        parameter(goal, "outputFile")
                .ifPresent(parameter -> outputs.add(output(parameter, formats(parameter.description()), schema)));
        return outputs;
    }

    private static Map<String, Object> output(Parameter parameter, List<String> formats, Optional<String> schema) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("parameter", parameter.name());
        parameter.property().ifPresent(property -> data.put("property", property));
        data.put("formats", formats);
        schema.ifPresent(name -> data.put("schema", name));
        return data;
    }

    /** By the names that formats have. */
    private static List<String> formats(String description) {
        return Stream.of("JSON", "SARIF", "Markdown", "diff")
                .filter(description::contains)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Optional<String> schema(Parameter parameter) {
        return groups(SCHEMA, parameter.description()).findFirst();
    }

    private static Stream<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
    }

    private static Optional<Parameter> parameter(Goal goal, String name) {
        return goal.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }
}
