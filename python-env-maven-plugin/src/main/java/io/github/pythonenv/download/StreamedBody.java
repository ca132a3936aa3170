package io.github.pythonenv.download;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an answer, taken by the thread that wants them. Unlike the JDK's stream it does not wait for ever for a
 * server that says nothing, and can be interrupted.
 */
final class StreamedBody implements HttpResponse.BodySubscriber<StreamedBody>, AutoCloseable {
    /** So many deliveries are under way: enough that the connection does not wait for the disk. */
    private static final int AHEAD = 8;

    private final BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();
    private Flow.@Nullable Subscription subscription;
    private boolean closed;
    private boolean ended;

    /** Bytes, the end (an empty list and no fault), or what went wrong. */
    private record Delivery(
            List<ByteBuffer> bytes, @Nullable Throwable fault) {}

    static StreamedBody empty() {
        StreamedBody body = new StreamedBody();
        body.ended = true;
        return body;
    }

    /**
     * The next bytes; an empty list at the end, and ever after. For one thread.
     *
     * @throws HttpTimeoutException if nothing comes for so long
     * @throws IOException if the connection breaks off
     */
    List<ByteBuffer> next(Duration patience) throws IOException, InterruptedException {
        if (ended) {
            return List.of();
        }
        Delivery delivery = deliveries.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (delivery == null) {
            throw new HttpTimeoutException("nothing for " + patience.toSeconds() + " s");
        }
        if (delivery.fault != null) {
            throw new IOException(delivery.fault);
        }
        ended = delivery.bytes.isEmpty();
        more();
        return delivery.bytes;
    }

    @Override
    public CompletionStage<StreamedBody> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription flow) {
        if (closed || subscription != null) {
            flow.cancel();
            return;
        }
        subscription = flow;
        flow.request(AHEAD);
    }

    private synchronized void more() {
        if (subscription != null) {
            subscription.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        if (bytes.stream().anyMatch(ByteBuffer::hasRemaining)) {
            deliveries.add(new Delivery(bytes, null));
        } else {
            more();
        }
    }

    @Override
    public void onError(Throwable fault) {
        deliveries.add(new Delivery(List.of(), fault));
    }

    @Override
    public void onComplete() {
        deliveries.add(new Delivery(List.of(), null));
    }

    /** Gives up what has not come yet. */
    @Override
    public synchronized void close() {
        closed = true;
        if (subscription != null) {
            subscription.cancel();
        }
    }
}
