package io.github.pythonenv.validation;

import io.github.pythonenv.packages.EntryPoint;
import io.github.pythonenv.packages.InstalledPackage;
import io.github.pythonenv.packages.PackageName;
import io.github.pythonenv.validation.Imports.Targets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The imports of what is installed, each tried once whichever check asks first. A package of which another check tells
 * already that it is broken is left out of the next: its extension modules where it does not import itself, everything
 * where files of it are missing or altered.
 */
final class Trials {

    /** Imports want memory as well as cores. */
    private static final int MOST = 8;

    private final Subject subject;
    private final Start start;
    private final Installed installed;
    private @Nullable List<Trial> top;

    Trials(Subject subject, Start start, Installed installed) {
        this.subject = subject;
        this.start = start;
        this.installed = installed;
    }

    /** The packages whose modules are not imported, each with the reason. */
    Map<String, String> leftOut() {
        Map<String, String> leftOut = new LinkedHashMap<>();
        installed
                .broken()
                .forEach(name -> leftOut.put(PackageName.normal(name), "files are missing or altered: see record"));
        installed.incomplete().forEach(name -> leftOut.putIfAbsent(name, "what it needs is missing: see metadata"));
        subject.settings()
                .notImported()
                .forEach(name -> leftOut.put(PackageName.normal(name), "the configuration says so"));
        return leftOut;
    }

    /** The modules at the top of all packages. */
    List<Trial> top() {
        List<Trial> known = top;
        if (known == null) {
            known = imports().of(topTargets());
            top = known;
        }
        return known;
    }

    private Map<String, Targets> topTargets() {
        Map<String, Targets> targets = new LinkedHashMap<>();
        Set<String> leftOut = leftOut().keySet();
        installed.files().forEach((one, files) -> {
            if (!leftOut.contains(one.normalName())) {
                put(targets, one, names(files).top());
            }
        });
        return targets;
    }

    /**
     * The modules at the top that took longest to import. What was measured when all were tried at the same time says
     * only which these are.
     *
     * @param most how many of them
     */
    List<Trial> heaviest(int most) {
        return top().stream()
                .filter(Trial::works)
                .sorted(Comparator.comparingDouble(Trial::milliseconds).reversed())
                .limit(most)
                .toList();
    }

    /** The milliseconds that a module takes while nothing else is imported; nothing where it does not import alone. */
    OptionalDouble alone(Python python, Trial module) {
        return new Imports(python, subject.settings().modules(), 1)
                .of(Map.of(module.distribution(), Targets.of(List.of(module.target())))).stream()
                        .filter(Trial::works)
                        .mapToDouble(Trial::milliseconds)
                        .findFirst();
    }

    /** The extension modules of the packages that import. */
    List<Trial> extensions() throws IOException {
        Map<String, Targets> targets = new LinkedHashMap<>();
        Set<String> leftOut = unusable();
        for (Map.Entry<InstalledPackage, List<String>> one : installed.files().entrySet()) {
            if (!leftOut.contains(one.getKey().normalName())) {
                put(
                        targets,
                        one.getKey(),
                        names(one.getValue())
                                .extensions(installed.sitePackages().folder()));
            }
        }
        return imports().of(targets);
    }

    /**
     * What the programs of the packages that import call. Most of what that takes is the import of the package, so its
     * modules are tried in one go with them, and known then.
     */
    List<Trial> programs() throws IOException {
        Map<String, List<String>> called = new LinkedHashMap<>();
        for (InstalledPackage one : installed.packages()) {
            called.put(
                    one.normalName(),
                    one.programs().stream().map(EntryPoint::target).distinct().toList());
        }
        List<Trial> tried = withTop(called);
        Set<String> leftOut = unusable();
        return tried.stream()
                .filter(trial -> !leftOut.contains(trial.distribution()))
                .filter(trial ->
                        called.getOrDefault(trial.distribution(), List.of()).contains(trial.target()))
                .toList();
    }

    /** Those of all packages behind their modules, which are known then. */
    private List<Trial> withTop(Map<String, List<String>> called) {
        Map<String, Targets> modules = topTargets();
        Map<String, Targets> targets = new LinkedHashMap<>(modules);
        Set<String> leftOut = leftOut().keySet();
        called.forEach((name, all) -> {
            if (!leftOut.contains(name) && !all.isEmpty()) {
                List<String> first =
                        modules.getOrDefault(name, Targets.of(List.of())).modules();
                targets.put(
                        name,
                        new Targets(
                                first,
                                all.stream()
                                        .filter(target -> !first.contains(target))
                                        .toList()));
            }
        });
        List<Trial> tried = imports().of(targets);
        top = tried.stream()
                .filter(trial -> modules.containsKey(trial.distribution())
                        && modules.get(trial.distribution()).modules().contains(trial.target()))
                .toList();
        return tried;
    }

    /** The roots of the modules that each package has, by its normal name. */
    Map<String, Set<String>> roots() {
        Map<String, Set<String>> roots = new LinkedHashMap<>();
        installed
                .files()
                .forEach(
                        (one, files) -> roots.put(one.normalName(), names(files).roots()));
        return roots;
    }

    /** The modules at the top that each package has, by its normal name. */
    Map<String, Set<String>> tops() {
        Map<String, Set<String>> tops = new LinkedHashMap<>();
        installed
                .files()
                .forEach((one, files) ->
                        tops.put(one.normalName(), Set.copyOf(names(files).top())));
        return tops;
    }

    private Set<String> unusable() {
        Set<String> names = new TreeSet<>(leftOut().keySet());
        top().stream().filter(trial -> !trial.works()).map(Trial::distribution).forEach(names::add);
        return names;
    }

    private ModuleNames names(List<String> files) {
        List<String> suffixes = new ArrayList<>();
        start.facts().path("suffixes").forEach(suffix -> suffixes.add(suffix.asString("")));
        return new ModuleNames(files, suffixes);
    }

    private Imports imports() {
        int cores = Runtime.getRuntime().availableProcessors();
        return new Imports(subject.python(), subject.settings().modules(), Math.min(MOST, cores));
    }

    private static void put(Map<String, Targets> targets, InstalledPackage one, List<String> some) {
        if (!some.isEmpty()) {
            targets.put(one.normalName(), Targets.of(some));
        }
    }
}
