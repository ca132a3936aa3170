package io.github.pythonenv.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the user told pip, as far as it bears on whom it trusts. Source: pip's documentation, "Configuration", for where
 * its files lie, and "HTTPS Certificates".
 *
 * @param environment the variables of this process
 * @param machine the files that hold for all users of this machine
 */
record PipConfiguration(Map<String, String> environment, List<Path> machine) {

    /** On Windows there are none beside those that variables tell of. */
    static final List<Path> OF_THIS_MACHINE = List.of(
            Path.of("/etc/xdg/pip/pip.conf"),
            Path.of("/etc/pip.conf"),
            Path.of("/Library/Application Support/pip/pip.conf"));

    private static final Pattern CERT = Pattern.compile("(?m)^\\s*cert\\s*[=:]\\s*\\S");

    /** Whether pip has been told of authorities, which a variable of ours would override. */
    boolean namesAuthorities() {
        return isSet("PIP_CERT")
                || isSet("REQUESTS_CA_BUNDLE")
                || isSet("CURL_CA_BUNDLE")
                || files().stream().anyMatch(PipConfiguration::namesAuthorities);
    }

    private boolean isSet(String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        add(files, "PIP_CONFIG_FILE");
        add(files, "XDG_CONFIG_HOME", "pip", "pip.conf");
        add(files, "HOME", ".config", "pip", "pip.conf");
        add(files, "HOME", ".pip", "pip.conf");
        add(files, "HOME", "Library", "Application Support", "pip", "pip.conf");
        add(files, "APPDATA", "pip", "pip.ini");
        add(files, "USERPROFILE", "pip", "pip.ini");
        add(files, "PROGRAMDATA", "pip", "pip.ini");
        files.addAll(machine);
        return files;
    }

    private void add(List<Path> files, String variable, String... more) {
        if (isSet(variable)) {
            files.add(Path.of(environment.get(variable), more));
        }
    }

    private static boolean namesAuthorities(Path file) {
        try {
            return Files.isRegularFile(file)
                    && CERT.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            // pip says what is wrong with its file when it is started.
            return false;
        }
    }
}
