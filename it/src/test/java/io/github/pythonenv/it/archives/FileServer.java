package io.github.pythonenv.it.archives;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Gives out the files of a folder by the last part of their address, well or badly as it is told. Asked as a proxy, for
 * whatever host, it answers itself.
 */
public final class FileServer implements AutoCloseable {

    /** Something that it was asked. */
    public record Request(String method, URI uri, Headers headers) {

        /** The user and password of a header with such, as {@code user:password}; empty without it. */
        public String credentials(String header) {
            String value = headers.getFirst(header);
            return value == null
                    ? ""
                    : new String(
                            Base64.getDecoder().decode(value.substring("Basic ".length())), StandardCharsets.UTF_8);
        }
    }

    private final Path folder;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();

    private FileServer(Path folder) throws IOException {
        this.folder = folder;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** On a free port of the loopback address. */
    public static FileServer of(Path folder) throws IOException {
        return new FileServer(folder);
    }

    /** Gives these answers first when it is asked for that file, then the file. */
    public FileServer answering(String file, Answer... first) {
        answers.put(file, new ArrayDeque<>(List.of(first)));
        return this;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Its own address, with a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + port() + "/";
    }

    /** What it was asked, in order. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.add(new Request(exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders()));
        String path = exchange.getRequestURI().getPath();
        String name = path.substring(path.lastIndexOf('/') + 1);
        Path file = folder.resolve(name);
        Answer next = next(name);
        if (next != null) {
            next.give(exchange, file);
        } else if (Files.isRegularFile(file)) {
            Answer.whole().give(exchange, file);
        } else {
            Answer.page(404).give(exchange, file);
        }
        exchange.close();
    }

    private synchronized @Nullable Answer next(String name) {
        Deque<Answer> queue = answers.get(name);
        return queue == null ? null : queue.poll();
    }
}
