package io.github.pythonenv.packages;

import io.github.pythonenv.archive.Digests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A package of one module and one program, as a wheel.
 */
final class SmallWheel {

    private final String name;
    private final String version;
    private final byte[] contents;

    private SmallWheel(String name, String version, byte[] contents) {
        this.name = name;
        this.version = version;
        this.contents = contents;
    }

    static SmallWheel of(String name, String version, String... requires) {
        String info = name + "-" + version + ".dist-info/";
        StringBuilder metadata = new StringBuilder(
                "Metadata-Version: 2.1\nName: " + name + "\nVersion: " + version + "\nRequires-Python: >=3.8\n");
        for (String required : requires) {
            metadata.append("Requires-Dist: ").append(required).append('\n');
        }
        Map<String, String> files = new LinkedHashMap<>();
        files.put(name + "/__init__.py", "version = '" + version + "'\n\n\ndef main():\n    print(version)\n");
        files.put(info + "METADATA", metadata.toString());
        files.put(info + "WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
        files.put(info + "entry_points.txt", "[console_scripts]\n" + name + " = " + name + ":main\n");
        StringBuilder record = new StringBuilder();
        files.forEach((file, text) -> record.append(file)
                .append(",sha256=")
                .append(digest(text))
                .append(',')
                .append(text.length())
                .append('\n'));
        files.put(info + "RECORD", record.append(info).append("RECORD,,\n").toString());
        return new SmallWheel(name, version, zip(files));
    }

    /** The name of the package, its module and its program. */
    String name() {
        return name;
    }

    String version() {
        return version;
    }

    byte[] contents() {
        return contents.clone();
    }

    String fileName() {
        return name + "-" + version + "-py3-none-any.whl";
    }

    String sha256() {
        return Digests.sha256(contents);
    }

    /** A line of a requirements file. */
    String hashed() {
        return name + "==" + version + " --hash=sha256:" + sha256();
    }

    private static byte[] zip(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static String digest(String text) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
