package io.github.pythonenv.download;

import io.github.pythonenv.UserFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads web pages, such as those of a package index, by {@code http}, {@code https} and {@code file}. */
public final class Pages {
    /** The largest page of an index that we know has 6 MB. */
    private static final int LARGEST = 64 << 20;

    private static final Map<String, String> HEADERS = Map.of("Accept", "text/html", "Accept-Encoding", "identity");

    private final Network network;

    public Pages(Network network) {
        this.network = network;
    }

    /**
     * A page.
     *
     * @param uri where it was found in the end, which links in it are relative to
     * @param html what it says
     */
    public record Page(URI uri, String html) {}

    /**
     * Reads a page. A folder by {@code file} is one whose {@code index.html} is read.
     *
     * @return nothing where there is none (status 404 or 410, or 403, as servers of static files answer)
     * @throws DownloadFailure if the server cannot be reached or refuses
     */
    public Optional<Page> read(URI uri) throws IOException {
        if ("file".equalsIgnoreCase(uri.getScheme())) {
            Path file = Path.of(uri).resolve("index.html");
            return Files.isRegularFile(file) ? Optional.of(new Page(uri, Files.readString(file))) : Optional.empty();
        }
        List<Page> read = new ArrayList<>(1);
        Download download = new Download(uri, Optional.empty(), OptionalLong.empty());
        try (WebClient client = new WebClient(network)) {
            new Retries(
                            network.attempts(),
                            DownloadListener.SILENT,
                            duration -> Thread.sleep(duration.toMillis()),
                            Clock.systemUTC())
                    .run(download, () -> once(client, download).ifPresent(read::add));
            return read.stream().findFirst();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserFailure(
                    "Reading " + download + " was stopped: the build was cancelled.", "Run the build again.", e);
        }
    }

    private static Optional<Page> once(WebClient client, Download download)
            throws IOException, InterruptedException, TemporaryFault {
        try (Answer answer = client.get(download.uri(), HEADERS)) {
            if (List.of(403, 404, 410).contains(answer.status())) {
                return Optional.empty();
            }
            if (answer.status() != 200) {
                throw Refusals.of(download, answer);
            }
            ByteArrayOutputStream html = new ByteArrayOutputStream();
            for (List<ByteBuffer> bytes = answer.next(); !bytes.isEmpty(); bytes = answer.next()) {
                if (html.size() > LARGEST) {
                    throw new UserFailure(
                            download + " is larger than " + (LARGEST >> 20) + " MiB, and a page of links is not.",
                            "See that the address is that of a package index.");
                }
                for (ByteBuffer some : bytes) {
                    byte[] array = new byte[some.remaining()];
                    some.get(array);
                    html.write(array);
                }
            }
            return Optional.of(new Page(answer.uri(), html.toString(StandardCharsets.UTF_8)));
        }
    }
}
