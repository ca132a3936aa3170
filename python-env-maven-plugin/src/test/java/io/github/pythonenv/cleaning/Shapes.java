package io.github.pythonenv.cleaning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders that are virtual environments. */
final class Shapes {

    private Shapes() {}

    /** As {@code python -m venv} makes it, from an interpreter that is gone. */
    static Path venv(Path folder) throws IOException {
        write(folder, "pyvenv.cfg", "home = /usr/bin\nversion = 3.12.3\n");
        write(folder, "bin/activate", "VIRTUAL_ENV=" + folder + "\nexport VIRTUAL_ENV\n");
        Files.createSymbolicLink(folder.resolve("bin/python"), Path.of("/opt/gone/bin/python3.12"));
        write(folder, "bin/pip", "#!/usr/bin/python\n");
        write(folder, "lib/python3.12/site-packages/six.py", "# six\n");
        Files.createSymbolicLink(folder.resolve("lib64"), Path.of("lib"));
        return folder;
    }

    /** As virtualenv made it before version 20: without {@code pyvenv.cfg}. */
    static Path old(Path folder) throws IOException {
        venv(folder);
        Files.delete(folder.resolve("pyvenv.cfg"));
        return folder;
    }

    /** As on Windows. */
    static Path windows(Path folder) throws IOException {
        write(folder, "pyvenv.cfg", "home = C:\\Python312\n");
        write(folder, "Scripts/activate.bat", "set VIRTUAL_ENV=" + folder + "\n");
        write(folder, "Scripts/python.exe", "MZ");
        write(folder, "Scripts/pip.exe", "MZ");
        write(folder, "Lib/site-packages/six.py", "# six\n");
        return folder;
    }

    static void write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
