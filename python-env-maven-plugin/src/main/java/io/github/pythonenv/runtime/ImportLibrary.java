package io.github.pythonenv.runtime;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a Windows import library says: the names that a DLL exports. Its format is that of Microsoft's "PE Format",
 * sections "Archive (Library) File Format" and "Import Library Format".
 *
 * @param machine the CPU, as a number of that format
 * @param names the exported names
 */
record ImportLibrary(short machine, SortedSet<String> names) {
    private static final int SIGNATURE = 8;
    private static final int MEMBER_HEADER = 60;
    private static final int MEMBER_SIZE_AT = 48;
    private static final int MEMBER_SIZE_LENGTH = 10;
    private static final int IMPORT_HEADER = 20;

    ImportLibrary {
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }

    /**
     * Reads one.
     *
     * @throws IOException if the bytes are no import library
     */
    static ImportLibrary parse(byte[] bytes) throws IOException {
        ByteBuffer archive = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        SortedSet<String> names = new TreeSet<>();
        short machine = 0;
        try {
            int at = SIGNATURE;
            while (at + MEMBER_HEADER <= bytes.length) {
                int size = Integer.parseInt(
                        new String(bytes, at + MEMBER_SIZE_AT, MEMBER_SIZE_LENGTH, StandardCharsets.US_ASCII).strip());
                int member = at + MEMBER_HEADER;
                // Two zero bytes and two of ones begin a short import; the other members are indexes and objects.
                if (size > IMPORT_HEADER && archive.getInt(member) == 0xffff0000) {
                    machine = archive.getShort(member + 6);
                    names.add(text(bytes, member + IMPORT_HEADER));
                }
                at = member + size + size % 2;
            }
        } catch (NumberFormatException | IndexOutOfBoundsException | BufferUnderflowException e) {
            throw new IOException("not an import library", e);
        }
        if (names.isEmpty()) {
            throw new IOException("an import library without names");
        }
        return new ImportLibrary(machine, names);
    }

    private static String text(byte[] bytes, int start) {
        int end = start;
        while (bytes[end] != 0) {
            end++;
        }
        return new String(bytes, start, end - start, StandardCharsets.US_ASCII);
    }
}
