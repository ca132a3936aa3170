package io.github.pythonenv.process;

import java.io.IOException;

/** Takes one output stream of a program, piece by piece, from one thread. */
interface OutputSink {

    /** Takes the first {@code length} bytes of a buffer that is used again afterwards. */
    void take(byte[] buffer, int length) throws IOException;

    /** Nothing more comes. */
    void end();
}
