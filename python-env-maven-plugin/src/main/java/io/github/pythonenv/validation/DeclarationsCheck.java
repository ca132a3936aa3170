package io.github.pythonenv.validation;

import io.github.pythonenv.packages.DependencyGraph.Node;
import io.github.pythonenv.packages.InstalledPackage;
import io.github.pythonenv.packages.PackageName;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Whether the project's sources import what it declares, and declare what they import. */
record DeclarationsCheck(Subject subject, Installed installed, Trials trials) implements Check {

    /** What projects declare to build and install, and nobody imports. */
    private static final Set<String> TOOLS = Set.of("pip", "setuptools", "wheel", "uv", "hatchling");

    @Override
    public String id() {
        return "declarations";
    }

    @Override
    public Category category() {
        return Category.DEPENDENCIES;
    }

    @Override
    public String title() {
        return "The project imports what it declares, and declares what it imports";
    }

    @Override
    public Outcome look() throws IOException {
        if (subject.packed()) {
            return Outcome.skipped("The environment was packed elsewhere: what it needs is declared there.");
        }
        List<String> folders = subject.settings().sources().stream()
                .map(subject.request().project()::resolve)
                .filter(Files::isDirectory)
                .map(Path::toString)
                .toList();
        if (folders.isEmpty()) {
            return Outcome.skipped("The project has no Python sources in " + sources() + ".");
        }
        JsonNode facts = subject.python().ask("declared.py", folders.toArray(String[]::new));
        int files = facts.path("files").asInt(0);
        int unreadable = facts.path("unreadable").size();
        if (files == unreadable) {
            return Outcome.skipped("No Python source was read in " + sources() + "."
                    + (files == 0 ? "" : " This Python cannot read those that are there: " + files + " files."));
        }
        Findings findings = new Findings().saw("sources", files + (files == 1 ? " file" : " files"));
        facts.path("unreadable").forEach(file -> findings.saw("not read", file.asString("")));
        Map<String, Set<String>> modules = trials.tops();
        unimported(findings, facts, modules);
        undeclared(findings, facts, modules);
        return findings.outcome();
    }

    private String sources() {
        return subject.settings().sources().stream().map(Path::toString).collect(Collectors.joining(" or "));
    }

    private void unimported(Findings findings, JsonNode facts, Map<String, Set<String>> modules) throws IOException {
        Set<String> imported = new TreeSet<>();
        facts.path("imports").forEach(one -> imported.add(one.path("module").asString("")));
        Map<String, InstalledPackage> packages = new HashMap<>();
        installed.packages().forEach(one -> packages.put(one.normalName(), one));
        Set<String> allowed = subject.settings().unimported().stream()
                .map(PackageName::normal)
                .collect(Collectors.toSet());
        for (Node node : installed.graph().packages()) {
            Set<String> tops = modules.getOrDefault(node.name(), Set.of());
            InstalledPackage one = packages.get(node.name());
            if (node.asked()
                    && one != null
                    && !tops.isEmpty()
                    && !allowed.contains(node.name())
                    && imported.stream().noneMatch(name -> isWithin(name, tops))
                    && !isTool(one)) {
                findings.doubt(
                        node.name() + " is declared" + where(node) + " and never imported",
                        "Take it out of the inputs, or name it in unimported in the validation part of"
                                + " python-env.json.");
            }
        }
    }

    /** What is run or found by others is there for that: programs of its own name, plugins of pytest, type stubs. */
    private boolean isTool(InstalledPackage one) throws IOException {
        String name = one.normalName();
        return TOOLS.contains(name)
                || name.startsWith("types-")
                || name.endsWith("-stubs")
                || one.declares("pytest11")
                || one.programs().stream()
                        .anyMatch(
                                program -> PackageName.normal(program.program()).equals(name))
                || Files.exists(one.metadata().resolve("direct_url.json"))
                || hasProgramOfItsName(one);
    }

    private boolean hasProgramOfItsName(InstalledPackage one) {
        return installed.files().getOrDefault(one, List.of()).stream()
                .filter(installed::isProgram)
                .map(file -> Path.of(file).getFileName().toString().replaceFirst("\\.exe$", ""))
                .anyMatch(program -> PackageName.normal(program).equals(one.normalName()));
    }

    private static String where(Node node) {
        return node.askedBy().isEmpty() ? "" : " (" + String.join(", ", node.askedBy()) + ")";
    }

    private void undeclared(Findings findings, JsonNode facts, Map<String, Set<String>> modules) {
        List<Node> nodes = installed.graph().packages();
        Set<String> declared = nodes.stream()
                .filter(node -> node.direct() || !node.askedBy().isEmpty())
                .map(Node::name)
                .collect(Collectors.toSet());
        Map<String, String> told = new TreeMap<>();
        for (JsonNode one : facts.path("imports")) {
            String module = one.path("module").asString("");
            String root = module.split("\\.", 2)[0];
            boolean needed = !one.path("standard").asBoolean(false)
                    && !one.path("own").asBoolean(false)
                    && !one.path("optional").asBoolean(false);
            Set<String> from = modules.entrySet().stream()
                    .filter(provider -> isWithin(module, provider.getValue()))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(TreeSet::new));
            if (needed && from.stream().noneMatch(declared::contains)) {
                boolean namespace = from.isEmpty()
                        && modules.values().stream().flatMap(Set::stream).anyMatch(top -> top.startsWith(root + "."));
                if (!namespace) {
                    told.putIfAbsent(root, undeclared(root, one.path("where").asString(""), from));
                }
            }
        }
        told.values().forEach(what -> findings.doubt(what, "Add it to the inputs."));
    }

    private String undeclared(String root, String where, Set<String> from) {
        String place = where.replace(subject.request().project().toString() + File.separator, "");
        return root + " is imported (" + place + ") and "
                + (from.isEmpty()
                        ? "no installed package has it"
                        : "not declared: it is there because another package needs " + String.join(", ", from));
    }

    private static boolean isWithin(String module, Set<String> tops) {
        return tops.stream().anyMatch(top -> module.equals(top) || module.startsWith(top + "."));
    }
}
