package io.github.pythonenv.download;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a server says, after redirects.
 *
 * @param uri who says it, without user info
 * @param identified whether it was told who asks
 * @param proxy that stands in between
 * @param response its head
 * @param body what follows
 * @param patience how long it may say nothing
 */
record Answer(
        URI uri,
        boolean identified,
        Optional<Proxy> proxy,
        HttpResponse<?> response,
        StreamedBody body,
        Duration patience)
        implements AutoCloseable {

    /** Among several challenges in one header, too. */
    private static final Pattern BASIC = Pattern.compile("(?i)(^|,)\\s*Basic(\\s|,|$)");

    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");

    int status() {
        return response.statusCode();
    }

    String host() {
        return uri.getHost();
    }

    Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /**
     * The ways to log in that are offered in such headers, as far as they are none that we know (RFC 9110, section
     * 11.6.1): {@code Negotiate, NTLM}. Empty where Basic, which we know, is among them, or none is named.
     */
    String strangeLogins(String name) {
        List<String> challenges = response.headers().allValues(name);
        if (challenges.stream().anyMatch(BASIC.asPredicate())) {
            return "";
        }
        return challenges.stream()
                .map(challenge -> challenge.strip().split("[ ,]", 2)[0])
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** What tells this state of the file from others: its ETag unless that is a weak one, else its date. */
    Optional<String> validator() {
        return header("ETag").filter(tag -> tag.startsWith("\"")).or(() -> header("Last-Modified"));
    }

    /** Where a part of a file begins, if this is one. */
    OptionalLong rangeStart() {
        Matcher range = range();
        return status() == 206 && range.matches()
                ? OptionalLong.of(Long.parseLong(range.group(1)))
                : OptionalLong.empty();
    }

    /** The size of the whole file, where it is said. */
    OptionalLong total() {
        if (status() == 206) {
            Matcher range = range();
            return range.matches() && !range.group(2).equals("*")
                    ? OptionalLong.of(Long.parseLong(range.group(2)))
                    : OptionalLong.empty();
        }
        return header("Content-Length").filter(text -> text.matches("\\d{1,18}")).stream()
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    private Matcher range() {
        return RANGE.matcher(header("Content-Range").orElse(""));
    }

    /** The next bytes; an empty list at the end. */
    List<ByteBuffer> next() throws TemporaryFault, InterruptedException {
        try {
            return body.next(patience);
        } catch (HttpTimeoutException e) {
            throw new TemporaryFault(host(), host() + " sent nothing for " + patience.toSeconds() + " seconds", e);
        } catch (IOException e) {
            throw new TemporaryFault(host(), "the connection to " + host() + " broke off", e);
        }
    }

    /**
     * The first bytes: at least so many, or all there are.
     *
     * @return what came, to be read once more
     */
    List<ByteBuffer> opening(int least) throws TemporaryFault, InterruptedException {
        List<ByteBuffer> opening = new ArrayList<>();
        long length = 0;
        while (length < least) {
            List<ByteBuffer> more = next();
            if (more.isEmpty()) {
                break;
            }
            opening.addAll(more);
            length += more.stream().mapToLong(ByteBuffer::remaining).sum();
        }
        return opening;
    }

    @Override
    public void close() {
        body.close();
    }
}
