package @package@;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
%if service
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
%end
import org.junit.jupiter.api.Test;

class PythonPartTest {
%if summary

    @Test
    void summarizes() throws Exception {
        assertTrue(PythonPart.here().run("summary", "--csv").contains("hill,896.0,771,1014"));
    }
%end
%if analysis

    @Test
    void analyses() throws Exception {
        assertTrue(PythonPart.here().run("analyse").stream().anyMatch(line -> line.startsWith("2024-09-21: ")));
    }
%end
%if training

    @Test
    void trains() throws Exception {
        assertTrue(PythonPart.here().run("train", "--epochs", "2").stream()
                .anyMatch(line -> line.startsWith("flowers per second: ")));
    }
%end
%if service

    @Test
    void asksTheService() throws Exception {
        Process service = PythonPart.here().start("serve", "--port", "0");
        try (var out = service.inputReader()) {
            URI address = URI.create(out.readLine());
            var request = HttpRequest.newBuilder(address.resolve("/stations/valley")).build();
            // The server warns of clients that ask for more than HTTP 1.1.
            var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertTrue(answer.body().contains("\"mean\":631.0"), answer.body());
        } finally {
            service.destroy();
        }
    }
%end

    @Test
    void failsWhereItFails() {
        assertThrows(IOException.class, () -> PythonPart.here().run("no-such-command"));
    }
}
