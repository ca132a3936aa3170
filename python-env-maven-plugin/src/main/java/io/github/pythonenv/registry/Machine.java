package io.github.pythonenv.registry;

import io.github.pythonenv.platform.Host;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where things are looked for: a host and the root of its file system, so that tests can give a tree of their own.
 *
 * @param host variables, home and platform
 * @param root of the file system
 */
record Machine(Host host, Path root) {

    /** A place of the system, for example {@code /usr/bin}. */
    Path at(String absolute) {
        return root.resolve(absolute.substring(1));
    }

    /** A place in the user's home, for example {@code .pyenv}. */
    Path inHome(String relative) {
        return host.userHome().resolve(relative);
    }

    /** The folder or file that a variable names; nothing if it is not set, or is empty or relative. */
    Optional<Path> named(String variable) {
        return variable(variable).map(Path::of).filter(Path::isAbsolute);
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(host.environment().get(name)).filter(value -> !value.isBlank());
    }

    boolean windows() {
        return host.platform().windows();
    }
}
