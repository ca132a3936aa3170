package io.github.pythonenv.it.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A world with less in it than this machine has, made of Linux namespaces. Where they are not permitted, and on other
 * systems, the test is skipped.
 *
 * @param command what a command line begins with to run in it
 */
public record Sandbox(List<String> command) {

    /** Takes libraries away: the folder of them is covered with one of links to the rest. */
    private static final String WITHOUT_LIBRARIES = """
            set -e
            path=$PATH; PATH=/usr/sbin:/usr/bin:/sbin:/bin
            libraries=$1 gone=$2; shift 2
            work=$(mktemp -d); mkdir "$work/all" "$work/rest"
            mount --bind "$libraries" "$work/all"
            mount -t tmpfs none "$work/rest"
            cd "$work/all"
            for file in *; do
              case " $gone " in *" ${file%%.so*} "*) ;; *) ln -s "$work/all/$file" "$work/rest/$file" ;; esac
            done
            cd "$OLDPWD"
            mount --bind "$work/rest" "$libraries"
            PATH=$path
            exec "$@"
            """;

    /** Covers folders with empty ones. */
    private static final String WITHOUT_FOLDERS = """
            set -e
            path=$PATH; PATH=/usr/sbin:/usr/bin:/sbin:/bin
            for folder in $1; do
              if [ -d "$folder" ]; then mount -t tmpfs none "$folder"; fi
            done
            shift
            PATH=$path
            exec "$@"
            """;

    /** Puts a disk of its own in the place of a folder. */
    private static final String WITH_DISK = """
            set -e
            path=$PATH; PATH=/usr/sbin:/usr/bin:/sbin:/bin
            mount -t tmpfs -o "$1" none "$2"; shift 2
            PATH=$path
            exec "$@"
            """;

    /** Puts there what NVIDIA's driver shows of a card. Source: its README, "Using the /proc File System Interface". */
    private static final String WITH_GPU = """
            set -e
            path=$PATH; PATH=/usr/sbin:/usr/bin:/sbin:/bin
            work=$(mktemp -d)
            mount --rbind /dev "$work"
            mount -t tmpfs none /dev
            for device in null zero full random urandom; do
              touch "/dev/$device"; mount --bind "$work/$device" "/dev/$device"
            done
            ln -s /proc/self/fd /dev/fd
            touch /dev/nvidiactl /dev/nvidia0
            mount -t tmpfs none /proc/driver
            mkdir -p /proc/driver/nvidia/gpus/0000:01:00.0
            echo "NVRM version: NVIDIA UNIX x86_64 Kernel Module  $1  Mon Dec 30 17:44:08 UTC 2024" > /proc/driver/nvidia/version
            printf 'Model: \t\t %s\nDevice Minor: \t 0\n' "$2" > /proc/driver/nvidia/gpus/0000:01:00.0/information
            shift 2
            PATH=$path
            exec "$@"
            """;

    /** With a GPU of NVIDIA's, as far as files tell: nothing can compute on it. */
    public static Sandbox withGpu(String model, String driver) {
        return permitted(
                List.of(unshare(), "--map-root-user", "--mount", "/bin/sh", "-c", WITH_GPU, "sh", driver, model));
    }

    /**
     * With a small disk, on which no program is started.
     *
     * @param folder the one that it is mounted at; it has to be there
     */
    public static Sandbox withPoorDisk(Path folder, int megabytes) {
        return permitted(List.of(
                unshare(),
                "--map-root-user",
                "--mount",
                "/bin/sh",
                "-c",
                WITH_DISK,
                "sh",
                "noexec,size=" + megabytes + "m",
                folder.toString()));
    }

    /** No network at all, not even the loopback address. */
    public static Sandbox withoutNetwork() {
        return permitted(List.of(unshare(), "--map-root-user", "--net"));
    }

    /**
     * Without some shared libraries.
     *
     * @param folder where the system has its libraries
     * @param names up to {@code .so}: {@code libbz2}, for example
     */
    public static Sandbox withoutLibraries(Path folder, String... names) {
        Assumptions.assumeTrue(Files.isDirectory(folder), "this system keeps its libraries elsewhere than " + folder);
        return permitted(List.of(
                unshare(),
                "--map-root-user",
                "--mount",
                "/bin/sh",
                "-c",
                WITHOUT_LIBRARIES,
                "sh",
                folder.toString(),
                String.join(" ", names)));
    }

    /**
     * With nothing in some folders.
     *
     * @param folders of the system, without spaces; those that are not there do not matter
     */
    public static Sandbox withNothingIn(String... folders) {
        return permitted(List.of(
                unshare(),
                "--map-root-user",
                "--mount",
                "/bin/sh",
                "-c",
                WITHOUT_FOLDERS,
                "sh",
                String.join(" ", folders)));
    }

    private static Sandbox permitted(List<String> command) {
        List<String> trial = new ArrayList<>(command);
        trial.add("/bin/true");
        try {
            Process process =
                    new ProcessBuilder(trial).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Assumptions.assumeTrue(process.waitFor() == 0, "namespaces are not permitted here: " + output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return new Sandbox(command);
    }

    private static String unshare() {
        Optional<Path> found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "unshare"))
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(found.isPresent(), "there is no unshare here");
        return found.orElseThrow().toString();
    }
}
