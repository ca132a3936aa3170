package io.github.pythonenv.download;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Asks servers whether they answer, once and with little patience, on the way that downloads take. */
public final class ServerProbe {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration STALL = Duration.ofSeconds(15);

    private final Network network;
    private final Clock clock;

    /** @param network proxies, logins and trust of the downloads */
    public ServerProbe(Network network, Clock clock) {
        this.network = new Network(network.proxies(), network.logins(), network.trust(), CONNECT, STALL, 1);
        this.clock = clock;
    }

    /**
     * What a server said.
     *
     * @param address what was asked, as it may be printed
     * @param status its answer after redirects, by HTTP's numbers
     * @param refusal why what was asked for is not given, where a login is missing or not accepted
     * @param proxy that stands in between
     * @param milliseconds how long it took
     * @param ahead how far its clock is ahead of this machine's, to the second; nothing where it does not tell the time,
     *     or what it sent is a copy that somebody kept
     */
    public record Reply(
            String address,
            int status,
            Optional<UserFailure> refusal,
            Optional<Proxy> proxy,
            long milliseconds,
            Optional<Duration> ahead) {}

    /**
     * Asks for an address, and reads no more than the head of the answer.
     *
     * @throws DownloadFailure where nobody answers, or a proxy or the network lets nobody through
     * @throws UserFailure where it cannot be asked
     */
    public Reply ask(URI uri) {
        Download download = new Download(uri, Optional.empty(), OptionalLong.empty());
        Instant asked = clock.instant();
        try (WebClient client = new WebClient(network);
                Answer answer = client.get(uri, Map.of())) {
            Instant answered = clock.instant();
            if (answer.status() == 407 || answer.status() >= 500) {
                throw Refusals.of(download, answer);
            }
            return new Reply(
                    Redacted.uri(uri),
                    answer.status(),
                    answer.status() == 401 ? Optional.of(Refusals.of(download, answer)) : Optional.empty(),
                    answer.proxy(),
                    Duration.between(asked, answered).toMillis(),
                    answer.header("Age").isPresent() ? Optional.empty() : ahead(answer, answered));
        } catch (TemporaryFault fault) {
            throw new Unreachable(
                    fault.host(),
                    Redacted.uri(uri) + " was asked once: " + fault.what() + ".",
                    "Try again later. If it stays so, check the network and its proxy, or use a mirror.",
                    fault);
        } catch (IOException e) {
            throw new UserFailure(Redacted.uri(uri) + " could not be asked: " + e, "Check the address.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserFailure("Asking " + Redacted.uri(uri) + " was stopped.", "Run the build again.", e);
        }
    }

    /** Source: RFC 9110, section 6.6.1 (Date). */
    private static Optional<Duration> ahead(Answer answer, Instant answered) {
        return answer.header("Date").flatMap(text -> {
            try {
                Instant said = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
                return Optional.of(Duration.between(answered, said));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }
}
