package io.github.pythonenv.download;

import static io.github.pythonenv.download.Fetching.CONTENT;
import static io.github.pythonenv.download.Fetching.anything;
import static io.github.pythonenv.download.RawServer.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Downloads that are cut off, and gone on with: by the same run and by a later one. */
class ResumeTest {
    private static final int CUT = 1000;
    private static final String TAG = "ETag: \"1\"\r\n";

    @TempDir
    Path folder;

    private Fetching fetching;

    @BeforeEach
    void start() {
        fetching = new Fetching(folder);
    }

    /**
     * The beginning; then the connection is cut, once what came has been kept: else the JDK may forget what it has not
     * yet handed over.
     */
    private void begin(Socket client, String headers) throws IOException {
        say(client, "200 OK", headers + "Content-Length: " + CONTENT.length + "\r\n", Arrays.copyOf(CONTENT, CUT));
        fetching.awaitProgress(CUT);
    }

    private static void rest(Socket client, String headers) throws IOException {
        String range = "Content-Range: bytes " + CUT + "-" + (CONTENT.length - 1) + "/" + CONTENT.length + "\r\n";
        say(
                client,
                "206 Partial Content",
                headers + range + "Content-Length: " + (CONTENT.length - CUT) + "\r\n",
                Arrays.copyOfRange(CONTENT, CUT, CONTENT.length));
    }

    private static boolean asksForRest(RawServer.Request request) {
        return ("bytes=" + CUT + "-").equals(request.headers().get("Range"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ETag: \"1\"", "Last-Modified: Thu, 01 Jan 2026 00:00:00 GMT", "Server: x"})
    void onlyTheRestIsSentAfterACut(String header) throws IOException {
        try (RawServer server = new RawServer((request, client) -> {
            if (asksForRest(request)) {
                rest(client, header + "\r\n");
            } else {
                begin(client, header + "\r\n");
            }
        })) {
            fetching.fetch(server.uri("/a"));

            assertThat(server.requests).hasSize(2);
            String validator = header.startsWith("Server") ? null : header.split(": ", 2)[1];
            assertThat(server.requests.get(1).headers().get("If-Range")).isEqualTo(validator);
        }
        assertThat(fetching.file).hasBinaryContent(CONTENT);
        assertThat(fetching.left()).containsExactly("file");
        assertThat(fetching.told).singleElement().asString().contains("broke off");
    }

    /** The first run gives up, or is killed: what it left is the same. */
    @Test
    void aLaterRunGoesOn() throws IOException {
        try (RawServer server = new RawServer((request, client) -> {
            if (asksForRest(request)) {
                rest(client, TAG);
            } else {
                begin(client, TAG);
            }
        })) {
            URI uri = server.uri("/a?token=secret");
            assertThatThrownBy(() -> fetching.attempts(1).fetch(uri)).isInstanceOf(Unreachable.class);
            assertThat(fetching.left()).containsExactly("file.part", "file.part.from");
            assertThat(fetching.file.resolveSibling("file.part")).hasBinaryContent(Arrays.copyOf(CONTENT, CUT));
            assertThat(fetching.file.resolveSibling("file.part.from")).content().doesNotContain("secret");

            Fetching later = new Fetching(folder);
            later.fetch(uri);

            assertThat(server.requests).hasSize(2);
            assertThat(later.progress).startsWith((long) CUT).endsWith((long) CONTENT.length);
        }
        assertThat(fetching.file).hasBinaryContent(CONTENT);
    }

    @Test
    void aServerThatDoesNotKnowHowSendsTheWhole() throws IOException {
        int[] times = {0};
        try (RawServer server = new RawServer((request, client) -> {
            if (++times[0] == 1) {
                begin(client, TAG);
            } else {
                say(client, "200 OK", CONTENT);
            }
        })) {
            fetching.fetch(server.uri("/a"));

            assertThat(asksForRest(server.requests.get(1))).isTrue();
        }
        assertThat(fetching.file).hasBinaryContent(CONTENT);
    }

    @Test
    void aFileThatChangedMeanwhileIsFetchedAnew() throws IOException {
        int[] times = {0};
        try (RawServer server = new RawServer((request, client) -> {
            times[0]++;
            if (times[0] == 1) {
                begin(client, TAG);
            } else if (times[0] == 2) {
                rest(client, "ETag: \"2\"\r\n"); // though If-Range says what is wanted
            } else {
                say(client, "200 OK", CONTENT);
            }
        })) {
            fetching.fetch(anything(server.uri("/a")));

            assertThat(server.requests.get(2).headers()).doesNotContainKey("Range");
        }
        assertThat(fetching.file).hasBinaryContent(CONTENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes 0-9/10", "bytes 5-9/10", "nonsense", "bytes */10"})
    void aRestThatDoesNotFit(String range) throws IOException {
        int[] times = {0};
        try (RawServer server = new RawServer((request, client) -> {
            times[0]++;
            if (times[0] == 1) {
                begin(client, TAG);
            } else if (times[0] == 2) {
                say(client, "206 Partial Content", TAG + "Content-Range: " + range + "\r\n", new byte[5]);
            } else {
                say(client, "200 OK", CONTENT);
            }
        })) {
            fetching.fetch(server.uri("/a"));
        }
        assertThat(fetching.file).hasBinaryContent(CONTENT);
        assertThat(fetching.told).anyMatch(why -> why.contains("no fitting rest"));
    }

    @Test
    void aRestBeyondTheEnd() throws IOException {
        int[] times = {0};
        try (RawServer server = new RawServer((request, client) -> {
            times[0]++;
            if (times[0] == 1) {
                begin(client, TAG);
            } else if (times[0] == 2) {
                say(client, "416 Range Not Satisfiable", "");
            } else {
                say(client, "200 OK", CONTENT);
            }
        })) {
            fetching.fetch(server.uri("/a"));
        }
        assertThat(fetching.file).hasBinaryContent(CONTENT);
    }

    /** Two parts that do not make the whole are thrown away, and the whole is fetched. */
    @Test
    void partsThatDoNotBelongTogether() throws IOException {
        Files.createDirectories(fetching.file.getParent());
        try (RawServer server = new RawServer((request, client) -> {
            if (asksForRest(request)) {
                rest(client, TAG);
            } else {
                say(client, "200 OK", CONTENT);
            }
        })) {
            Files.write(fetching.file.resolveSibling("file.part"), new byte[CUT]);
            Files.writeString(fetching.file.resolveSibling("file.part.from"), server.uri("/a") + "\n\"1\"\n");

            fetching.fetch(server.uri("/a"));
        }
        assertThat(fetching.told).singleElement().asString().contains("put together from two attempts was wrong");
        assertThat(fetching.file).hasBinaryContent(CONTENT);
        assertThat(fetching.left()).containsExactly("file");
    }

    @Test
    void aPartOfSomethingElseIsNotTakenUp() throws IOException {
        Files.createDirectories(fetching.file.getParent());
        Files.write(fetching.file.resolveSibling("file.part"), new byte[CUT]);
        Files.writeString(fetching.file.resolveSibling("file.part.from"), "http://127.0.0.1/other\n\"1\"\n");
        try (RawServer server = new RawServer((request, client) -> say(client, "200 OK", CONTENT))) {
            fetching.fetch(server.uri("/a"));

            assertThat(server.requests.get(0).headers()).doesNotContainKey("Range");
        }
        assertThat(fetching.file).hasBinaryContent(CONTENT);
    }

    @Test
    void withoutTagAndDigestItBeginsAnew() throws IOException {
        int[] times = {0};
        try (RawServer server = new RawServer((request, client) -> {
            if (++times[0] == 1) {
                begin(client, "ETag: W/\"weak\"\r\n");
            } else {
                say(client, "200 OK", CONTENT);
            }
        })) {
            fetching.fetch(anything(server.uri("/a")));

            assertThat(server.requests.get(1).headers()).doesNotContainKeys("Range", "If-Range");
        }
        assertThat(fetching.file).hasBinaryContent(CONTENT);
    }
}
