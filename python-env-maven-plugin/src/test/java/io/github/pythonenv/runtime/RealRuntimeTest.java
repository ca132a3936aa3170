package io.github.pythonenv.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pythonenv.platform.Host;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Completed;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the real interpreters can do after they were provided, started by somebody who configured nothing: no variable
 * at all is set. Their store lies under a name that every quoting must stand.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no archive is fetched there")
class RealRuntimeTest {
    private static final Processes PROCESSES = new Processes();
    private static final Map<Distribution, Runtime> PROVIDED = new ConcurrentHashMap<>();

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    static Stream<Runtime> runtimes() {
        Host host = Host.current();
        Runtimes runtimes = new Runtimes(
                host, new Store(shared.resolve("it's \"a\" $tore")), RealArchives.supplies(), PROCESSES, event -> {});
        return RealArchives.present()
                .filter(one -> one.obstacle(host).isEmpty())
                .map(one -> PROVIDED.computeIfAbsent(
                        one, made -> runtimes.provide(RuntimeRequest.of(VersionRequest.any()), List.of(made))));
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void loadsTheLibffiThatCameWithIt(Runtime runtime) {
        assumeTrue(Files.exists(Path.of("/proc/self/maps")), "only Linux lists what a process has loaded");

        assertThat(python(runtime, """
                import ctypes
                called = []
                compare = ctypes.CFUNCTYPE(ctypes.c_int)(lambda: called.append(1) or 7)
                assert compare() == 7
                print({line.split(maxsplit=5)[5].strip() for line in open('/proc/self/maps') if 'libffi' in line})
                """)).containsExactly("{" + quoted(libffi(runtime)) + "}");
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void answersTheSamePathsEverywhere(Runtime runtime) {
        String home = runtime.home().toString();

        assertThat(python(runtime, """
                import glob, json, sys, sysconfig
                print(sys.prefix)
                print(sysconfig.get_config_var('LIBDIR'))
                print(sysconfig.get_config_var('INCLUDEPY') == sysconfig.get_path('include'))
                for file in glob.glob(sysconfig.get_path('stdlib') + '/*.json'):
                    json.load(open(file))
                details = sysconfig.get_path('stdlib') + '/build-details.json'
                print([json.load(open(file))['base_prefix'] for file in glob.glob(glob.escape(details))] or [sys.prefix])
                """)).containsExactly(home, home + "/lib", "True", "[" + quoted(home) + "]");
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void trustsWhatTheMachineTrusts(Runtime runtime) {
        String count = "import ssl; print(len(ssl.create_default_context().get_ca_certs()))";
        assumeTrue(
                Files.exists(Path.of("/etc/ssl/certs/ca-certificates.crt"))
                        || Files.exists(Path.of("/etc/pki/tls/certs/ca-bundle.crt")),
                "this machine has no bundle of certificates at the usual places");

        assertThat(Integer.parseInt(python(runtime, count).get(0))).isPositive();
        assertThat(python(runtime, "import ssl, os; print(os.path.exists(ssl.get_default_verify_paths().cafile))"))
                .containsExactly("True");
        assertThat(Integer.parseInt(run(Map.of(), runtime.executable().toString(), "-I", "-S", "-c", count)
                        .out()
                        .get(0)))
                .isPositive();
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void trustsWhatTheUserChose(Runtime runtime) {
        String count = "import ssl; print(len(ssl.create_default_context().get_ca_certs()),"
                + " ssl.get_default_verify_paths().cafile)";
        String executable = runtime.executable().toString();

        assertThat(run(Map.of("SSL_CERT_FILE", "/nowhere"), executable, "-c", count)
                        .out())
                .containsExactly("0 None");
        assertThat(run(Map.of("SSL_CERT_DIR", "/nowhere"), executable, "-c", count)
                        .out())
                .containsExactly("0 None");
    }

    /** The host is asked of the pip that is there: it is the one that this machine fetches packages from. */
    @Tag("network")
    @ParameterizedTest
    @MethodSource("runtimes")
    void reachesAnHttpsHostUnconfigured(Runtime runtime) {
        String fetch = """
                import asyncio, subprocess, sys, urllib.parse, urllib.request
                from pip._internal.models.index import PyPI
                said = subprocess.run([sys.executable, '-m', 'pip', 'config', 'get', 'global.index-url'],
                                      capture_output=True, text=True).stdout.strip()
                index = said or PyPI.simple_url
                print(urllib.request.urlopen(index.rstrip('/') + '/pip/').status)
                async def shake():
                    parts = urllib.parse.urlsplit(index)
                    _, writer = await asyncio.open_connection(parts.hostname, parts.port or 443, ssl=True)
                    print(writer.get_extra_info('cipher') is not None)
                    writer.close()
                asyncio.run(shake())
                """;

        assertThat(python(runtime, fetch)).containsExactly("200", "True");
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void makesEnvironmentsThatTrustTheSame(Runtime runtime) {
        Path environment = folder.resolve("venv");
        run(Map.of(), runtime.executable().toString(), "-I", "-m", "venv", "--without-pip", environment.toString());

        String count = "import ssl, ctypes; print(len(ssl.create_default_context().get_ca_certs()))";
        assertThat(run(Map.of(), environment.resolve("bin/python").toString(), "-c", count)
                        .out())
                .isEqualTo(python(runtime, count));
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void startsItsScriptsDirectlyAndByLink(Runtime runtime) throws IOException {
        Path pydoc = runtime.home().resolve("bin/pydoc3");
        Path link = Files.createSymbolicLink(folder.resolve("pydoc"), pydoc);
        Map<String, String> shell = Map.of("PATH", "/usr/bin:/bin");

        assertThat(run(shell, pydoc.toString(), "abs").out().get(0)).contains("abs");
        assertThat(run(shell, link.toString(), "abs").out().get(0)).contains("abs");
        assertThat(run(shell, runtime.home().resolve("bin/pip3").toString(), "--version")
                        .out()
                        .get(0))
                .contains(runtime.home().toString());
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void refusesPackagesOfItsOwn(Runtime runtime) {
        Completed pip = PROCESSES.run(command(
                Map.of(), runtime.executable().toString(), "-I", "-m", "pip", "install", "--no-index", "nothing"));

        assertThat(pip.exitCode()).isNotZero();
        assertThat(String.join("\n", pip.err())).contains("externally-managed-environment");
    }

    @Tag("compiler")
    @ParameterizedTest
    @MethodSource("runtimes")
    void buildsAnExtensionModule(Runtime runtime) throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/gcc")), "no gcc on this machine");
        Files.writeString(folder.resolve("tiny.c"), """
                #include <Python.h>
                static PyObject *answer(PyObject *self, PyObject *none) { return PyLong_FromLong(42); }
                static PyMethodDef methods[] = {{"answer", answer, METH_NOARGS, ""}, {0}};
                static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "tiny", 0, -1, methods};
                PyMODINIT_FUNC PyInit_tiny(void) { return PyModule_Create(&module); }
                """);

        assertThat(run(Map.of("PATH", "/usr/bin:/bin"), runtime.executable().toString(), "-c", """
                import shlex, subprocess, sysconfig
                var = sysconfig.get_config_var
                flags = [word for name in ('CC', 'CFLAGS', 'CCSHARED') for word in shlex.split(var(name))]
                subprocess.check_call(flags + ['-I', var('INCLUDEPY'), '-c', 'tiny.c', '-o', 'tiny.o'])
                subprocess.check_call(shlex.split(var('LDSHARED')) + ['tiny.o', '-o', 'tiny' + var('EXT_SUFFIX')])
                import tiny
                print(tiny.answer())
                """)
                        .out())
                .containsExactly("42");
    }

    @Tag("compiler")
    @ParameterizedTest
    @MethodSource("runtimes")
    void buildsAProgramThatEmbedsIt(Runtime runtime) throws IOException {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/gcc")) && Files.isExecutable(Path.of("/usr/bin/pkg-config")),
                "no gcc or pkg-config on this machine");
        Files.writeString(folder.resolve("embed.c"), """
                #include <Python.h>
                int main(void) { Py_Initialize(); PyRun_SimpleString("print(6 * 7)"); return Py_FinalizeEx(); }
                """);
        Files.createSymbolicLink(folder.resolve("python"), runtime.home());
        String shell = "gcc embed.c -o embed $(PKG_CONFIG_PATH=python/lib/pkgconfig pkg-config --cflags --libs"
                + " python3-embed) -Wl,-rpath,$PWD/python/lib && PYTHONHOME=$PWD/python ./embed";

        assertThat(run(Map.of("PATH", "/usr/bin:/bin"), "/bin/sh", "-c", shell).out())
                .containsExactly("42");
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void worksAfterItWasMoved(Runtime runtime) throws IOException {
        Path moved = folder.resolve("moved");
        Files.move(runtime.home(), moved);
        try {
            String python = moved.resolve(runtime.home().relativize(runtime.executable()))
                    .toString();
            assertThat(run(Map.of(), python, "-I", "-c", "import ssl, ctypes, sys; print(sys.prefix)")
                            .out())
                    .containsExactly(moved.toString());
            assertThat(run(
                                    Map.of("PATH", "/usr/bin:/bin"),
                                    moved.resolve("bin/python3-config").toString(),
                                    "--prefix")
                            .out())
                    .containsExactly(moved.toString());
            assertThat(run(
                                    Map.of("PATH", "/usr/bin:/bin"),
                                    moved.resolve("bin/pip3").toString(),
                                    "--version")
                            .out()
                            .get(0))
                    .contains(moved.toString());
        } finally {
            Files.move(moved, runtime.home());
        }
    }

    private List<String> python(Runtime runtime, String code) {
        return run(Map.of(), runtime.executable().toString(), "-I", "-c", code).out();
    }

    private Completed run(Map<String, String> environment, String... arguments) {
        Completed completed = PROCESSES.run(command(environment, arguments));
        assertThat(completed.exitCode())
                .as(() -> String.join("\n", completed.out()) + "\n" + String.join("\n", completed.err()))
                .isZero();
        return completed;
    }

    private Command command(Map<String, String> environment, String... arguments) {
        return new Command(List.of(arguments), folder, environment, Duration.ofMinutes(3));
    }

    private static String libffi(Runtime runtime) {
        String name = runtime.version().minor() < 13 ? "libffi.so.7" : "libffi.so.8";
        return runtime.home().resolve(name).toString();
    }

    /** As Python's repr has it for a text with both kinds of quotes in it. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "\\'") + "'";
    }
}
