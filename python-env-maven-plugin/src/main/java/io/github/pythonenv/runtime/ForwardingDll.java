package io.github.pythonenv.runtime;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The image of a 64-bit Windows DLL that holds nothing but names and, for each, the other DLL that has it. The layout
 * is that of Microsoft's "PE Format": headers, then one read-only section with the export directory.
 */
final class ForwardingDll {
    private static final int PE_AT = 0x40;
    private static final int OPTIONAL_HEADER = 240;
    private static final int DIRECTORIES = 16;
    private static final int FILE_ALIGNMENT = 0x200;
    private static final int PAGE = 0x1000;
    private static final int EXPORT_DIRECTORY = 40;

    private ForwardingDll() {}

    /**
     * Makes one.
     *
     * @param name what the DLL is called
     * @param target the DLL that has the names, without {@code .dll}
     * @param imports the names, and the CPU
     */
    static byte[] image(String name, String target, ImportLibrary imports) {
        byte[] exports = exports(name, target, List.copyOf(imports.names()));
        int rawSize = aligned(exports.length, FILE_ALIGNMENT);
        ByteBuffer image = ByteBuffer.allocate(FILE_ALIGNMENT + rawSize).order(ByteOrder.LITTLE_ENDIAN);
        image.put(0, (byte) 'M').put(1, (byte) 'Z').putInt(0x3c, PE_AT).position(PE_AT);
        image.put("PE\0\0".getBytes(StandardCharsets.US_ASCII));
        image.putShort(imports.machine())
                .putShort((short) 1)
                .putInt(0)
                .putInt(0)
                .putInt(0);
        image.putShort((short) OPTIONAL_HEADER).putShort((short) 0x2022); // a DLL, for more than 2 GB
        optionalHeader(image, exports.length, rawSize);
        image.put(".rdata\0\0".getBytes(StandardCharsets.US_ASCII));
        image.putInt(exports.length).putInt(PAGE).putInt(rawSize).putInt(FILE_ALIGNMENT);
        image.putLong(0).putInt(0).putInt(0x40000040); // initialized data, readable
        image.position(FILE_ALIGNMENT).put(exports);
        return image.array();
    }

    private static void optionalHeader(ByteBuffer image, int size, int rawSize) {
        image.putShort((short) 0x20b).put((byte) 14).put((byte) 0); // PE32+
        image.putInt(0).putInt(rawSize).putInt(0); // code, data, zeroed data
        image.putInt(0).putInt(PAGE); // no entry point
        image.putLong(0x1_8000_0000L).putInt(PAGE).putInt(FILE_ALIGNMENT);
        image.putInt(6).putInt(0).putInt(6).putInt(0); // versions: system, ours, subsystem; reserved
        image.putInt(PAGE + aligned(size, PAGE)).putInt(FILE_ALIGNMENT).putInt(0);
        image.putShort((short) 2).putShort((short) 0x160); // may lie anywhere, is not executed
        image.putLong(0x100000).putLong(PAGE).putLong(0x100000).putLong(PAGE);
        image.putInt(0).putInt(DIRECTORIES);
        image.putInt(PAGE).putInt(size); // the first directory is that of exports
        image.position(image.position() + (DIRECTORIES - 1) * 8);
    }

    /** The export directory as it lies in memory at {@link #PAGE}: its head, three tables, the texts. */
    private static byte[] exports(String name, String target, List<String> names) {
        int count = names.size();
        List<byte[]> texts = new ArrayList<>();
        texts.add(text(name));
        names.forEach(one -> texts.add(text(one)));
        names.forEach(one -> texts.add(text(target + "." + one)));
        int functions = EXPORT_DIRECTORY;
        int textsAt = functions + count * (4 + 4 + 2);
        int size = textsAt + texts.stream().mapToInt(text -> text.length).sum();
        ByteBuffer section = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        section.putInt(0)
                .putInt(0)
                .putInt(0)
                .putInt(PAGE + textsAt)
                .putInt(1)
                .putInt(count)
                .putInt(count);
        section.putInt(PAGE + functions).putInt(PAGE + functions + count * 4).putInt(PAGE + functions + count * 8);
        int at = textsAt;
        for (int i = 0; i < texts.size(); i++) {
            if (i > count) {
                // An address inside the directory itself says: look there instead.
                section.putInt(functions + (i - count - 1) * 4, PAGE + at);
            } else if (i > 0) {
                section.putInt(functions + count * 4 + (i - 1) * 4, PAGE + at);
                section.putShort(functions + count * 8 + (i - 1) * 2, (short) (i - 1));
            }
            section.position(at).put(texts.get(i));
            at += texts.get(i).length;
        }
        return section.array();
    }

    private static byte[] text(String text) {
        return (text + "\0").getBytes(StandardCharsets.US_ASCII);
    }

    private static int aligned(int size, int to) {
        return (size + to - 1) / to * to;
    }
}
