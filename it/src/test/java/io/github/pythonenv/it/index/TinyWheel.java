package io.github.pythonenv.it.index;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A package of one module that knows its version, as a wheel of a few hundred bytes. */
public final class TinyWheel {

    private TinyWheel() {}

    /** Writes it into a folder, which is made. */
    public static void write(Path folder, String name, String version, String... requires) {
        String module = name.replace('-', '_');
        String info = module + "-" + version + ".dist-info/";
        StringBuilder metadata =
                new StringBuilder("Metadata-Version: 2.1\nName: " + name + "\nVersion: " + version + "\n");
        for (String required : requires) {
            metadata.append("Requires-Dist: ").append(required).append('\n');
        }
        Map<String, String> files = new LinkedHashMap<>();
        files.put(module + "/__init__.py", "version = '" + version + "'\n");
        files.put(info + "METADATA", metadata.toString());
        files.put(info + "WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
        StringBuilder record = new StringBuilder();
        files.forEach((file, text) -> record.append("%s,sha256=%s,%d%n".formatted(file, digest(text), text.length())));
        files.put(info + "RECORD", record.append(info).append("RECORD,,\n").toString());
        try {
            Path wheel = Files.createDirectories(folder).resolve(module + "-" + version + "-py3-none-any.whl");
            try (OutputStream out = Files.newOutputStream(wheel);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, String> file : files.entrySet()) {
                    zip.putNextEntry(new ZipEntry(file.getKey()));
                    zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
