package io.github.pythonenv.configuration;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.packages.CondaEnvironment;
import io.github.pythonenv.packages.NoPackages;
import io.github.pythonenv.packages.PackageInputs;
import io.github.pythonenv.packages.Packed;
import io.github.pythonenv.packages.PipfileLock;
import io.github.pythonenv.packages.Requirements;
import io.github.pythonenv.packages.UnlockedInputs;
import io.github.pythonenv.packages.UvLock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides what is installed. What is configured counts; where nothing is, the first that the project has of {@code
 * uv.lock} beside {@code pyproject.toml}, {@code pylock.toml}, {@code poetry.lock}, {@code Pipfile.lock}, {@code
 * requirements.txt}, {@code environment.yml} and a {@code pyproject.toml} that asks for something.
 *
 * @param project the project's folder
 * @param configured what was configured
 * @param accelerated whether an accelerator is asked for, so that there may be a {@code pylock.toml} for each
 */
record InputsDiscovery(Path project, InputConfiguration configured, boolean accelerated) {

    /** The inputs, and what was passed over for them: other files, and settings that are for another kind. */
    record Found(PackageInputs inputs, List<String> passedOver) {}

    /**
     * Decides.
     *
     * @throws UserFailure where kinds of input are configured that exclude each other, or one that is not there
     */
    Found find() {
        List<PackageInputs> found =
                configured.named() ? List.of(explicit()) : new InputFiles(configured).in(project, accelerated);
        if (found.isEmpty()) {
            return new Found(withProfiles(new NoPackages()), List.of());
        }
        List<String> passedOver = new ArrayList<>();
        for (PackageInputs other : found.subList(1, found.size())) {
            passedOver.add(other.summary());
        }
        passedOver.addAll(unusedSettings(found.get(0)));
        return new Found(withProfiles(found.get(0)), passedOver);
    }

    private PackageInputs withProfiles(PackageInputs inputs) {
        if (configured.profiles().isEmpty()) {
            return inputs;
        }
        if (inputs instanceof UnlockedInputs unlocked) {
            return unlocked.with(configured.profiles());
        }
        if (inputs instanceof NoPackages) {
            return new Requirements(project, List.of(), configured.profiles(), configured.constraints());
        }
        throw new UserFailure(
                "Profiles or a template are asked for, and the project is installed from " + inputs.summary()
                        + ", which says completely what is installed.",
                "Leave <profiles> and <template> away and add their packages to what the lock is made from, or name"
                        + " <packages> or <requirements> to install from instead of the lock.");
    }

    /** A setting that was made, and does not reach this kind of inputs, would be missed without a word. */
    private List<String> unusedSettings(PackageInputs inputs) {
        boolean resolved = inputs instanceof UnlockedInputs;
        boolean plain = inputs instanceof Requirements || inputs instanceof CondaEnvironment;
        List<String> unused = new ArrayList<>();
        note(unused, "<constraints>", !resolved && !configured.constraints().isEmpty());
        boolean packed = inputs instanceof Packed;
        note(
                unused,
                "<extras>",
                (plain || packed || inputs instanceof PipfileLock)
                        && !configured.extras().isEmpty());
        note(unused, "<groups>", (plain || packed) && !configured.groups().isEmpty());
        note(
                unused,
                "members",
                !(inputs instanceof UvLock) && !configured.members().isEmpty());
        return unused;
    }

    private static void note(List<String> unused, String setting, boolean is) {
        if (is) {
            unused.add(setting);
        }
    }

    private PackageInputs explicit() {
        List<String> named = new ArrayList<>();
        if (configured.unlocked()) {
            named.add("<packages> or <requirements>");
        }
        configured.input().ifPresent(file -> named.add("<input>"));
        configured.uvProject().ifPresent(folder -> named.add("<uvProject>"));
        configured.pylock().ifPresent(file -> named.add("<pylock>"));
        if (configured.packed().named()) {
            named.add("<packed>");
        }
        if (named.size() > 1) {
            throw new UserFailure(
                    String.join(" and ", named) + " are configured together. Each says completely what is installed.",
                    "Keep one of them. Add further packages to the project that the lock is made from.");
        }
        if (configured.packed().named()) {
            return new Packed(configured.packed().text());
        }
        InputFiles files = new InputFiles(configured);
        if (configured.input().isPresent()) {
            return files.named(configured.input().get());
        }
        if (configured.uvProject().isPresent()) {
            return files.uvProject(configured.uvProject().get());
        }
        return configured.pylock().isPresent()
                ? files.pylock(configured.pylock().get())
                : new Requirements(project, configured.requirements(), configured.packages(), configured.constraints());
    }
}
