package io.github.pythonenv.packages;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A uv project with its lock.
 *
 * @param root the folder of {@code uv.lock}: the project, or the root of its workspace; absolute
 * @param member the folder of the member to install with what it depends on; the root itself for all members
 * @param members names of the members to install with what they depend on; none for all of them, or that one
 * @param extras extras to install
 * @param groups dependency groups to install, over the default ones
 * @param defaultGroups whether the project's default groups are installed
 * @param editable whether the project and its members are installed editable
 */
public record UvLock(
        Path root,
        Path member,
        List<String> members,
        List<String> extras,
        List<String> groups,
        boolean defaultGroups,
        boolean editable)
        implements PackageInputs {

    public UvLock {
        members = List.copyOf(members);
        extras = List.copyOf(extras);
        groups = List.copyOf(groups);
    }

    /** With no members chosen. */
    public UvLock(
            Path root, Path member, List<String> extras, List<String> groups, boolean defaultGroups, boolean editable) {
        this(root, member, List.of(), extras, groups, defaultGroups, editable);
    }

    /** The same with one more extra. */
    UvLock withExtra(String name) {
        return new UvLock(root, member, members, withOne(extras, name), groups, defaultGroups, editable);
    }

    /** The same with one more group. */
    UvLock withGroup(String name) {
        return new UvLock(root, member, members, extras, withOne(groups, name), defaultGroups, editable);
    }

    private static List<String> withOne(List<String> names, String name) {
        List<String> more = new ArrayList<>(names);
        if (!more.contains(name)) {
            more.add(name);
        }
        return more;
    }

    /** The same with copies of the project and its members in place of links to them. */
    public UvLock withCopies() {
        return new UvLock(root, member, members, extras, groups, defaultGroups, false);
    }

    /** The lock file. */
    public Path file() {
        return root.resolve("uv.lock");
    }

    /** The versions of Python that the lock was made for, as {@code requires-python} spells them; nothing without a lock. */
    public Optional<String> requiresPython() {
        return !Files.exists(file()) ? Optional.empty() : UvLockFile.read(this).requiresPython();
    }

    @Override
    public List<Path> inputFiles() {
        UvLockFile lock = UvLockFile.read(this);
        // Not there yet, uv.toml would count when it appeared.
        Set<Path> files = new LinkedHashSet<>(List.of(file(), root.resolve("pyproject.toml"), root.resolve("uv.toml")));
        lock.ofKind("path").map(this::located).forEach(files::add);
        lock.ofKind("editable", "virtual", "directory")
                .map(source -> new LocalProject(located(source)).definition())
                .forEach(files::addAll);
        return List.copyOf(files);
    }

    @Override
    public List<Path> sourceTrees() {
        return copies().stream().map(LocalProject::folder).toList();
    }

    /** The local projects that are not installed editable; what is virtual is not installed at all. */
    List<LocalProject> copies() {
        UvLockFile lock = UvLockFile.read(this);
        return (editable ? lock.ofKind("directory") : lock.ofKind("directory", "editable"))
                .map(source -> new LocalProject(located(source)))
                .distinct()
                .toList();
    }

    private Path located(UvLockFile.Source source) {
        return root.resolve(source.where()).normalize();
    }

    @Override
    public boolean locked() {
        return true;
    }

    @Override
    public String describe() {
        return "uv.lock " + root + " member " + member
                + (members.isEmpty() ? "" : " members " + members) + " extras " + extras + " groups " + groups
                + " default groups "
                + defaultGroups + " editable " + editable;
    }

    @Override
    public String summary() {
        return "uv.lock" + (members.isEmpty() ? "" : ", members " + members)
                + (extras.isEmpty() ? "" : ", extras " + extras)
                + (groups.isEmpty() ? "" : ", groups " + groups);
    }

    /** The arguments of uv that choose what of the lock is installed; the same for {@code sync} and {@code export}. */
    List<String> selection() {
        List<String> arguments = new ArrayList<>();
        if (member.equals(root) && members.isEmpty()) {
            arguments.add("--all-packages");
        }
        members.forEach(name -> arguments.addAll(List.of("--package", name)));
        extras.forEach(extra -> arguments.addAll(List.of("--extra", extra)));
        groups.forEach(group -> arguments.addAll(List.of("--group", group)));
        if (!defaultGroups) {
            arguments.add("--no-default-groups");
        }
        if (!editable) {
            arguments.add("--no-editable");
        }
        return arguments;
    }
}
