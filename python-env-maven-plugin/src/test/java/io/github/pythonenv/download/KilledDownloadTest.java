package io.github.pythonenv.download;

import static io.github.pythonenv.download.Fetching.CONTENT;
import static io.github.pythonenv.download.RawServer.say;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM that is killed (SIGKILL where there are signals) while it downloads. */
class KilledDownloadTest {
    private static final int SENT = 1000;

    @TempDir
    Path folder;

    @Test
    void theNextRunAsksForTheRestOnly() throws Exception {
        RawServer[] self = new RawServer[1];
        try (RawServer server = new RawServer((request, client) -> {
            String etag = "ETag: \"1\"\r\n";
            if (request.headers().containsKey("Range")) {
                String range = "Content-Range: bytes " + SENT + "-" + (CONTENT.length - 1) + "/" + CONTENT.length;
                String length = "Content-Length: " + (CONTENT.length - SENT);
                say(
                        client,
                        "206 Partial Content",
                        etag + range + "\r\n" + length + "\r\n",
                        Arrays.copyOfRange(CONTENT, SENT, CONTENT.length));
            } else {
                String length = "Content-Length: " + CONTENT.length + "\r\n";
                say(client, "200 OK", etag + length, Arrays.copyOf(CONTENT, SENT));
                self[0].hang();
            }
        })) {
            self[0] = server;
            killWhenItHas(SENT, server.uri("/a"));

            Fetching later = new Fetching(folder);
            assertThat(later.left()).containsExactly("file.part", "file.part.from");
            later.fetch(server.uri("/a"));

            assertThat(server.requests).hasSize(2);
            assertThat(server.requests.get(1).headers()).containsEntry("Range", "bytes=" + SENT + "-");
            assertThat(later.file).hasBinaryContent(CONTENT);
            assertThat(later.left()).containsExactly("file");
        }
    }

    private void killWhenItHas(int bytes, URI uri) throws Exception {
        Process downloading = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledDownloadTest.class.getName(),
                        folder.toString(),
                        uri.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = downloading.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            while (line != null && Long.parseLong(line) < bytes) {
                line = out.readLine();
            }
            assertThat(line).as("it has so many bytes and wants more").isEqualTo(Integer.toString(bytes));
        } finally {
            downloading.destroyForcibly().waitFor();
        }
    }

    /** Downloads, and says each time how much there is. */
    public static void main(String[] arguments) throws IOException {
        Fetching fetching = new Fetching(Path.of(arguments[0]));
        fetching.heard(System.out::println).fetch(URI.create(arguments[1]));
    }
}
