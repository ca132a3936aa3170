package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.configuration.PackageList;
import io.github.pythonenv.configuration.ProfileChoice;
import io.github.pythonenv.packages.Profile;
import io.github.pythonenv.packages.Profiles;
import io.github.pythonenv.packages.RequirementFault;
import java.io.File;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The profiles and templates that this user's builds know: named sets of packages, and named sets of profiles and
 * settings. Lists and shows them; puts and removes those of the user's own, which are kept in the store. Needs no project.
 */
@Mojo(name = "profiles", requiresProject = false, aggregator = true, threadSafe = true)
public final class ProfilesMojo extends StoreMojo {

    /**
     * What to do: <code>list</code> them; <code>show</code> the one that <code>profile</code> names; <code>put</code> one
     * of your own, made of <code>packages</code> and what it <code>includes</code>, in place of one of that name if
     * there is one; <code>remove</code> one of your own.
     */
    @Parameter(property = "python-env.action", defaultValue = "list")
    private String action;

    /** The name of the profile that is meant: small letters and digits, with hyphens between. */
    @Parameter(property = "python-env.profile")
    private @Nullable String profile;

    /** What the profile is for, a sentence. */
    @Parameter(property = "python-env.description", defaultValue = "")
    private @Nullable String description;

    /** What is in the profile: requirements such as <code>numpy&gt;=2</code>. */
    @Parameter(property = "python-env.packages")
    private List<String> packages = List.of();

    /** Profiles whose packages are in it, too. */
    @Parameter(property = "python-env.includes")
    private List<String> includes = List.of();

    /** How the result is shown: <code>text</code> or <code>json</code>. */
    @Parameter(property = "python-env.output", defaultValue = "text")
    private String output;

    /**
     * A file that the result is written to as JSON, in the form of <code>profiles-1.0.schema.json</code>: <code>action</code>, <code>profiles</code> and, with
     * <code>list</code>, <code>templates</code>.
     */
    @Parameter(property = "python-env.outputFile")
    private @Nullable File outputFile;

    @Override
    void perform() {
        DataOutput data = new DataOutput(getLog(), output, outputFile);
        Profiles known = new Profiles(store(), Clock.systemUTC(), new ConsoleProgress(getLog(), ""));
        List<Profile> shown = switch (action) {
            case "list" -> known.all();
            case "show" -> List.of(named(known));
            case "put" -> List.of(put(known));
            case "remove" -> {
                known.remove(meant());
                yield known.all();
            }
            default -> throw ProfileChoice.unknown("action", action, List.of("list", "show", "put", "remove"));
        };
        ProfilesText text = new ProfilesText(action, shown, known.own());
        data.write(text.data(), text.lines());
    }

    private String meant() {
        if (profile == null || profile.isBlank()) {
            throw new UserFailure(
                    "Nobody says which profile is meant.",
                    "Name it with -Dpython-env.profile=<name>; mvn python-env:profiles lists them.");
        }
        return profile.strip();
    }

    private Profile named(Profiles known) {
        String name = meant();
        List<Profile> all = known.all();
        return all.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProfileChoice.unknown(
                        "profile", name, all.stream().map(Profile::name).toList()));
    }

    private Profile put(Profiles known) {
        if (packages.isEmpty() && includes.isEmpty()) {
            throw new UserFailure(
                    "Nobody says what is in the profile " + meant() + ".",
                    "Name its packages with -Dpython-env.packages=requests,rich or profiles that it is made of with"
                            + " -Dpython-env.includes=web.");
        }
        List<String> names = known.all().stream().map(Profile::name).toList();
        includes.stream().filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
            throw ProfileChoice.unknown("profile", name, names);
        });
        List<String> requirements = PackageList.of(packages);
        requirements.stream()
                .flatMap(one -> RequirementFault.of(one).stream())
                .findFirst()
                .ifPresent(fault -> {
                    throw fault.failure();
                });
        Profile own = new Profile(
                meant(), description == null ? "" : description, includes, requirements, Optional.empty(), List.of());
        known.put(own);
        return own;
    }
}
