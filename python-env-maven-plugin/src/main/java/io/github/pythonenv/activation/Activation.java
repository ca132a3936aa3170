package io.github.pythonenv.activation;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.packages.VenvLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a shell has to run to enter an environment.
 *
 * @param shell whose language it is in
 * @param environment the environment to enter
 * @param variables set after that, in this order
 */
public record Activation(Shell shell, VenvLayout environment, List<ShellVariable> variables) {

    /**
     * As commands, to be given to the shell one after the other.
     *
     * @throws UserFailure where the environment has nothing for that shell
     */
    public List<String> commands() {
        String enter = shell.enter(script());
        Stream<String> assignments = variables.stream().map(shell::assign);
        // From another file, cmd does not come back; elsewhere what is asked for counts most.
        return (shell == Shell.CMD
                        ? Stream.concat(assignments, Stream.of(enter))
                        : Stream.concat(Stream.of(enter), assignments))
                .toList();
    }

    /**
     * As a script that does the same.
     *
     * @param place where it will lie
     * @throws UserFailure where the environment has nothing for that shell
     */
    public String scriptAt(Path place) {
        List<String> commands = commands();
        if (shell == Shell.CMD) {
            // cmd reads a file in the code page of the console, a line at a time.
            boolean ascii = commands.stream().allMatch(StandardCharsets.US_ASCII.newEncoder()::canEncode);
            return Stream.concat(
                            Stream.of("@rem Written by python-env.", ascii ? "" : "@chcp 65001 >nul"),
                            commands.stream().map(command -> "@" + shell.quote(command)))
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.joining("\r\n", "", "\r\n"));
        }
        return Stream.concat(
                        Stream.of("# Written by python-env. To be run by: "
                                + shell.enter(place).replaceAll("\\R", " ")),
                        commands.stream())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private Path script() {
        Path script = environment.bin().resolve(shell.script());
        if (!Files.isRegularFile(script)) {
            throw new UserFailure(
                    "The environment " + environment.directory() + " has no " + script.getFileName() + ".",
                    Files.exists(environment.directory())
                            ? "Name another shell with -Dpython-env.shell=…, or build the environment anew with mvn"
                                    + " python-env:ensure -Dpython-env.force."
                            : "Build it with mvn python-env:ensure.");
        }
        return script;
    }
}
