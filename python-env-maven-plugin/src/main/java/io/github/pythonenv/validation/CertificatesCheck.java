package io.github.pythonenv.validation;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** Whether the interpreter can make TLS connections and trusts anybody: with the variables of a build, and without. */
record CertificatesCheck(Subject subject) implements Check {

    @Override
    public String id() {
        return "tls";
    }

    @Override
    public Category category() {
        return Category.PYTHON;
    }

    @Override
    public String title() {
        return "TLS works and there are certificate authorities to trust";
    }

    @Override
    public Outcome look() {
        JsonNode facts = subject.python().ask("tls.py");
        Findings findings = new Findings().saw("library", facts.path("openssl").asString(""));
        StringBuilder versions = new StringBuilder();
        facts.path("versions").forEach(version -> versions.append(' ').append(version.asString("")));
        findings.saw("versions", versions.toString().strip());
        if (versions.isEmpty()) {
            findings.fault(
                    "This Python speaks neither TLS 1.2 nor TLS 1.3",
                    "No server of today answers it: ask for another version of Python, or take one from another source.");
        }
        int loaded = facts.path("loaded").asInt(0);
        int hashed = facts.path("hashed").asInt(0);
        findings.saw("trusted file", facts.path("file").asString("")).saw("authorities loaded", loaded);
        if (hashed > 0) {
            findings.saw("trusted folder", facts.path("folder").asString("") + " with " + hashed + " certificates");
        }
        asked(facts, findings, loaded + hashed == 0);
        return findings.outcome();
    }

    private static void asked(JsonNode facts, Findings findings, boolean nobody) {
        boolean named = false;
        for (String variable : facts.path("asked").propertyNames()) {
            String value = facts.path("asked").path(variable).asString("");
            // SSL_CERT_DIR may list several.
            boolean there = value.contains(File.pathSeparator) || Files.exists(Path.of(value));
            findings.saw(variable, value);
            if (!there) {
                named = true;
                String what = variable + " names " + value + ", which does not exist";
                String hint = "Set " + variable + " to the machine's certificates, or unset it.";
                if (nobody) {
                    findings.fault(what + ", so that no server is trusted", hint);
                } else {
                    findings.doubt(what, hint);
                }
            }
        }
        if (nobody && !named) {
            findings.fault(
                    "There is no certificate authority that this Python trusts",
                    "Install the machine's certificates (on Debian the package ca-certificates), or name a file of them"
                            + " in the variable SSL_CERT_FILE.");
        }
    }
}
