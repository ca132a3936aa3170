package io.github.pythonenv.store;

import java.io.IOException;

/** Takes a value and works with files. */
@FunctionalInterface
public interface ThrowingConsumer<T> {
    void accept(T value) throws IOException;
}
