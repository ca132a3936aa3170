package io.github.pythonenv.store;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * One thread of this JVM at a time, whichever class loaders the threads come from: in a parallel build or a daemon this
 * class may be there twice, with two sets of static fields. What all loaders share is the JDK: interned strings, which
 * serve as monitors, and the system properties, which say who holds one. Their values are texts, because others read
 * them as such.
 */
final class JvmMutex implements AutoCloseable {
    private static final String PREFIX = "io.github.pythonenv.lock:";

    private final String name;

    private JvmMutex(String name) {
        this.name = name;
    }

    /**
     * @param onWait told, maybe several times, if another thread holds it
     * @throws IllegalStateException if this thread holds it
     */
    static JvmMutex acquire(Path file, Consumer<String> onWait) throws InterruptedException {
        String name = (PREFIX + file).intern();
        String self = Long.toString(Thread.currentThread().getId());
        while (true) {
            synchronized (name) {
                String holder = System.getProperty(name);
                if (holder == null) {
                    System.setProperty(name, self);
                    return new JvmMutex(name);
                }
                if (holder.equals(self)) {
                    throw new IllegalStateException("This thread holds " + file + " already.");
                }
            }
            // Told outside of the monitor: a listener may take its time, or a lock of its own.
            onWait.accept("another module of this build");
            synchronized (name) {
                if (System.getProperty(name) != null) {
                    name.wait();
                }
            }
        }
    }

    @Override
    public void close() {
        synchronized (name) {
            System.clearProperty(name);
            name.notifyAll();
        }
    }
}
