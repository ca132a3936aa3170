package io.github.pythonenv.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.platform.OperatingSystem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The DLL that is made on Linux too: read back here as Windows' loader reads it. */
class StableAbiLibraryTest {
    private static final short X64 = (short) 0x8664;

    @TempDir
    Path folder;

    @Test
    void sendsEachNameOfTheImportLibraryToTheRealOne() throws IOException {
        tree(library("Py_Initialize", "PyAIter_Check", "_Py_NoneStruct"));

        new StableAbiLibrary().apply(windows());

        Loaded dll = new Loaded(Files.readAllBytes(folder.resolve("python3.dll")));
        assertThat(dll.machine()).isEqualTo(X64);
        assertThat(dll.name()).isEqualTo("python3.dll");
        assertThat(dll.forwarders())
                .containsExactly(
                        Map.entry("PyAIter_Check", "python314.PyAIter_Check"),
                        Map.entry("Py_Initialize", "python314.Py_Initialize"),
                        Map.entry("_Py_NoneStruct", "python314._Py_NoneStruct"));
    }

    @Test
    void leavesALibraryThatIsThere() throws IOException {
        tree(library("Py_Initialize"));
        Files.writeString(folder.resolve("python3.dll"), "the real one");

        new StableAbiLibrary().apply(windows());

        assertThat(folder.resolve("python3.dll")).hasContent("the real one");
    }

    @Test
    void refusesWhatIsNoImportLibrary() {
        byte[] text = "!<arch>\n and then something else that is long enough for a header of sixty bytes"
                .getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> ImportLibrary.parse(text)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ImportLibrary.parse(new byte[0])).isInstanceOf(IOException.class);
    }

    private InstallationTree windows() {
        return new InstallationTree(folder, folder, SmallTree.VERSION, OperatingSystem.WINDOWS);
    }

    private void tree(byte[] library) throws IOException {
        new SmallTree(folder).with("python314.dll", "");
        Files.write(Files.createDirectory(folder.resolve("libs")).resolve("python3.lib"), library);
    }

    /** An import library: an index, which is passed over, then one short import for each name. */
    private static byte[] library(String... names) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        archive.write("!<arch>\n".getBytes(StandardCharsets.US_ASCII));
        member(archive, new byte[] {0, 0, 0, 1, 2});
        for (String name : names) {
            byte[] texts = (name + "\0python3.dll\0").getBytes(StandardCharsets.US_ASCII);
            ByteBuffer content = ByteBuffer.allocate(20 + texts.length).order(ByteOrder.LITTLE_ENDIAN);
            content.putInt(0xffff0000).putShort((short) 0).putShort(X64).position(20);
            member(archive, content.put(texts).array());
        }
        return archive.toByteArray();
    }

    private static void member(ByteArrayOutputStream archive, byte[] content) throws IOException {
        archive.write("%-48s%-10d`\n".formatted("name", content.length).getBytes(StandardCharsets.US_ASCII));
        archive.write(content);
        if (content.length % 2 == 1) {
            archive.write('\n');
        }
    }

    /** A DLL's one section at the address it asks for, and its export directory, as "PE Format" defines them. */
    private static final class Loaded {
        private final ByteBuffer file;
        private final int pe;
        private final int address;
        private final int raw;
        private final int exports;
        private final int exportsSize;

        Loaded(byte[] bytes) {
            file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            pe = file.getInt(0x3c);
            assertThat(text(pe)).isEqualTo("PE");
            assertThat(file.getShort(pe + 24)).as("PE32+").isEqualTo((short) 0x20b);
            exports = file.getInt(pe + 24 + 112);
            exportsSize = file.getInt(pe + 24 + 116);
            int section = pe + 24 + file.getShort(pe + 20);
            address = file.getInt(section + 12);
            raw = file.getInt(section + 20);
            assertThat(file.getInt(section + 16)).as("size of the section").isEqualTo(bytes.length - raw);
        }

        short machine() {
            return file.getShort(pe + 4);
        }

        String name() {
            return text(at(file.getInt(at(exports) + 12)));
        }

        /** Names in the order of the table, which must be that of the alphabet: the loader searches by halves. */
        List<Map.Entry<String, String>> forwarders() {
            List<Map.Entry<String, String>> found = new ArrayList<>();
            int directory = at(exports);
            int functions = at(file.getInt(directory + 28));
            int names = at(file.getInt(directory + 32));
            int ordinals = at(file.getInt(directory + 36));
            for (int i = 0; i < file.getInt(directory + 24); i++) {
                int function = file.getInt(functions + 4 * file.getShort(ordinals + 2 * i));
                assertThat(function).as("a forwarder").isBetween(exports, exports + exportsSize - 1);
                found.add(Map.entry(text(at(file.getInt(names + 4 * i))), text(at(function))));
            }
            assertThat(found.stream().map(Map.Entry::getKey)).isSorted();
            return found;
        }

        private int at(int virtualAddress) {
            return virtualAddress - address + raw;
        }

        private String text(int start) {
            int end = start;
            while (file.get(end) != 0) {
                end++;
            }
            return new String(file.array(), start, end - start, StandardCharsets.US_ASCII);
        }
    }
}
