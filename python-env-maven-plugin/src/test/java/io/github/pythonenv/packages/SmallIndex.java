package io.github.pythonenv.packages;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A package index on this machine. Source: PEP 503, in HTML since some mirrors have nothing else. */
final class SmallIndex implements AutoCloseable {

    private final HttpServer server;
    private final List<SmallWheel> wheels = new CopyOnWriteArrayList<>();
    private final ConcurrentMap<String, byte[]> altered = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String credentials = "";
    private volatile int status = 200;

    SmallIndex(SmallWheel... wheels) {
        this.wheels.addAll(List.of(wheels));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return url("");
    }

    /** @param user such as {@code name:password@} */
    String url(String user) {
        return "http://" + user + "127.0.0.1:" + server.getAddress().getPort() + "/simple";
    }

    String url(SmallWheel wheel, String user) {
        return url(user).replace("/simple", "/files/" + wheel.fileName());
    }

    SmallIndex add(SmallWheel wheel) {
        wheels.add(wheel);
        return this;
    }

    /** From now on serves only who says this user name and password. */
    SmallIndex wants(String userAndPassword) {
        credentials = userAndPassword;
        return this;
    }

    /** From now on answers with this status. */
    SmallIndex answers(int code) {
        status = code;
        return this;
    }

    /** Lists this wheel as before, and serves other bytes. */
    SmallIndex alters(SmallWheel wheel) {
        altered.put(
                wheel.fileName(),
                SmallWheel.of(wheel.name(), wheel.version(), "evil").contents());
        return this;
    }

    /** The paths asked for since the last call. */
    List<String> asked() {
        List<String> paths = new ArrayList<>(asked);
        asked.clear();
        return paths;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            byte[] body = path.startsWith("/files/") ? file(path.substring(7)) : page(path);
            int code = body.length == 0 ? 404 : status;
            if (!credentials.isEmpty() && !credentials.equals(said(exchange))) {
                exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"index\"");
                code = 401;
            }
            exchange.getResponseHeaders()
                    .add("Content-Type", path.startsWith("/files/") ? "application/octet-stream" : "text/html");
            boolean whole = code == 200 && exchange.getRequestMethod().equals("GET");
            exchange.sendResponseHeaders(code, whole ? body.length : -1);
            if (whole) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static String said(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        return header == null
                ? ""
                : new String(Base64.getDecoder().decode(header.replace("Basic ", "")), StandardCharsets.UTF_8);
    }

    private byte[] file(String name) {
        byte[] other = altered.get(name);
        return other != null
                ? other
                : wheels.stream()
                        .filter(wheel -> wheel.fileName().equals(name))
                        .findFirst()
                        .map(SmallWheel::contents)
                        .orElse(new byte[0]);
    }

    private byte[] page(String path) {
        StringBuilder links = new StringBuilder();
        for (SmallWheel wheel : wheels) {
            if (path.equals("/simple/" + wheel.name() + "/")) {
                links.append("<a href=\"../../files/%s#sha256=%s\">%s</a>\n"
                        .formatted(wheel.fileName(), wheel.sha256(), wheel.fileName()));
            }
        }
        return links.isEmpty() ? new byte[0] : ("<html><body>" + links).getBytes(StandardCharsets.UTF_8);
    }
}
