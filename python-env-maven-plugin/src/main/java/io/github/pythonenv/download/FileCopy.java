package io.github.pythonenv.download;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** Fetches a file of this machine. */
record FileCopy(Download download, PartialFile partial, DownloadListener listener) {
    private static final int BUFFER = 1 << 18;

    void run() throws IOException, InterruptedException {
        Path source = source();
        Contents contents = new Contents(download);
        OptionalLong total = OptionalLong.of(Files.size(source));
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(source);
                OutputStream out = partial.create(download.uri(), Optional.empty())) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                out.write(buffer, 0, read);
                contents.add(ByteBuffer.wrap(buffer, 0, read));
                listener.bytes(contents.length(), total);
            }
        }
        Optional<String> fault = contents.fault();
        if (fault.isPresent()) {
            partial.delete();
            throw new WrongContent(
                    "",
                    "The file " + source + " is not what was asked for: " + fault.get() + ".",
                    "Put the right file there, or correct its digest.");
        }
        partial.publish();
    }

    private Path source() {
        try {
            Path source = Path.of(download.uri());
            if (Files.isRegularFile(source)) {
                return source;
            }
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            throw new UserFailure(
                    download + " cannot be fetched: it is no address of a file on this machine.",
                    "Write it with three slashes, as in file:///opt/python.tar.gz.",
                    e);
        }
        throw new Unreachable(
                "",
                download + " cannot be fetched: there is no such file.",
                "Check the address in the configuration; a mirror may lack this file.");
    }
}
