package io.github.pythonenv.packages;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The package indexes that an environment's packages come from, as far as somebody named them.
 *
 * @param named those that settings, variables, files of uv's configuration or requirements files name, each once
 * @param usual whether the default index of uv and pip is asked besides: nobody named another one in its place
 */
public record IndexesInUse(List<URI> named, boolean usual) {

    private static final Pattern OPTION =
            Pattern.compile("(?<option>-i|--index-url|--extra-index-url)(?:\\s*=\\s*|\\s+|(?<=^-i))(?<url>\\S+)");

    public IndexesInUse {
        named = List.copyOf(named);
    }

    /**
     * Reads what names indexes.
     *
     * @param inputs what is to be installed
     * @param project the folder of the project
     * @param inherited the variables that uv will get
     */
    public static IndexesInUse of(
            PackageInputs inputs, InstallSettings settings, Path project, Map<String, String> inherited) {
        if (settings.wheels().only() || inputs instanceof Packed) {
            return new IndexesInUse(List.of(), false);
        }
        Map<String, String> variables =
                settings.access().isolated() ? Isolation.of(inherited, project.resolve(".python-env")) : inherited;
        Set<URI> named = new LinkedHashSet<>();
        Map<String, String> told = settings.indexVariables(variables);
        IndexNames.in(told).forEach(index -> add(named, index.url()));
        Stream.of("UV_INDEX_URL", "UV_EXTRA_INDEX_URL")
                .flatMap(name ->
                        Stream.of(variables.getOrDefault(name, "").strip().split("\\s+")))
                .forEach(url -> add(named, url));
        UvConfiguration.inForce(project, variables).forEach(file -> {
            file.defaultIndex().ifPresent(url -> add(named, url));
            file.allIndexes().values().forEach(url -> add(named, url));
        });
        settings.torch().ifPresent(wheels -> add(named, address(wheels)));
        boolean replaced = !told.getOrDefault("UV_DEFAULT_INDEX", "").isBlank()
                || IndexInForce.in(project, variables).url().isPresent();
        for (Matcher option : options(inputs)) {
            add(named, option.group("url"));
            replaced |= !option.group("option").equals("--extra-index-url");
        }
        return new IndexesInUse(new ArrayList<>(named), !replaced);
    }

    private static String address(TorchWheels wheels) {
        String best = wheels.indexes().get(0);
        return wheels.addresses().of(best).orElse(wheels.addresses().base() + "/" + best);
    }

    private static List<Matcher> options(PackageInputs inputs) {
        Optional<UnlockedInputs> asked = inputs instanceof UnlockedInputs own
                ? Optional.of(own)
                : inputs instanceof LockedInputs locked ? Optional.of(locked.source()) : Optional.empty();
        return asked.stream()
                .flatMap(own -> IndexOptions.of(own.requirements().read()).stream())
                .map(OPTION::matcher)
                .filter(Matcher::matches)
                .toList();
    }

    private static void add(Set<URI> named, String url) {
        try {
            URI uri = URI.create(url.strip());
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                named.add(uri);
            }
        } catch (IllegalArgumentException e) {
            // A variable in it that only uv expands, or a slip that uv tells of.
        }
    }
}
