package io.github.pythonenv.validation;

import java.io.IOException;
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

/** A wheel in the making, of whatever files. */
final class TestWheel {

    private final String name;
    private final String version;
    private final StringBuilder metadata = new StringBuilder();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final StringBuilder entryPoints = new StringBuilder();

    private TestWheel(String name, String version) {
        this.name = name;
        this.version = version;
        metadata.append("Metadata-Version: 2.1\nName: ")
                .append(name)
                .append("\nVersion: ")
                .append(version);
        metadata.append('\n');
    }

    static TestWheel of(String name, String version) {
        return new TestWheel(name, version);
    }

    TestWheel requires(String requirement) {
        metadata.append("Requires-Dist: ").append(requirement).append('\n');
        return this;
    }

    TestWheel file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    TestWheel file(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    /** One package with one module, named as the wheel. */
    TestWheel module(String text) {
        return file(name + "/__init__.py", text);
    }

    TestWheel program(String program, String target) {
        entryPoints.append(program).append(" = ").append(target).append('\n');
        return this;
    }

    void writeTo(Path folder) {
        String info = name + "-" + version + ".dist-info/";
        file(info + "METADATA", metadata + "\n");
        file(info + "WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
        if (!entryPoints.isEmpty()) {
            file(info + "entry_points.txt", "[console_scripts]\n" + entryPoints);
        }
        StringBuilder record = new StringBuilder();
        files.forEach((path, content) -> record.append(path)
                .append(",sha256=")
                .append(digest(content))
                .append(',')
                .append(content.length)
                .append('\n'));
        file(info + "RECORD", record + info + "RECORD,,\n");
        Path wheel = folder.resolve(name + "-" + version + "-py3-none-any.whl");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(wheel))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(byte[] content) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
