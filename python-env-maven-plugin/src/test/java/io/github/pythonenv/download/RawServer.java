package io.github.pythonenv.download;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ServerSocketFactory;

/** A server that says exactly the bytes it is told to, then closes the connection; also a proxy. */
final class RawServer implements AutoCloseable {

    /** What it was asked, in its own words. */
    record Request(String line, Map<String, String> headers) {
        String path() {
            return line.split(" ", 3)[1];
        }

        boolean isTunnel() {
            return line.startsWith("CONNECT ");
        }
    }

    /** Says something; closes the connection when it returns. */
    @FunctionalInterface
    interface Reply {
        void to(Request request, Socket client) throws IOException;
    }

    final List<Request> requests = new CopyOnWriteArrayList<>();

    private final ServerSocket server;
    private final String scheme;
    private final Reply reply;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    RawServer(Reply reply) throws IOException {
        this("http", ServerSocketFactory.getDefault(), reply);
    }

    RawServer(String scheme, ServerSocketFactory sockets, Reply reply) throws IOException {
        this.server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.scheme = scheme;
        this.reply = reply;
        start(this::listen);
    }

    int port() {
        return server.getLocalPort();
    }

    URI uri(String path) {
        return URI.create(scheme + "://127.0.0.1:" + port() + path);
    }

    /** The same server under another name. */
    URI elsewhere(String path) {
        return URI.create(scheme + "://localhost:" + port() + path);
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                open.add(client);
                start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            String[] lines = head(client.getInputStream()).split("\r\n", 0);
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (int i = 1; i < lines.length; i++) {
                headers.put(lines[i].split(": ", 2)[0], lines[i].split(": ", 2)[1]);
            }
            Request request = new Request(lines[0], headers);
            requests.add(request);
            reply.to(request, client);
        } catch (IOException e) {
            // The other side is gone, or said nothing.
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** Says no more until the test is over. */
    void hang() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void say(Socket client, String status, String headers, byte[] body) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write(("HTTP/1.1 " + status + "\r\n" + headers + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.write(body);
        out.flush();
    }

    /** The whole body with its length. */
    static void say(Socket client, String status, byte[] body) throws IOException {
        say(client, status, "Content-Length: " + body.length + "\r\n", body);
    }

    static void say(Socket client, String status, String headers) throws IOException {
        say(client, status, "Content-Length: 0\r\n" + headers, new byte[0]);
    }

    /** As a proxy does after CONNECT: to whatever is asked for, that server here. */
    void tunnel(Socket client, int port) throws IOException {
        Socket there = new Socket(InetAddress.getLoopbackAddress(), port);
        open.add(there);
        say(client, "200 Connection established", "", new byte[0]);
        start(() -> pump(there, client));
        pump(client, there);
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One end is closed, and so is the other one now.
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "test server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        end.countDown();
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
