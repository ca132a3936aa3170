package io.github.pythonenv.doctor;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.packages.IndexAccess;
import io.github.pythonenv.validation.Category;
import io.github.pythonenv.validation.Check;
import io.github.pythonenv.validation.Findings;
import io.github.pythonenv.validation.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether the certificate authorities that are configured are there, for downloads, uv and pip. */
record CertificatesCheck(Examination examination) implements Check {

    private static final List<String> FILES =
            List.of("SSL_CERT_FILE", "PIP_CERT", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CLIENT_CERT");

    private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----";

    @Override
    public String id() {
        return "certificates";
    }

    @Override
    public Category category() {
        return Category.NETWORK;
    }

    @Override
    public String title() {
        return "Certificate authorities";
    }

    @Override
    public Outcome look() {
        Findings findings = new Findings();
        boolean readable = true;
        for (Map.Entry<String, Path> one : files().entrySet()) {
            readable &= lookAt(findings, one.getKey(), one.getValue());
        }
        readable &= folder(findings);
        if (readable) {
            trust(findings);
        }
        return findings.outcome();
    }

    /** Who names which file. */
    private Map<String, Path> files() {
        Map<String, Path> files = new LinkedHashMap<>();
        for (String name : FILES) {
            String value = variable(name);
            if (!value.isBlank()) {
                files.put(name, Path.of(value));
            }
        }
        for (Wanted wanted : examination.wanted()) {
            IndexAccess access = wanted.request().settings().access();
            access.authorities()
                    .ifPresent(file ->
                            files.put("authorities of " + wanted.request().name(), file));
            access.clientCertificate()
                    .ifPresent(file -> files.put(
                            "client certificate of " + wanted.request().name(), file));
        }
        return files;
    }

    private boolean folder(Findings findings) {
        String named = variable("SSL_CERT_DIR");
        if (named.isBlank() || Files.isDirectory(Path.of(named))) {
            return true;
        }
        findings.fault(
                "SSL_CERT_DIR names " + named + ", and there is no such folder",
                "Correct the variable, or take it away: then the machine's own authorities count.");
        return false;
    }

    private static boolean lookAt(Findings findings, String who, Path file) {
        String hint = "Correct " + who + ", or take it away: then the machine's own authorities count.";
        try {
            // Bundles hold comments in any encoding.
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            List<String> blocks = List.of(text.split(CERTIFICATE, -1));
            int written = blocks.size() - 1;
            long readable = blocks.stream()
                    .skip(1)
                    .filter(CertificatesCheck::isCertificate)
                    .count();
            if (readable == 0) {
                findings.fault(
                        who + " names " + file + ", which has no certificate in PEM"
                                + (written == 0 ? "" : " that can be read"),
                        hint);
                return false;
            }
            findings.saw(who, file + ", " + readable + (readable == 1 ? " certificate" : " certificates"));
            if (readable < written) {
                findings.doubt(
                        who + " names " + file + ", where " + (written - readable) + " of " + written
                                + " certificates cannot be read",
                        "Have the file made anew: each certificate is Base64 between a BEGIN and an END line.");
            }
            return true;
        } catch (IOException e) {
            findings.fault(
                    who + " names " + file + ", which "
                            + (Files.exists(file) ? "cannot be read: " + e : "is not there"),
                    hint);
            return false;
        }
    }

    /** @param block what follows the line that begins a certificate */
    private static boolean isCertificate(String block) {
        try (InputStream pem = new ByteArrayInputStream((CERTIFICATE + block).getBytes(StandardCharsets.ISO_8859_1))) {
            Certificate unused = CertificateFactory.getInstance("X.509").generateCertificate(pem);
            return true;
        } catch (CertificateException | IOException e) {
            return false;
        }
    }

    private void trust(Findings findings) {
        try {
            examination.network().get().trust().context();
        } catch (UserFailure e) {
            findings.fault(Told.phrase(e), e.hint());
        }
    }

    private String variable(String name) {
        return examination.host().environment().getOrDefault(name, "");
    }
}
