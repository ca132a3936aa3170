package io.github.pythonenv.download;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks web servers, through the proxies that lead to them, following redirects. */
final class WebClient implements AutoCloseable {
    private static final String USER_AGENT = "python-env-maven-plugin";

    private final Network network;
    private final ProxyRoutes routes;
    private final HttpClient client;

    WebClient(Network network) {
        this.network = network;
        this.routes = new ProxyRoutes(network.proxies(), network.connect());
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1) // one file, one connection; and some proxies know no other
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(network.connect())
                .proxy(routes)
                .sslContext(network.trust().context())
                .build();
    }

    /**
     * The last answer after all redirects, to be closed.
     *
     * @param written as it was asked for, maybe with user info, which counts for its own server only
     * @throws DownloadFailure if a server cannot be reached, or redirects where we do not follow
     * @throws TemporaryFault if another attempt may help
     */
    Answer get(URI written, Map<String, String> headers) throws IOException, InterruptedException, TemporaryFault {
        URI first = UserInfo.removedFrom(written);
        Optional<Credentials> own = UserInfo.of(written);
        URI uri = first;
        for (int hop = 0; hop <= Redirects.MOST; hop++) {
            Optional<Credentials> credentials = own.isPresent() && Redirects.isSameServer(first, uri)
                    ? own
                    : network.logins().forUri(uri);
            Answer answer = ask(uri, headers, credentials);
            Optional<String> location = answer.header("Location");
            if (!Redirects.isOne(answer.status()) || location.isEmpty()) {
                return answer;
            }
            answer.close();
            uri = UserInfo.removedFrom(Redirects.target(uri, location.get()));
        }
        throw Redirects.refused(uri, "on and on, more than " + Redirects.MOST + " times");
    }

    private Answer ask(URI uri, Map<String, String> headers, Optional<Credentials> credentials)
            throws IOException, InterruptedException, TemporaryFault {
        Optional<Proxy> proxy = network.proxies().forUri(uri);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("User-Agent", USER_AGENT);
        headers.forEach(request::header);
        credentials.ifPresent(who -> request.header("Authorization", who.basic()));
        routes.headers(uri, proxy).forEach(request::header);
        CompletableFuture<HttpResponse<StreamedBody>> answer =
                client.sendAsync(request.build(), info -> new StreamedBody());
        try {
            HttpResponse<StreamedBody> response =
                    answer.get(network.connect().plus(network.stall()).toMillis(), TimeUnit.MILLISECONDS);
            // The JDK's client hands out none where a proxy refuses a tunnel.
            StreamedBody body = response.body() == null ? StreamedBody.empty() : response.body();
            return new Answer(uri, credentials.isPresent(), proxy, response, body, network.stall());
        } catch (ExecutionException e) {
            throw new Connection(uri, proxy).failure(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new TemporaryFault(
                    uri.getHost(),
                    uri.getHost() + " did not answer for " + network.stall().toSeconds() + " seconds",
                    e);
        } finally {
            // Where it is through already, this does nothing.
            answer.cancel(true);
        }
    }

    @Override
    public void close() {
        routes.close();
    }
}
