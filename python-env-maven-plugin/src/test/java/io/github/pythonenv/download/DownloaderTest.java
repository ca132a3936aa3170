package io.github.pythonenv.download;

import static io.github.pythonenv.download.Fetching.CONTENT;
import static io.github.pythonenv.download.Fetching.anything;
import static io.github.pythonenv.download.Fetching.sha256;
import static io.github.pythonenv.download.RawServer.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownloaderTest {

    @TempDir
    Path folder;

    private Fetching fetching;

    @BeforeEach
    void start() {
        fetching = new Fetching(folder);
    }

    @Test
    void fetchesAFile() throws IOException {
        try (RawServer server = new RawServer((request, client) -> say(client, "200 OK", CONTENT))) {
            fetching.fetch(server.uri("/a/python.tar.gz"));
        }
        assertThat(fetching.file).hasBinaryContent(CONTENT);
        assertThat(fetching.left()).containsExactly("file");
        assertThat(fetching.progress).endsWith((long) CONTENT.length);
        assertThat(fetching.pauses).isEmpty();
    }

    @Test
    void replacesWhatWasThere() throws IOException {
        Files.createDirectories(fetching.file.getParent());
        Files.writeString(fetching.file, "old");
        try (RawServer server = new RawServer((request, client) -> say(client, "200 OK", CONTENT))) {
            fetching.fetch(server.uri("/"));
        }
        assertThat(fetching.file).hasBinaryContent(CONTENT);
    }

    @Test
    void copiesAFileOfThisMachine() throws IOException {
        Path source = Files.write(folder.resolve("a file+.tar"), CONTENT);

        fetching.fetch(source.toUri());

        assertThat(fetching.file).hasBinaryContent(CONTENT);
        assertThat(fetching.left()).containsExactly("file");
        assertThatThrownBy(() -> fetching.fetch(folder.resolve("missing").toUri()))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("no such file");
        Files.writeString(source, "altered");
        assertThatThrownBy(() -> fetching.fetch(source.toUri()))
                .isInstanceOf(WrongContent.class)
                .hasMessageContaining("it has 7 bytes, not " + CONTENT.length);
        assertThat(fetching.left()).containsExactly("file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.com/a", "python.tar.gz", "http:/a", "jar:file:/a.jar!/b"})
    void addressesThatCannotBeUsed(String uri) {
        assertThatThrownBy(() -> fetching.fetch(URI.create(uri)))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("no http, https or file address");
    }

    @Test
    void addressesArriveAsTheyAreWritten() throws IOException {
        try (RawServer server = new RawServer((request, client) -> say(client, "200 OK", CONTENT))) {
            fetching.fetch(server.uri("/cpython-3.12.1%2B20240107/%E2%82%AC/a%20b?x=%2F+%2B&y#fragment"));

            assertThat(server.requests.get(0).path())
                    .isEqualTo("/cpython-3.12.1%2B20240107/%E2%82%AC/a%20b?x=%2F+%2B&y");
        }
    }

    @Test
    void asksForTheFileAsItIs() throws IOException {
        try (RawServer server = new RawServer((request, client) -> say(client, "200 OK", CONTENT))) {
            fetching.fetch(server.uri("/"));

            assertThat(server.requests.get(0).headers())
                    .containsEntry("Accept-Encoding", "identity")
                    .doesNotContainKeys("Range", "Authorization", "Upgrade");
        }
    }

    @Test
    void aDigestThatDiffers() throws IOException {
        byte[] altered = CONTENT.clone();
        altered[3]++;
        try (RawServer server = new RawServer((request, client) -> say(client, "200 OK", altered))) {
            assertThatThrownBy(() -> fetching.fetch(server.uri("/")))
                    .isInstanceOf(WrongContent.class)
                    .hasMessageContaining(sha256(CONTENT))
                    .hasMessageContaining(sha256(altered));
        }
        assertThat(fetching.left()).isEmpty();
    }

    @Test
    void digestsInUpperCase() throws IOException {
        try (RawServer server = new RawServer((request, client) -> say(client, "200 OK", CONTENT))) {
            fetching.fetch(new Download(
                    server.uri("/"), Optional.of(sha256(CONTENT).toUpperCase(Locale.ROOT)), OptionalLong.empty()));
        }
        assertThat(fetching.file).exists();
    }

    @Test
    void aLengthThatDiffers() throws IOException {
        try (RawServer server = new RawServer((request, client) -> say(client, "200 OK", new byte[3]))) {
            assertThatThrownBy(() -> fetching.fetch(server.uri("/")))
                    .isInstanceOf(WrongContent.class)
                    .hasMessageContaining("says it has 3 bytes, not " + CONTENT.length);
        }
        assertThat(fetching.left()).isEmpty();
    }

    @Test
    void moreThanWasAskedForWithoutALength() throws IOException {
        try (RawServer server = new RawServer((request, client) -> say(client, "200 OK", "", new byte[100_000]))) {
            assertThatThrownBy(() -> fetching.fetch(server.uri("/")))
                    .isInstanceOf(WrongContent.class)
                    .hasMessageContaining("not " + CONTENT.length + " as it should");
        }
        assertThat(fetching.left()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "text/html; charset=utf-8, <!-- portal --><h1>Log in",
        "application/octet-stream, '\n <!DOCTYPE html><html><head><title>Log in\n to the network</title></head>'",
        "application/gzip, <html><title>Log in to the network</title>",
    })
    void aPageInPlaceOfTheFile(String type, String page) throws IOException {
        byte[] body = page.getBytes(StandardCharsets.UTF_8);
        try (RawServer server = new RawServer((request, client) ->
                say(client, "200 OK", "Content-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n", body))) {
            assertThatThrownBy(() -> fetching.fetch(anything(server.uri("/"))))
                    .isInstanceOf(WrongContent.class)
                    .hasMessageContaining(
                            page.contains("title>") ? "a web page 'Log in to the network'" : "a web page and");
        }
        assertThat(fetching.left()).isEmpty();
    }

    @Test
    void aFileThatIsCalledAPage() throws IOException {
        try (RawServer server = new RawServer((request, client) -> say(
                client, "200 OK", "Content-Type: text/html\r\nContent-Length: " + CONTENT.length + "\r\n", CONTENT))) {
            fetching.fetch(server.uri("/"));
        }
        assertThat(fetching.file).hasBinaryContent(CONTENT);
    }

    @ParameterizedTest
    @CsvSource({
        "401, wants a user name and password, <server> of Maven's settings.xml",
        "403, 'or a proxy before it, forbids it', mirror",
        "404, does not have it, mirror",
        "407, a proxy before 127.0.0.1 wants a user name and password, <proxy> of Maven's settings.xml",
        "410, does not have it any more, mirror",
        "418, something else than the file, browser",
        "501, something else than the file, browser",
        "511, the network wants you to log in, log in",
    })
    void answersAfterWhichTryingAgainDoesNotHelp(int status, String what, String hint) throws IOException {
        byte[] page = "<html><title>Who are you?</title>".getBytes(StandardCharsets.UTF_8);
        try (RawServer server = new RawServer((request, client) -> say(client, status + " No", page))) {
            assertThatThrownBy(() -> fetching.fetch(server.uri("/file")))
                    .isInstanceOfSatisfying(Declined.class, failure -> {
                        assertThat(failure.status()).isEqualTo(status);
                        assertThat(failure.host()).isEqualTo("127.0.0.1");
                        assertThat(failure.hint()).contains(hint);
                    })
                    .hasMessageContaining(what)
                    .hasMessageContaining("Its page says 'Who are you?'.");
            assertThat(server.requests).hasSize(1);
        }
        assertThat(fetching.left()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void answersAfterWhichItMay(int status) throws IOException {
        int[] times = {0};
        try (RawServer server = new RawServer((request, client) -> {
            if (++times[0] <= 3) {
                say(client, status + " Not now", "");
            } else {
                say(client, "200 OK", CONTENT);
            }
        })) {
            fetching.fetch(server.uri("/"));
        }
        assertThat(fetching.pauses)
                .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(fetching.told).allMatch(why -> why.contains("answered " + status));
        assertThat(fetching.file).exists();
    }

    @Test
    void givesUpInTheEnd() throws IOException {
        try (RawServer server = new RawServer((request, client) -> say(client, "503 No", ""))) {
            assertThatThrownBy(() -> fetching.attempts(3).fetch(server.uri("/")))
                    .isInstanceOf(Unreachable.class)
                    .hasMessageContaining("answered 503 (it is overloaded or being serviced) (attempt 3, the last)");
            assertThat(server.requests).hasSize(3);
        }
        assertThat(fetching.pauses).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "7, PT7S",
        "0, PT0S",
        "'Thu, 01 Jan 2026 00:00:42 GMT', PT42S",
        "'Wed, 31 Dec 2025 00:00:00 GMT', PT0S",
        "soon, PT1S",
        "-5, PT1S",
    })
    void waitsAsLongAsTheServerAsks(String retryAfter, Duration pause) throws IOException {
        int[] times = {0};
        try (RawServer server = new RawServer((request, client) -> {
            if (++times[0] == 1) {
                say(client, "429 Slower", "Retry-After: " + retryAfter + "\r\n");
            } else {
                say(client, "200 OK", CONTENT);
            }
        })) {
            fetching.fetch(server.uri("/"));
        }
        assertThat(fetching.pauses).containsExactly(pause);
    }

    @Test
    void doesNotWaitForHours() throws IOException {
        try (RawServer server = new RawServer((request, client) -> say(client, "503 Night", "Retry-After: 7200\r\n"))) {
            assertThatThrownBy(() -> fetching.fetch(server.uri("/"))).isInstanceOf(Unreachable.class);
        }
        assertThat(fetching.pauses).isEmpty();
    }

    @Test
    void aConnectionThatIsClosedAtOnce() throws IOException {
        int[] times = {0};
        try (RawServer server = new RawServer((request, client) -> {
            if (++times[0] > 4) { // the JDK's client tries again once by itself
                say(client, "200 OK", CONTENT);
            }
        })) {
            fetching.fetch(server.uri("/"));
        }
        assertThat(fetching.told).isNotEmpty().allMatch(why -> why.contains("broke off"));
    }

    @Test
    void anAnswerThatDoesNotCome() throws IOException {
        try (Silent silent = new Silent(false)) {
            assertThatThrownBy(() -> fetching.impatient().attempts(2).fetch(silent.server.uri("/")))
                    .isInstanceOf(Unreachable.class)
                    .hasMessageContaining("did not answer");
        }
    }

    @Test
    void aBodyThatStalls() throws IOException {
        try (Silent silent = new Silent(true)) {
            assertThatThrownBy(() -> fetching.impatient().attempts(2).fetch(silent.server.uri("/")))
                    .isInstanceOf(Unreachable.class)
                    .hasMessageContaining("sent nothing for");
        }
        assertThat(fetching.left()).containsExactly("file.part", "file.part.from");
        assertThat(fetching.file.resolveSibling("file.part")).hasBinaryContent(Arrays.copyOf(CONTENT, 1000));
    }

    /** Says nothing, or only a part of it. */
    private static final class Silent implements AutoCloseable {
        private final RawServer server;

        Silent(boolean begins) throws IOException {
            RawServer[] self = new RawServer[1];
            server = self[0] = new RawServer((request, client) -> {
                if (begins) {
                    say(client, "200 OK", "Content-Length: " + CONTENT.length + "\r\n", Arrays.copyOf(CONTENT, 1000));
                }
                self[0].hang();
            });
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    @Test
    void aServerThatIsNotThere() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertThatThrownBy(() -> fetching.fetch(URI.create("http://127.0.0.1:" + port + "/a")))
                .isInstanceOfSatisfying(
                        Unreachable.class, failure -> assertThat(failure.host()).isEqualTo("127.0.0.1"))
                .hasMessageContaining("refuses the connection");
        assertThat(fetching.pauses).isEmpty();
    }

    @Test
    void aNameThatNobodyKnows() {
        assertThatThrownBy(() -> fetching.fetch(URI.create("http://nobody.invalid/a")))
                .isInstanceOfSatisfying(
                        Unreachable.class, failure -> assertThat(failure.host()).isEqualTo("nobody.invalid"))
                .hasMessageContaining("is not known here");
        assertThat(fetching.pauses).isEmpty();
    }

    @Test
    void anInterruptEndsItAtOnce() throws IOException {
        Thread test = Thread.currentThread();
        try (RawServer server = new RawServer((request, client) -> {
            say(client, "200 OK", "ETag: \"1\"\r\nContent-Length: " + CONTENT.length + "\r\n", new byte[] {'t', 'h', 'e'
            });
            test.interrupt();
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
        })) {
            assertThatThrownBy(() -> fetching.fetch(server.uri("/")))
                    .isInstanceOf(UserFailure.class)
                    .hasMessageContaining("was stopped: the build was cancelled");
        }
        assertThat(Thread.interrupted()).isTrue();
        assertThat(fetching.pauses).isEmpty();
        assertThat(fetching.file).doesNotExist();
    }
}
