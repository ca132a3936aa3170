package io.github.pythonenv.download;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between this process and a proxy that wants a password, and adds it to requests for a tunnel. What goes through
 * the tunnel is encrypted, and passed on as it is. Listens on this machine only, and lets nobody through who does not
 * know its pass, so that no other user of the machine gets to use the password.
 */
final class TunnelRelay implements AutoCloseable {
    /** The JDK's client hands headers with this beginning to proxies, and to nobody else. */
    static final String PASS = "Proxy-Python-Env-Pass";

    private static final int LONGEST_HEAD = 1 << 16;
    private static final int PASS_LENGTH = 32;

    private final Proxy proxy;
    private final Duration connect;
    private final String pass;
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    TunnelRelay(Proxy proxy, Duration connect) throws IOException {
        this.proxy = proxy;
        this.connect = connect;
        byte[] random = new byte[PASS_LENGTH];
        new SecureRandom().nextBytes(random);
        this.pass = HexFormat.of().formatHex(random);
        this.server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        start(this::listen);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
    }

    String pass() {
        return pass;
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                open.add(client);
                start(() -> serve(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket there = new Socket()) {
            open.add(there);
            String head = head(client.getInputStream());
            if (!head.contains("\r\n" + PASS + ": " + pass + "\r\n")) {
                say(client.getOutputStream(), "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
                return;
            }
            there.connect(new InetSocketAddress(proxy.host(), proxy.port()), Math.toIntExact(connect.toMillis()));
            say(there.getOutputStream(), withCredentials(head));
            start(() -> pass(there, client));
            pass(client, there);
        } catch (IOException e) {
            // Both ends are closed, which the client notices.
        } finally {
            open.remove(client);
        }
    }

    private String withCredentials(String head) {
        String rest = head.replace(PASS + ": " + pass + "\r\n", "");
        String credentials = proxy.credentials().map(Credentials::basic).orElseThrow();
        return rest.substring(0, rest.length() - 2) + "Proxy-Authorization: " + credentials + "\r\n\r\n";
    }

    /** Byte by byte: what comes after it belongs to the tunnel. */
    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int end = 0; end != 0x0D0A0D0A; ) {
            int next = in.read();
            if (next < 0 || head.size() > LONGEST_HEAD) {
                throw new IOException("no request");
            }
            head.write(next);
            end = end << 8 | next;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** Until one end closes; then both are closed. */
    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // As above.
        } finally {
            open.remove(from);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "python-env proxy relay");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            // Nothing that anybody could do about it.
        }
    }
}
