package io.github.pythonenv.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A program that does what is asked of uv, without a network: its packages are made up, and whichever is named
 * {@code no-such-package} cannot be had. It notes its calls.
 *
 * @param executable the program, a shell script
 * @param log a line for each call
 */
record StandInUv(Path executable, Path log) {

    private static final String SCRIPT = """
            #!/bin/sh
            set -eu
            if test "$1" = --version; then echo 'uv 9.9.9'; exit; fi
            echo "$*" >> '@LOG@'
            verb=$1
            test "$verb" = pip && verb="$1 $2"
            python= output= directory= before= before_that=
            for argument; do
                case $before in
                    --python) python=$argument ;;
                    --output-file) output=$argument ;;
                esac
                test "$before_that" = --prompt && directory=$argument
                before_that=$before
                before=$argument
            done
            case $verb in
            venv)
                mkdir -p "$directory/bin" "$directory/lib/python3.14/site-packages"
                ln -s "$python" "$directory/bin/python"
                printf 'home = %s\\n' "$(dirname "$python")" > "$directory/pyvenv.cfg"
                ;;
            'pip compile')
                for input; do
                    if test -f "$input" && test "$input" != "$python" && test "$input" != "$output"; then
                        cat "$input"
                    fi
                done > "$output.new"
                mv "$output.new" "$output"
                ;;
            'pip sync')
                packages=$(dirname "$(dirname "$python")")/lib/python3.14/site-packages
                for input; do
                    if ! test -f "$input" || test "$input" = "$python"; then continue; fi
                    while read -r name _; do
                        case $name in '#'*|'') continue ;; esac
                        if test "$name" = no-such-package; then
                            echo 'error: there is no no-such-package' >&2
                            exit 1
                        fi
                        mkdir -p "$packages/$name" "$packages/$name-1.0.dist-info"
                        printf 'x = 1\\n' > "$packages/$name/__init__.py"
                        printf '%s/__init__.py,sha256=@DIGEST@,6\\n' "$name" > "$packages/$name-1.0.dist-info/RECORD"
                    done < "$input"
                done
                ;;
            esac
            """;

    /** Of the one file in each package, as RECORD spells it. */
    private static final String DIGEST = "nia_NpkRxFwkPGhBR7I_yeHc_PJX0pmhxjIBam_NM_Q";

    static StandInUv in(Path folder) throws IOException {
        Path log = folder.resolve("uv.log");
        Path executable = folder.resolve("uv");
        Files.writeString(executable, SCRIPT.replace("@LOG@", log.toString()).replace("@DIGEST@", DIGEST));
        executable.toFile().setExecutable(true);
        return new StandInUv(executable, log);
    }

    /** How many environments it has made. */
    long environments() throws IOException {
        return calls().stream().filter(call -> call.startsWith("venv ")).count();
    }

    List<String> calls() throws IOException {
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }
}
