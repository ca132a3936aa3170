package io.github.pythonenv.configuration;

import io.github.pythonenv.NearName;
import io.github.pythonenv.UserFailure;
import io.github.pythonenv.packages.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What profiles and a template that are asked for by name come to.
 *
 * @param requirements what is installed, each once
 * @param accelerator which wheels of PyTorch are taken where nobody says it; empty where no profile says it
 */
public record ProfileChoice(List<String> requirements, Optional<String> accelerator) {

    /** Nothing is asked for. */
    public static final ProfileChoice NONE = new ProfileChoice(List.of(), Optional.empty());

    public ProfileChoice {
        requirements = List.copyOf(requirements);
    }

    /**
     * Looks them up.
     *
     * @param known all profiles there are; of two with one name, the first counts
     * @param template the name of a template, if one is asked for
     * @param names the names of profiles, over those of the template
     * @param platform the id of the platform that it is for
     * @throws UserFailure where there is none of a name, with the nearest; where two want different accelerators; and
     *     where one cannot be installed on the platform, with the reason
     */
    public static ProfileChoice of(
            List<Profile> known, Optional<String> template, List<String> names, String platform) {
        Optional<Template> chosen = template.map(ProfileChoice::template);
        Map<String, Profile> byName = new LinkedHashMap<>();
        known.forEach(profile -> byName.putIfAbsent(profile.name(), profile));
        Set<Profile> all = new LinkedHashSet<>();
        chosen.ifPresent(one -> one.profiles().forEach(name -> add(name, byName, all)));
        names.forEach(name -> add(name.strip(), byName, all));
        Set<String> requirements = new LinkedHashSet<>();
        for (Profile profile : all) {
            profile.limitOn(platform).ifPresent(reason -> refuse(profile, platform, reason));
            requirements.addAll(profile.requirements());
        }
        Optional<String> ofProfiles = accelerator(all);
        return new ProfileChoice(List.copyOf(requirements), ofProfiles.or(() -> chosen.flatMap(Template::accelerator)));
    }

    /** The settings of an environment, with the accelerator of its profiles where nobody says another one. */
    Settings over(Settings set) {
        Optional<Origin> origin = set.origin(Setting.PROFILES).or(() -> set.origin(Setting.TEMPLATE));
        return accelerator.isEmpty() || origin.isEmpty() || set.has(Setting.ACCELERATOR)
                ? set
                : set.with(Setting.ACCELERATOR, accelerator.get(), origin.get());
    }

    private static void add(String name, Map<String, Profile> known, Set<Profile> all) {
        Profile profile = known.get(name);
        if (profile == null) {
            throw unknown("profile", name, new ArrayList<>(known.keySet()));
        }
        // One that includes itself, by way of others or not, is in it once.
        if (all.add(profile)) {
            profile.includes().forEach(included -> add(included, known, all));
        }
    }

    private static Template template(String name) {
        return Arrays.stream(Template.values())
                .filter(template -> template.label().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> unknown(
                        "template",
                        name,
                        Arrays.stream(Template.values()).map(Template::label).toList()));
    }

    /** That there is none of that name, with the nearest and all. */
    public static UserFailure unknown(String kind, String name, List<String> known) {
        return new UserFailure(
                "There is no " + kind + " '" + name + "'.",
                NearName.question(name, known) + "There are " + String.join(", ", known) + ".");
    }

    private static void refuse(Profile profile, String platform, String reason) {
        throw new UserFailure(
                "The profile " + profile.name() + " cannot be installed on " + platform + ": " + reason,
                "Leave it away on such machines, for instance with a Maven profile that is active elsewhere.");
    }

    private static Optional<String> accelerator(Set<Profile> profiles) {
        Map<String, String> asked = new LinkedHashMap<>();
        profiles.forEach(profile ->
                profile.accelerator().ifPresent(accelerator -> asked.putIfAbsent(accelerator, profile.name())));
        if (asked.size() > 1) {
            throw new UserFailure(
                    "The profiles " + String.join(" and ", asked.values()) + " are for different accelerators: "
                            + String.join(" and ", asked.keySet()) + ".",
                    "Keep one of them in an environment.");
        }
        return asked.keySet().stream().findFirst();
    }
}
