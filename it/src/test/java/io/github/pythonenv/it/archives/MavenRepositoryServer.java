package io.github.pythonenv.it.archives;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A Maven repository in a folder, read and written over HTTP by one user. */
public final class MavenRepositoryServer implements AutoCloseable {

    private final Path folder;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private MavenRepositoryServer(Path folder, String user, String password) throws IOException {
        this.folder = folder;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer).setAuthenticator(new BasicAuthenticator("repository") {
            @Override
            public boolean checkCredentials(String name, String word) {
                return name.equals(user) && word.equals(password);
            }
        });
        server.setExecutor(threads);
        server.start();
    }

    /** On a free port of the loopback address. */
    public static MavenRepositoryServer of(Path folder, String user, String password) throws IOException {
        return new MavenRepositoryServer(folder, user, password);
    }

    /** Its address, with a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
        if (exchange.getRequestMethod().equals("PUT")) {
            Files.createDirectories(file.getParent());
            Files.copy(exchange.getRequestBody(), file, StandardCopyOption.REPLACE_EXISTING);
            exchange.sendResponseHeaders(201, -1);
        } else if (!Files.isRegularFile(file)) {
            exchange.sendResponseHeaders(404, -1);
        } else if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(200, -1);
        } else {
            exchange.sendResponseHeaders(200, Files.size(file));
            Files.copy(file, exchange.getResponseBody());
        }
        exchange.close();
    }
}
