package io.github.pythonenv.maven;

import io.github.pythonenv.configuration.Template;
import io.github.pythonenv.packages.Profile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Profiles for people and for programs.
 *
 * @param action what was done
 * @param profiles what came of it
 * @param own those of the user's own
 */
record ProfilesText(String action, List<Profile> profiles, List<Profile> own) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Profile profile : profiles) {
            lines.add(line(profile.name(), profile.description() + (own.contains(profile) ? " (your own)" : "")));
            if (!action.equals("list") && !action.equals("remove")) {
                lines.addAll(details(profile));
            }
        }
        if (action.equals("list")) {
            lines.add("Templates:");
            for (Template template : Template.values()) {
                String parts = template.profiles().isEmpty() ? "" : " (" + String.join(", ", template.profiles()) + ")";
                lines.add(line(template.label(), template.description() + parts));
            }
        }
        return lines;
    }

    private static String line(String name, String description) {
        return String.format(Locale.ROOT, "%-24s %s", name, description).stripTrailing();
    }

    private static List<String> details(Profile profile) {
        List<String> lines = new ArrayList<>();
        if (!profile.includes().isEmpty()) {
            lines.add("    includes " + String.join(", ", profile.includes()));
        }
        profile.requirements().forEach(requirement -> lines.add("    " + requirement));
        profile.accelerator().ifPresent(accelerator -> lines.add("    accelerator " + accelerator));
        profile.limits()
                .forEach(limit ->
                        lines.add("    not on " + String.join(", ", limit.platforms()) + ": " + limit.reason()));
        return lines;
    }

    /** As {@code docs/schemas/profiles-1.0.schema.json} describes it. */
    Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("action", action);
        data.put("profiles", profiles.stream().map(this::data).toList());
        if (action.equals("list")) {
            List<Map<String, Object>> templates = new ArrayList<>();
            for (Template template : Template.values()) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("name", template.label());
                one.put("description", template.description());
                one.put("profiles", template.profiles());
                template.accelerator().ifPresent(accelerator -> one.put("accelerator", accelerator));
                templates.add(one);
            }
            data.put("templates", templates);
        }
        return data;
    }

    private Map<String, Object> data(Profile profile) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", profile.name());
        data.put("description", profile.description());
        data.put("includes", profile.includes());
        data.put("requirements", profile.requirements());
        profile.accelerator().ifPresent(accelerator -> data.put("accelerator", accelerator));
        if (!profile.limits().isEmpty()) {
            data.put(
                    "limits",
                    profile.limits().stream()
                            .map(limit -> Map.of("platforms", limit.platforms(), "reason", limit.reason()))
                            .toList());
        }
        data.put("own", own.contains(profile));
        return data;
    }
}
