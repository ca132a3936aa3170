package io.github.pythonenv.runtime;

import io.github.pythonenv.archive.Archive;
import io.github.pythonenv.platform.Host;
import java.nio.file.Path;

/**
 * Unpacks a runtime's archive as the plugin does, in a JVM that has done nothing before, and prints the nanoseconds.
 * Arguments: the archive, the folder in it, an empty folder, the version to make the layout right for (or nothing).
 */
final class UnpackProgram {

    private UnpackProgram() {}

    public static void main(String[] arguments) throws Exception {
        Path into = Path.of(arguments[2]);
        long start = System.nanoTime();
        Archive.unpack(Path.of(arguments[0]), arguments[1], into, done -> {});
        if (arguments.length > 3) {
            InstallationTree tree = new InstallationTree(
                    into, into, PythonVersion.parse(arguments[3]), Host.current().platform().os());
            Layout.repair(tree, true);
        }
        System.out.println(System.nanoTime() - start);
    }
}
