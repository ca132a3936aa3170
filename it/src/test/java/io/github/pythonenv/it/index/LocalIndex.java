package io.github.pythonenv.it.index;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.net.ssl.SSLParameters;

/** Serves the distributions of a folder by the simple repository API (PEP 503), as HTML and with SHA-256 fragments. */
public final class LocalIndex implements AutoCloseable {

    private final Path distributions;
    private final HttpServer server;
    private final List<HttpContext> contexts;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private LocalIndex(Path distributions, HttpServer server) {
        this.distributions = distributions;
        this.server = server;
        this.contexts =
                List.of(server.createContext("/simple/", this::page), server.createContext("/files/", this::file));
        server.setExecutor(threads);
        server.start();
    }

    /** Serves the folder over HTTP, on a free port of the loopback address. */
    public static LocalIndex http(Path distributions) throws IOException {
        return new LocalIndex(distributions, HttpServer.create(address(), 0));
    }

    /** Serves the folder over HTTPS with a certificate that only the authority vouches for. */
    public static LocalIndex https(Path distributions, TestAuthority authority) throws IOException {
        HttpsServer server = HttpsServer.create(address(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(authority.serverContext()));
        return new LocalIndex(distributions, server);
    }

    /** The same, and nobody is let in who does not show a certificate of that authority. */
    public static LocalIndex mutual(Path distributions, TestAuthority authority) throws IOException {
        HttpsServer server = HttpsServer.create(address(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(authority.serverContext()) {
            @Override
            public void configure(HttpsParameters connection) {
                SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                connection.setSSLParameters(wanted);
            }
        });
        return new LocalIndex(distributions, server);
    }

    /**
     * Lets in nobody but that user.
     *
     * @param meanwhile is done when somebody asks, before they are answered
     */
    public LocalIndex forOnly(String user, String password, Runnable meanwhile) {
        for (HttpContext context : contexts) {
            context.setAuthenticator(new BasicAuthenticator("index", StandardCharsets.UTF_8) {
                @Override
                public boolean checkCredentials(String name, String word) {
                    meanwhile.run();
                    return name.equals(user) && word.equals(password);
                }
            });
        }
        return this;
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** The address that indexes are configured with. */
    public String url() {
        String scheme = server instanceof HttpsServer ? "https" : "http";
        return scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/simple/";
    }

    /** The paths that were asked for, in order. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private void page(HttpExchange exchange) throws IOException {
        String name = last(exchange);
        StringBuilder page = new StringBuilder("<!DOCTYPE html><html><body>\n");
        boolean any = false;
        for (Path file : files()) {
            if (project(file).equals(name)) {
                any = true;
                page.append("<a href=\"/files/").append(file.getFileName());
                page.append("#sha256=").append(sha256(file)).append("\">");
                page.append(file.getFileName()).append("</a><br>\n");
            }
        }
        byte[] body = page.append("</body></html>\n").toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        answer(exchange, any ? 200 : 404, body);
    }

    private void file(HttpExchange exchange) throws IOException {
        Path file = distributions.resolve(last(exchange));
        boolean there = files().contains(file);
        answer(exchange, there ? 200 : 404, there ? Files.readAllBytes(file) : new byte[0]);
    }

    private void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        requests.add(exchange.getRequestURI().getPath());
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static String last(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath().replaceAll("/$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(distributions)) {
            return files.sorted().toList();
        }
    }

    /** The normalized name of the project that a distribution belongs to (PEP 503). */
    private static String project(Path distribution) {
        String file = distribution.getFileName().toString();
        return file.replaceAll("-\\d.*", "").replaceAll("[-_.]+", "-").toLowerCase(Locale.ROOT);
    }

    private static String sha256(Path file) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
