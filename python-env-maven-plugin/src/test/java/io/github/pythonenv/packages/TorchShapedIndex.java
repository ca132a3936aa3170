package io.github.pythonenv.packages;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Indexes on this machine that are laid out as PyTorch's are: one folder each for cpu, cu126, cu130 and rocm6.4 with torch
 * as it is there and an old numpy; and an ordinary index with a newer torch for CUDA, a newer numpy, and a package that
 * depends on torch. The wheels are of a few hundred bytes.
 */
final class TorchShapedIndex implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, List<SmallWheel>> folders;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    TorchShapedIndex() {
        this(made());
    }

    private TorchShapedIndex(Map<String, List<SmallWheel>> folders) {
        this.folders = folders;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** Another server with the same files. */
    TorchShapedIndex mirrored() {
        return new TorchShapedIndex(folders);
    }

    private static Map<String, List<SmallWheel>> made() {
        Map<String, List<SmallWheel>> folders = new ConcurrentHashMap<>();
        folders.put(
                "simple",
                List.of(
                        SmallWheel.of("torch", "2.15.0", "nvidia-cublas", "triton", "numpy"),
                        SmallWheel.of("nvidia_cublas", "13.1"),
                        SmallWheel.of("triton", "3.7"),
                        SmallWheel.of("numpy", "2.4"),
                        SmallWheel.of("trainer", "1.0", "torch")));
        for (String backend : List.of("cpu", "cu126", "cu130", "rocm6.4")) {
            folders.put("whl/" + backend, wheels(backend));
        }
        return folders;
    }

    private static List<SmallWheel> wheels(String backend) {
        List<String> needs = new ArrayList<>(List.of("numpy"));
        List<SmallWheel> wheels = new ArrayList<>(List.of(SmallWheel.of("numpy", "1.26")));
        if (backend.startsWith("cu")) {
            needs.add("nvidia-cublas");
        }
        if (backend.startsWith("rocm")) {
            needs.add("triton-rocm");
            wheels.add(SmallWheel.of("triton_rocm", "3.6"));
        }
        wheels.add(SmallWheel.of("torch", "2.12.0+" + backend, needs.toArray(String[]::new)));
        return wheels;
    }

    /** The ordinary index. */
    String simple() {
        return address() + "/simple";
    }

    /** What the addresses of PyTorch's indexes begin with. */
    String mirror() {
        return address() + "/whl";
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The paths asked for since the last call. */
    List<String> asked() {
        List<String> paths = new ArrayList<>(asked);
        asked.clear();
        return paths;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            byte[] body = body(path);
            exchange.getResponseHeaders()
                    .add("Content-Type", path.endsWith(".whl") ? "application/octet-stream" : "text/html");
            boolean whole = body.length > 0 && exchange.getRequestMethod().equals("GET");
            exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, whole ? body.length : -1);
            if (whole) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private byte[] body(String path) {
        StringBuilder links = new StringBuilder();
        for (Map.Entry<String, List<SmallWheel>> folder : folders.entrySet()) {
            for (SmallWheel wheel : folder.getValue()) {
                String page = "/" + folder.getKey() + "/" + wheel.name().replace('_', '-') + "/";
                if (path.equals(page + wheel.fileName())) {
                    return wheel.contents();
                }
                if (path.equals(page)) {
                    // Relative, as PyTorch's are not: so a copy of the page shows whether it kept its address.
                    links.append("<a href=\"%s#sha256=%s\">%s</a><br/>\n"
                            .formatted(wheel.fileName().replace("+", "%2B"), wheel.sha256(), wheel.fileName()));
                }
            }
        }
        return links.isEmpty()
                ? new byte[0]
                : ("<!DOCTYPE html>\n<html>\n  <head><title>links</title></head>\n  <body>\n" + links
                                + "</body>\n</html>\n")
                        .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
