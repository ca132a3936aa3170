package io.github.pythonenv.packages;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.archive.Digests;
import io.github.pythonenv.download.DownloadFailure;
import io.github.pythonenv.download.Network;
import io.github.pythonenv.download.Pages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A mirror of PyTorch's index as an index of PyTorch's packages alone. PyTorch's indexes have others, too (numpy, pillow),
 * in few versions, and uv would take those from there. So the mirror's pages of the packages in question are copied into
 * a folder, which uv reads as an index: what has no page there it looks for where it always does. The wheels themselves
 * it fetches from the mirror.
 *
 * @param network what reading wants to know of the world
 * @param folder where copies are kept, for all builds
 * @param offline whether nothing may be read
 */
public record TorchPages(Supplier<Network> network, Path folder, boolean offline) {

    /** The package that decides whether an index is of use. */
    private static final String FIRST = "torch";

    /**
     * The address of the copy of the first index that has torch.
     *
     * @throws UserFailure where none has, or none can be read and none was copied before
     */
    String copied(TorchWheels wheels) {
        for (String name : wheels.indexes()) {
            Optional<String> address = wheels.addresses().of(name);
            if (address.isPresent()) {
                Path copy = folder.resolve(name + "-"
                        + Digests.sha256(address.get().getBytes(StandardCharsets.UTF_8))
                                .substring(0, 12));
                if (copied(address.get(), copy, wheels.packages())) {
                    return copy.toUri().toString().replaceFirst("/+$", "");
                }
            }
        }
        throw new UserFailure(
                "None of the indexes for " + String.join(", ", wheels.indexes()) + " has the package torch: "
                        + wheels.addresses().of(wheels.indexes().get(0)).orElse("") + " and so on.",
                "Correct torchMirror or torchIndexes: behind the address, the page torch/ has to be there.");
    }

    private boolean copied(String address, Path copy, List<String> packages) {
        if (offline) {
            if (!Files.isDirectory(copy)) {
                throw new UserFailure(
                        "The index " + address + " was not read yet, and this build is offline.",
                        "Run the build once without -o.");
            }
            return Files.isDirectory(copy.resolve(FIRST));
        }
        try {
            Pages pages = new Pages(network.get());
            if (!copyPage(pages, address, copy, FIRST)) {
                return false;
            }
            packages.parallelStream().filter(name -> !name.equals(FIRST)).forEach(name -> {
                boolean unused = copyPage(pages, address, copy, name);
            });
            return true;
        } catch (DownloadFailure unreachable) {
            if (Files.isDirectory(copy.resolve(FIRST))) {
                return true;
            }
            throw unreachable;
        }
    }

    private static boolean copyPage(Pages pages, String address, Path copy, String name) {
        try {
            Path file = copy.resolve(name).resolve("index.html");
            Optional<Pages.Page> page = pages.read(URI.create(address + "/" + name + "/"));
            if (page.isEmpty()) {
                Files.deleteIfExists(file);
                Files.deleteIfExists(file.resolveSibling(""));
                return false;
            }
            Files.createDirectories(file.resolveSibling(""));
            Path draft = Files.createTempFile(copy, name, ".html");
            Files.writeString(draft, withBase(page.get()));
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page with its own address in it, so that its links lead where they led. */
    private static String withBase(Pages.Page page) {
        String html = page.html();
        String lower = html.toLowerCase(Locale.ROOT);
        if (lower.contains("<base ")) {
            return html;
        }
        int head = lower.indexOf("<head");
        int at = head < 0 ? 0 : lower.indexOf('>', head) + 1;
        return html.substring(0, at) + "<base href=\"" + page.uri() + "\">\n" + html.substring(at);
    }
}
