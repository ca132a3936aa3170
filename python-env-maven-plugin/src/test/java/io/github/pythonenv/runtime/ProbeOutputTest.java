package io.github.pythonenv.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProbeOutputTest {

    @Test
    void readsWhatTheScriptPrints() {
        ProbeOutput output = ProbeOutput.parse(List.of(
                "python\t3.14.3",
                "try\t_bz2",
                "failed\t_bz2\tlibbz2.so.1.0: cannot open shared object file",
                "try\t_tkinter",
                "absent\t_tkinter\tNo module named '_tkinter'",
                "try\tssl",
                "something a module printed",
                "works\tssl",
                "end"));

        assertThat(output)
                .isEqualTo(new ProbeOutput(
                        Optional.of("3.14.3"),
                        List.of(
                                new ModuleTrouble.Failed("_bz2", "libbz2.so.1.0: cannot open shared object file"),
                                new ModuleTrouble.Absent("_tkinter")),
                        Optional.empty(),
                        true));
    }

    @Test
    void namesTheModuleThatEndedTheProcess() {
        ProbeOutput output = ProbeOutput.parse(List.of("python\t3.14.3", "try\t_ssl", "works\t_ssl", "try\treadline"));

        assertThat(output.unfinished()).contains("readline");
        assertThat(output.whole()).isFalse();
    }

    @Test
    void findsNoVersionWhereNothingStarted() {
        assertThat(ProbeOutput.parse(List.of()).version()).isEmpty();
    }
}
