package io.github.pythonenv.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pythonenv.packages.RealUv;
import io.github.pythonenv.store.Trees;
import io.github.pythonenv.tuning.Accelerator;
import io.github.pythonenv.tuning.StandInDriver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** Breaks one thing that a real environment stands on: the check that is about it tells, and no other. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the build fetches an interpreter for Linux alone")
@ExtendWith(RealUv.Resolver.class)
class BreakingBelowTest {

    private static final Accelerator GPU = new Accelerator.Cuda(Optional.empty(), Optional.empty(), List.of(), false);

    private SmallEnvironment environment;

    @BeforeEach
    void build(RealUv uv) throws IOException {
        environment = new SmallEnvironment(uv)
                .with(TestWheel.of("app", "1.0").requires("base>=1").module("import base\n"), "app")
                .with(TestWheel.of("base", "1.0").module("").file("base-1.0.data/scripts/based", "#!/bin/sh\n"))
                .with(TestWheel.of("tensorflow", "2.21.0").module("""
                                        __version__ = '2.21.0'
                                        class sysconfig:
                                            get_build_info = staticmethod(lambda: {'cuda_version': '12.5'})
                                        class test:
                                            is_built_with_gpu_support = staticmethod(lambda: True)
                                        class config:
                                            list_physical_devices = staticmethod(lambda kind: [])
                                        """), "tensorflow")
                .build();
    }

    @AfterEach
    void cleanUp() throws IOException {
        environment.close();
    }

    @Test
    void extensionModulesOfTheRuntimeGone() throws IOException {
        Path runtime = environment.onRuntimeOfItsOwn();
        // One that is needed, one that some do without, and one that nothing else asks for.
        for (String module : List.of("_ctypes", "readline", "_lsprof")) {
            Files.delete(extension(runtime, module));
        }

        assertThat(Told.faults(environment.validate()))
                .singleElement()
                .asString()
                .startsWith("stdlib failed: ")
                .contains("ctypes does not import (")
                .contains("_lsprof was built with this Python, and its file is gone")
                .contains("readline was built with this Python, and its file is gone");
    }

    @Test
    void anInterpreterOfAnotherVersion() throws IOException {
        Path runtime = environment.onRuntimeOfItsOwn();
        // As a distribution's upgrade in place does.
        inStandardLibrary(
                runtime, "sitecustomize.py", "import sys\nsys.version = '3.99.1 ' + sys.version.split(' ', 1)[1]\n");

        assertThat(Told.faults(environment.validate("interpreter")))
                .singleElement()
                .asString()
                .startsWith("interpreter failed: It is CPython 3.99.1 and was built on CPython 3.");
    }

    @Test
    void anotherPythonAskedFor() {
        environment.asking("3.13");

        assertThat(Told.faults(environment.validate("interpreter")))
                .singleElement()
                .asString()
                .startsWith("interpreter failed: Another Python is asked for: ");
    }

    @Test
    void aLibraryForTlsOfLongAgo() throws IOException {
        Path runtime = environment.onRuntimeOfItsOwn();
        inStandardLibrary(runtime, "sitecustomize.py", "import ssl\nssl.HAS_TLSv1_2 = ssl.HAS_TLSv1_3 = False\n");

        assertThat(Told.faults(environment.validate()))
                .containsExactly("tls failed: This Python speaks neither TLS 1.2 nor TLS 1.3.");
    }

    @Test
    void nothingThatInstalls() throws IOException {
        Path runtime = environment.onRuntimeOfItsOwn();
        Trees.delete(standardLibrary(runtime).resolve("ensurepip"));
        environment.builtBy(environment.project().resolve("no uv here"));

        assertThat(Told.faults(environment.validate()))
                .containsExactly("installer failed: Nothing here can install packages.");
    }

    @Test
    void aConfigurationThatLeadsToAnotherRuntime() throws IOException {
        Path other = environment.copiedRuntime();
        Path file = environment.directory().resolve("pyvenv.cfg");
        Files.writeString(file, Files.readString(file).replaceFirst("home = .*", "home = " + other.resolve("bin")));

        assertThat(Told.faults(environment.validate()))
                .singleElement()
                .asString()
                .startsWith(
                        "structure failed: pyvenv.cfg leads to " + other.resolve("bin") + ", and its runtime is in ");
    }

    @Test
    void packagesGone() throws IOException {
        Trees.delete(environment.sitePackages());

        assertThat(Told.faults(environment.validate("structure")))
                .containsExactly("structure failed: " + environment.sitePackages() + " is gone.");
    }

    @Test
    void aScriptEdited() throws IOException {
        Path script = environment.layout().bin().resolve("based");
        Files.delete(script);
        Files.writeString(script, "#!/bin/ls\n");

        assertThat(Told.faults(environment.validate()))
                .singleElement()
                .asString()
                .startsWith("entry-points failed: base: ")
                .endsWith("bin/based was altered.");
    }

    @Test
    void certificatesGone() {
        environment.variable(
                "SSL_CERT_FILE", environment.project().resolve("gone.pem").toString());
        environment.variable(
                "SSL_CERT_DIR", environment.project().resolve("gone").toString());

        assertThat(Told.faults(environment.validate()))
                .singleElement()
                .asString()
                .startsWith("tls failed: SSL_CERT_FILE names ")
                .contains("no server is trusted", "SSL_CERT_DIR names ");
    }

    @Test
    void oneOfTwoPlacesOfCertificatesGone() {
        environment.variable(
                "SSL_CERT_DIR", environment.project().resolve("gone").toString());

        assertThat(Told.faults(environment.validate()))
                .singleElement()
                .asString()
                .startsWith("tls warning: SSL_CERT_DIR names ");
    }

    @Test
    void uvBroken() throws IOException {
        Path broken = Files.writeString(environment.project().resolve("uv"), "#!/bin/sh\necho broken\nexit 1\n");
        assertThat(broken.toFile().setExecutable(true)).isTrue();

        assertThat(Told.faults(environment.builtBy(broken).validate()))
                .containsExactly("installer failed: uv is there and does not start.");
    }

    @Test
    void nobodyToTrust() throws IOException {
        environment
                .variable(
                        "SSL_CERT_FILE",
                        Files.createFile(environment.project().resolve("none.pem"))
                                .toString())
                .variable(
                        "SSL_CERT_DIR",
                        Files.createDirectory(environment.project().resolve("none"))
                                .toString());

        assertThat(Told.faults(environment.validate()))
                .containsExactly("tls failed: There is no certificate authority that this Python trusts.");
    }

    @Test
    void somethingElseInstalledThanIsLocked() throws IOException {
        Path resolution = environment.resolution();
        Files.writeString(resolution, Files.readString(resolution).replace("base==1.0", "base==1.5"));

        assertThat(Told.faults(environment.validate()))
                .containsExactly(
                        "lock failed: base 1.0 is installed, and not what " + resolution.getFileName() + " has.");
    }

    @Test
    void withoutAGpuItIsSaidWhyNothingIsChecked() {
        environment.computingWith(
                new Accelerator.None(Accelerator.Why.NO_DEVICE, "This machine has no GPU.", "Add one."));

        SuiteReport report = environment.validate("gpu");

        assertThat(report.results())
                .hasSize(4)
                .extracting(CheckResult::verdict)
                .containsOnly(new Verdict.Skipped("This machine has no GPU."));
    }

    @Test
    void aLibraryThatSeesNoGpu() {
        environment.computingWith(GPU);

        assertThat(Told.faults(environment.validate("gpu-tensorflow", "gpu-jax", "imports")))
                .singleElement()
                .asString()
                .startsWith("gpu-tensorflow failed: this TensorFlow is built for GPUs, and sees none");
    }

    @Test
    void aGpuWhoseMemoryForgets() throws Exception {
        assumeTrue(StandInDriver.possible(), "there is no C compiler");
        Path sound = Files.createDirectory(environment.project().resolve("sound"));
        Path faulty = Files.createDirectory(environment.project().resolve("faulty"));
        StandInDriver.cuda(sound, false);
        StandInDriver.cuda(faulty, true);
        environment.computingWith(GPU);

        environment.tuned(Map.of("LD_LIBRARY_PATH", sound.toString()));
        assertThat(Told.faults(environment.validate("gpu-driver", "installer"))).isEmpty();
        environment.tuned(Map.of("LD_LIBRARY_PATH", faulty.toString()));
        assertThat(Told.faults(environment.validate("gpu-driver", "installer")))
                .containsExactly("gpu-driver failed: what was copied to the GPU and back is not what it was.");
    }

    private static Path standardLibrary(Path runtime) throws IOException {
        try (Stream<Path> files = Files.walk(runtime)) {
            return files.filter(file -> file.endsWith("ensurepip"))
                    .findFirst()
                    .orElseThrow()
                    .getParent();
        }
    }

    private static void inStandardLibrary(Path runtime, String name, String text) throws IOException {
        Files.writeString(standardLibrary(runtime).resolve(name), text);
    }

    private static Path extension(Path runtime, String module) throws IOException {
        try (Stream<Path> files = Files.walk(runtime)) {
            return files.filter(file -> file.getFileName().toString().startsWith(module + ".cpython-"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
