package io.github.pythonenv.download;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One attempt to fetch a file from the web, from its beginning or from where an earlier one ended. */
record Fetch(WebClient client, Download download, PartialFile partial, DownloadListener listener) {

    void once() throws IOException, InterruptedException, TemporaryFault {
        // Bytes that nothing tells from others of the same name can only be gone on with where a digest finds out.
        PartialFile.@Nullable Begun begun = partial.begun(download.uri())
                .filter(part ->
                        part.validator().isPresent() || download.sha256().isPresent())
                .orElse(null);
        try (Answer answer = client.get(download.uri(), headers(begun))) {
            if (answer.status() == 200) {
                whole(answer);
            } else if (answer.status() == 206 || (answer.status() == 416 && begun != null)) {
                rest(answer, begun);
            } else {
                throw Refusals.of(download, answer);
            }
        }
    }

    private static Map<String, String> headers(PartialFile.@Nullable Begun begun) {
        // Not packed on the way: the digest is that of the file.
        Map<String, String> headers = new TreeMap<>(Map.of("Accept-Encoding", "identity"));
        if (begun != null) {
            headers.put("Range", "bytes=" + begun.length() + "-");
            begun.validator().ifPresent(validator -> headers.put("If-Range", validator));
        }
        return headers;
    }

    private void whole(Answer answer) throws IOException, InterruptedException, TemporaryFault {
        refuseOtherSize(answer);
        List<ByteBuffer> opening = new ArrayList<>(answer.opening(HtmlPage.BEGINNING));
        if (HtmlPage.is(answer.header("Content-Type"), HtmlPage.bytes(opening))) {
            opening.addAll(answer.opening(HtmlPage.HEAD));
            throw page(answer, HtmlPage.title(HtmlPage.bytes(opening)));
        }
        Contents contents = new Contents(download);
        try (OutputStream out = partial.create(download.uri(), answer.validator())) {
            write(opening, contents, out);
            receive(answer, contents, out);
        }
        Optional<String> fault = contents.fault();
        if (fault.isPresent()) {
            partial.delete();
            throw new WrongContent(
                    answer.host(),
                    download + " is not what was asked for: " + fault.get() + ". It was deleted.",
                    "If this happens again, the server or a proxy gives another file: use another mirror, or find out"
                            + " which digest is right.");
        }
        partial.publish();
    }

    private void rest(Answer answer, PartialFile.@Nullable Begun begun)
            throws IOException, InterruptedException, TemporaryFault {
        if (begun == null || !fits(answer, begun)) {
            partial.delete();
            throw new TemporaryFault(answer.host(), answer.host() + " gave no fitting rest of the file");
        }
        refuseOtherSize(answer);
        Contents contents = new Contents(download);
        contents.addAll(partial.part());
        try (OutputStream out = partial.append()) {
            receive(answer, contents, out);
        }
        Optional<String> fault = contents.fault();
        if (fault.isPresent()) {
            partial.delete();
            throw new TemporaryFault(
                    answer.host(), "the file put together from two attempts was wrong (" + fault.get() + ")");
        }
        partial.publish();
    }

    /** Some servers go on with another file than the one begun. */
    private static boolean fits(Answer answer, PartialFile.Begun begun) {
        OptionalLong start = answer.rangeStart();
        return start.isPresent()
                && start.getAsLong() == begun.length()
                && (begun.validator().isEmpty()
                        || answer.validator().isEmpty()
                        || answer.validator().equals(begun.validator()));
    }

    private void receive(Answer answer, Contents contents, OutputStream out)
            throws IOException, InterruptedException, TemporaryFault {
        OptionalLong total = answer.total().isPresent() ? answer.total() : download.size();
        listener.bytes(contents.length(), total);
        for (List<ByteBuffer> bytes = answer.next(); !bytes.isEmpty(); bytes = answer.next()) {
            write(bytes, contents, out);
            listener.bytes(contents.length(), total);
            if (download.size().isPresent()
                    && contents.length() > download.size().getAsLong()) {
                break; // and is found wrong
            }
        }
        if (total.isPresent() && contents.length() < total.getAsLong()) {
            throw new TemporaryFault(
                    answer.host(),
                    "the connection to " + answer.host() + " ended after " + contents.length() + " of "
                            + total.getAsLong() + " bytes");
        }
    }

    private static void write(List<ByteBuffer> bytes, Contents contents, OutputStream out) throws IOException {
        for (ByteBuffer some : bytes) {
            contents.add(some);
            byte[] array = new byte[some.remaining()];
            some.get(array);
            out.write(array);
        }
    }

    private void refuseOtherSize(Answer answer) throws IOException {
        OptionalLong total = answer.total();
        if (total.isPresent()
                && download.size().isPresent()
                && total.getAsLong() != download.size().getAsLong()) {
            partial.delete();
            throw new WrongContent(
                    answer.host(),
                    download + " is not what was asked for: " + answer.host() + " says it has " + total.getAsLong()
                            + " bytes, not " + download.size().getAsLong() + " as it should.",
                    "Check the address, and whether a proxy or portal stands in between.");
        }
    }

    private WrongContent page(Answer answer, String title) {
        return new WrongContent(
                answer.host(),
                download + " was not fetched: the answer is a web page" + title
                        + " and not the file. A proxy or a portal that wants you to log in answers like this.",
                "Open the address in a browser, or name a proxy in Maven's settings.xml or in HTTPS_PROXY.");
    }
}
