package io.github.pythonenv.it.archives;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** What a server says when it is asked for a file. */
@FunctionalInterface
public interface Answer {

    void give(HttpExchange exchange, Path file) throws IOException;

    /** The file, or the part of it that is asked for. */
    static Answer whole() {
        return (exchange, file) -> {
            byte[] content = Files.readAllBytes(file);
            String range = exchange.getRequestHeaders().getFirst("Range");
            exchange.getResponseHeaders().set("ETag", "\"" + content.length + "\"");
            exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
            int from = range == null ? 0 : Integer.parseInt(range.substring("bytes=".length(), range.indexOf('-')));
            if (from > 0) {
                String last = (content.length - 1) + "/" + content.length;
                exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + last);
            }
            send(exchange, from > 0 ? 206 : 200, content, from, content.length - from);
        };
    }

    /** The beginning of the file; then the connection ends. */
    static Answer cutAfter(int bytes) {
        return (exchange, file) -> {
            byte[] content = Files.readAllBytes(file);
            exchange.getResponseHeaders().set("ETag", "\"" + content.length + "\"");
            exchange.sendResponseHeaders(200, content.length);
            OutputStream body = exchange.getResponseBody();
            body.write(content, 0, bytes);
            body.flush();
            // Not closed in an orderly way: that would say that the file ends here.
            throw new IOException("cut");
        };
    }

    /** The beginning of the file; then nothing more until the latch opens. */
    static Answer stallingAfter(int bytes, CountDownLatch sent, CountDownLatch end) {
        return (exchange, file) -> {
            byte[] content = Files.readAllBytes(file);
            exchange.getResponseHeaders().set("ETag", "\"" + content.length + "\"");
            exchange.sendResponseHeaders(200, content.length);
            OutputStream body = exchange.getResponseBody();
            body.write(content, 0, bytes);
            body.flush();
            sent.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("cut");
        };
    }

    /** A page with a status and text for people. */
    static Answer page(int status) {
        return (exchange, file) -> {
            byte[] page = "<!DOCTYPE html><html><body>Please sign in</body></html>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            send(exchange, status, page, 0, page.length);
        };
    }

    private static void send(HttpExchange exchange, int status, byte[] content, int from, int length)
            throws IOException {
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : length);
        if (!head) {
            exchange.getResponseBody().write(content, from, length);
        }
    }
}
