package io.github.pythonenv.packages;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Installs a lock in the format of PEP 751.
 *
 * @param inside calls for the environment's interpreter
 * @param wheels folders that have wheels
 * @param torch where PyTorch's wheels come from, if not from where the lock says
 * @param machine the one that is installed for
 * @param scratch a file beside which others may be made
 * @param again packages to fetch and install anew, past uv's cache
 */
record PylockInstall(
        UvCalls inside,
        LocalWheels wheels,
        Optional<TorchWheels> torch,
        MarkerEnvironment machine,
        Path scratch,
        List<String> again) {

    void install(Pylock pylock) throws IOException {
        UvCalls beside = inside.in(pylock.file().resolveSibling(""));
        IndexInForce index = IndexInForce.in(beside.folder(), inside.variables(), wheels);
        if (index.url().isEmpty() && torch.isEmpty() && pylock.takesDefaults()) {
            asItStands(pylock, beside);
            return;
        }
        PylockFile file = PylockFile.read(pylock);
        file.refuseWhatItLacks();
        PylockPins pins = PylockPins.of(file);
        List<String> torchs = Stream.concat(pins.indexes().stream(), pins.wheels().stream())
                .flatMap(address -> TorchWheels.indexOf(address, torch).stream())
                .distinct()
                .toList();
        List<String> asked = torchs.stream()
                .map(address -> TorchWheels.inPlaceOf(address, torch))
                .toList();
        boolean served = index.url().isEmpty() || (!pins.indexes().isEmpty() && index.serves(pins.indexes()));
        if (served && asked.equals(torchs)) {
            asItStands(pylock, beside);
        } else {
            file.refuseOtherMachines(machine);
            fromTheIndexInForce(pylock, pins, asking(asked, beside));
        }
    }

    /** All of them may be asked for every package, since only what has the lock's hash is taken. */
    private static UvCalls asking(List<String> indexes, UvCalls calls) {
        if (indexes.isEmpty()) {
            return calls;
        }
        String others = calls.variables().getOrDefault("UV_INDEX", "");
        return calls.with(Map.of(
                "UV_INDEX",
                (String.join(" ", indexes) + " " + others).strip(),
                "UV_INDEX_STRATEGY",
                "unsafe-best-match"));
    }

    /** uv takes what it installs from the addresses in the lock, from its cache first. */
    private void asItStands(Pylock pylock, UvCalls beside) {
        List<String> arguments = new ArrayList<>(List.of("pip", "sync", "--allow-empty-requirements"));
        arguments.addAll(List.of("--preview-features", "pylock", pylock.file().toString()));
        pylock.extras().forEach(extra -> arguments.addAll(List.of("--extra", extra)));
        pylock.groups().forEach(group -> arguments.addAll(List.of("--group", group)));
        arguments.addAll(wheels.arguments());
        arguments.addAll(builtAnew(pylock));
        beside.call("The packages of " + pylock.file() + " could not be installed", arguments);
    }

    /** Another index serves here: the versions and hashes of the lock, the addresses of the index. */
    private void fromTheIndexInForce(Pylock pylock, PylockPins pins, UvCalls beside) throws IOException {
        new PinnedInstall(beside, wheels, scratch, again)
                .install(
                        "pylock",
                        new PinnedLines(pins.lines(), List.of(), pylock.copies(), List.of()),
                        "The packages of " + pylock.file() + " could not be installed from the index configured here");
    }

    private List<String> builtAnew(Pylock pylock) {
        List<String> arguments = new ArrayList<>(LocalProject.builtAnew(pylock.copies()));
        again.forEach(name -> arguments.addAll(List.of("--reinstall-package", name)));
        return arguments;
    }
}
