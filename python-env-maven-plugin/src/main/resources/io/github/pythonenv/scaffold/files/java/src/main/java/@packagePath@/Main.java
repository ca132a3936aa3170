package @package@;

import java.io.IOException;

/** Hands the command line on to the Python part, passes on what it prints, and ends with its status. */
public final class Main {

    private Main() {}

    public static void main(String[] words) throws IOException, InterruptedException {
        Process python = PythonPart.here().start(words);
        // Told to end, this program takes the other one along.
        Runtime.getRuntime().addShutdownHook(new Thread(python::destroy));
        python.getOutputStream().close();
        python.getInputStream().transferTo(System.out);
        System.exit(python.waitFor());
    }
}
