package io.github.pythonenv.configuration;

import io.github.pythonenv.NearName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Properties given with {@code -D} that look like ours and are not: mostly misspelt ones. */
public final class UnreadProperties {

    /** What is published for other plugins, which a user may say to them in our place. */
    private static final String PUBLISHED = ".+\\.(directory|executable|bin|sitePackages)";

    private UnreadProperties() {}

    /**
     * What to say of them, a sentence or two for each.
     *
     * @param given the names of properties; those that do not begin like ours are passed over
     * @param parameters the properties of all parameters of all goals
     */
    public static List<String> among(Collection<String> given, Set<String> parameters) {
        List<String> unread = new ArrayList<>();
        for (String property : new TreeSet<>(given)) {
            if (property.startsWith(CommandLine.PREFIX) && !parameters.contains(property)) {
                String name = property.substring(CommandLine.PREFIX.length());
                if (!isSetting(name) && !name.matches(PUBLISHED)) {
                    unread.add(told(name, parameters));
                }
            }
        }
        return unread;
    }

    private static boolean isSetting(String name) {
        if (!name.startsWith(CommandLine.ENVIRONMENTS)) {
            return settings().anyMatch(setting -> isNamed(setting, name));
        }
        // The name of an environment may have dots.
        return IntStream.range(CommandLine.ENVIRONMENTS.length() + 1, name.length())
                .filter(dot -> name.charAt(dot) == '.')
                .mapToObj(dot -> name.substring(dot + 1))
                .anyMatch(rest -> ofOne().anyMatch(setting -> isNamed(setting, rest)));
    }

    private static boolean isNamed(Setting setting, String name) {
        return CommandLine.names(setting).stream()
                .anyMatch(known -> name.equals(known) || (setting.kind().byName() && name.startsWith(known + ".")));
    }

    private static String told(String name, Set<String> parameters) {
        String hint = near(name, parameters)
                .map(near -> "Did you mean -D" + CommandLine.PREFIX + near + "?")
                .orElse("mvn python-env:help -Ddetail shows the parameters of all goals.");
        return "-D" + CommandLine.PREFIX + name + " is read by no goal. " + hint;
    }

    private static Optional<String> near(String name, Set<String> parameters) {
        int dot = name.indexOf('.', CommandLine.ENVIRONMENTS.length());
        if (name.startsWith(CommandLine.ENVIRONMENTS) && dot > 0) {
            String one = name.substring(0, dot + 1);
            return NearName.of(name.substring(dot + 1), names(ofOne())).map(near -> one + near);
        }
        List<String> known = new ArrayList<>(names(settings()));
        parameters.stream()
                .filter(parameter -> parameter.startsWith(CommandLine.PREFIX))
                .forEach(parameter -> known.add(parameter.substring(CommandLine.PREFIX.length())));
        return NearName.of(name, known);
    }

    private static List<String> names(Stream<Setting> settings) {
        return settings.flatMap(setting -> CommandLine.names(setting).stream()).toList();
    }

    private static Stream<Setting> settings() {
        return Stream.of(Setting.values());
    }

    private static Stream<Setting> ofOne() {
        return settings().filter(setting -> !setting.ofProject());
    }
}
