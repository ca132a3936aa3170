package io.github.pythonenv.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TracesTest {

    /** Read in pieces of three bytes, so that every text is cut somewhere. */
    @ParameterizedTest
    @CsvSource({
        "home = /home/ann/store/bin, true",
        "/home//home/ann/store, true",
        "/home/ann/stor, false",
        "/home/ann/sto/home/ann/project, true",
        "nothing, false",
    })
    void seesTextsThatAreCutByReading(String text, boolean found) throws IOException {
        Traces in = new Traces(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                List.of("/home/ann/store", "/home/ann/project"));
        byte[] piece = new byte[3];
        StringBuilder read = new StringBuilder();
        for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
            read.append(new String(piece, 0, length, StandardCharsets.UTF_8));
        }

        assertThat(in.found()).isEqualTo(found);
        assertThat(read).hasToString(text);
    }
}
