package io.github.pythonenv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "512, 512 B",
        "1000, 1.0 kB",
        "999949, 999.9 kB",
        "999999, 1.0 MB",
        "1000000, 1.0 MB",
        "27049000, 27.0 MB",
        "999949999, 999.9 MB",
        "999999999, 1.00 GB",
        "2530000000, 2.53 GB"
    })
    void bytes(long bytes, String written) {
        assertThat(Amounts.bytes(bytes)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 ms", "40, 40 ms", "999, 999 ms", "1000, 1.0 s", "3849, 3.8 s", "123456, 123.5 s"})
    void lengthsOfTime(long milliseconds, String written) {
        assertThat(Amounts.time(milliseconds)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.0004123, 0.000412",
        "0.97, 0.97",
        "0.9996, 1",
        "12, 12",
        "12.04, 12",
        "12.34, 12.3",
        "99.96, 100",
        "100.4, 100",
        "1523.5, 1524",
        "2000, 2000",
        "-0.00123456, -0.00123"
    })
    void numbersToThreeDigits(double value, String written) {
        assertThat(Amounts.number(value, 3)).isEqualTo(written);
    }

    @Test
    void inAnyLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Amounts.bytes(1_500_000)).isEqualTo("1.5 MB");
            assertThat(Amounts.time(1500)).isEqualTo("1.5 s");
            assertThat(Amounts.number(1.5, 3)).isEqualTo("1.5");
        } finally {
            Locale.setDefault(before);
        }
    }
}
