package io.github.pythonenv.download;

import static io.github.pythonenv.download.Fetching.CONTENT;
import static io.github.pythonenv.download.RawServer.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Redirects, and who gets to see credentials on the way. */
class RedirectsTest {
    private static final Credentials SECRET = new Credentials("ann", "pa:ss wörd");
    private static final String BASIC = SECRET.basic();

    @TempDir
    Path folder;

    private static RawServer redirecting(int status, String location) throws IOException {
        return new RawServer((request, client) -> {
            if (request.path().startsWith("/from")) {
                say(client, status + " Elsewhere", "Location: " + location + "\r\n");
            } else {
                say(client, "200 OK", CONTENT);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void areFollowed(int status) throws IOException {
        try (RawServer server = redirecting(status, "../to/a%2Bb?x=%2F")) {
            Fetching fetching = new Fetching(folder);
            fetching.fetch(server.uri("/from/here"));

            assertThat(server.requests.get(1).path()).isEqualTo("/to/a%2Bb?x=%2F");
            assertThat(fetching.file).hasBinaryContent(CONTENT);
        }
    }

    @Test
    void inACircle() throws IOException {
        try (RawServer server = redirecting(302, "/from/again")) {
            assertThatThrownBy(() -> new Fetching(folder).fetch(server.uri("/from")))
                    .isInstanceOf(Unreachable.class)
                    .hasMessageContaining("on and on, more than 20 times");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.com/a", "file:///etc/passwd", "http://[bad", "mailto:a@b"})
    void toWhatIsNoWebServer(String location) throws IOException {
        try (RawServer server = redirecting(302, location)) {
            assertThatThrownBy(() -> new Fetching(folder).fetch(server.uri("/from")))
                    .isInstanceOf(Unreachable.class)
                    .hasMessageContaining("127.0.0.1 redirects to");
        }
    }

    @Test
    void fromAProtectedConnectionToAnOpenOne() {
        assertThatThrownBy(() ->
                        Redirects.target(URI.create("https://example.com/a"), "http://user:secret@example.com/b?sig=s"))
                .isInstanceOf(Unreachable.class)
                .hasMessageContaining("to an open one, http://example.com/b?…")
                .message()
                .doesNotContain("secret");
    }

    @Test
    void credentialsOfAnAddressStayWithItsServer() throws IOException {
        try (RawServer other = new RawServer((request, client) -> say(client, "200 OK", CONTENT));
                RawServer server = redirecting(302, other.uri("/to").toString())) {
            URI uri = URI.create("http://ann:pa%3Ass%20w%C3%B6rd@127.0.0.1:" + server.port() + "/from");
            new Fetching(folder).fetch(uri);

            assertThat(server.requests.get(0).headers()).containsEntry("Authorization", BASIC);
            assertThat(server.requests.get(0).headers().get("Host")).isEqualTo("127.0.0.1:" + server.port());
            assertThat(other.requests.get(0).headers()).doesNotContainKey("Authorization");
        }
    }

    @Test
    void credentialsOfAnAddressGoOnToItsOwnServer() throws IOException {
        try (RawServer server = redirecting(302, "/to")) {
            new Fetching(folder).fetch(URI.create("http://ann:x@127.0.0.1:" + server.port() + "/from"));

            assertThat(server.requests).allMatch(request -> request.headers().containsKey("Authorization"));
        }
    }

    @Test
    void eachHostIsToldItsOwnCredentials() throws IOException {
        Logins logins = uri -> uri.getHost().equals("127.0.0.1") ? Optional.of(SECRET) : Optional.empty();
        try (RawServer other = new RawServer((request, client) -> say(client, "200 OK", CONTENT));
                RawServer server = redirecting(302, other.elsewhere("/to").toString())) {
            new Fetching(folder).as(logins).fetch(server.uri("/from"));

            assertThat(server.requests.get(0).headers()).containsEntry("Authorization", BASIC);
            assertThat(other.requests.get(0).headers()).doesNotContainKey("Authorization");
        }
    }

    @ParameterizedTest
    @CsvSource({"401 No, does not accept the user name and password", "404 No, does not have it"})
    void noSecretIsInAMessage(String status, String what) throws IOException {
        try (RawServer server = new RawServer((request, client) -> say(client, status, ""))) {
            Download download = Fetching.download(
                    URI.create("http://ann:hidden@127.0.0.1:" + server.port() + "/a?X-Signature=hidden"));

            assertThatThrownBy(() -> new Fetching(folder).fetch(download))
                    .isInstanceOf(Declined.class)
                    .hasMessageContaining(what)
                    .hasMessageContaining("http://127.0.0.1:" + server.port() + "/a?…")
                    .hasStackTraceContaining("Declined")
                    .satisfies(thrown -> assertThat(stackTrace(thrown)).doesNotContain("hidden"));
            assertThat(download.toString()).doesNotContain("hidden");
            assertThat(SECRET.toString()).isEqualTo("***");
            assertThat(new Proxy("proxy", 1, Optional.of(SECRET)).toString()).isEqualTo("proxy:1");
        }
    }

    private static String stackTrace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
