package io.github.pythonenv.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own Chromium, without a window. Keeps what pages say on the console and ask the network for. */
final class Chromium implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> said = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts one, or skips the test with a reason. */
    static Chromium start() {
        Optional<Path> executable = installed();
        assumeTrue(executable.isPresent(), "No Chromium on the PATH: install it (Debian's package is chromium).");
        assumeTrue(hasDriver(), "What drives Chromium is not there: run with -Pbrowser.");
        // Playwright would fetch browsers of its own.
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable.get())
                        .setArgs(List.of("--no-sandbox")));
        return new Chromium(playwright, browser);
    }

    /** A page in a window of its own that shows a file; all that it says and asks for is kept. */
    Page open(Path file, ColorScheme scheme) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(1280, 900));
        Page page = context.newPage();
        page.onConsoleMessage(message -> said.add(message.type() + ": " + message.text()));
        page.onPageError(error -> said.add("uncaught: " + error));
        page.onRequest(request -> requests.add(request.url()));
        page.navigate(file.toUri().toString());
        // By a locator: what asks a function again and again has it evaluated, which the page's policy forbids.
        page.locator("html[data-drawn]").waitFor();
        return page;
    }

    /** What in a page keeps people from using it who do not see, or use no mouse, as axe-core finds it. */
    static List<String> barriers(Page page) throws IOException {
        try (InputStream axe = Chromium.class.getResourceAsStream("/axe.min.js")) {
            assumeTrue(axe != null, "axe-core is not there: run with -Pbrowser.");
            page.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        Object found = page.evaluate("async () => (await axe.run()).violations"
                + ".flatMap(rule => rule.nodes.map(node => rule.id + ': ' + node.target.join(' ')))");
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    /** What pages said on the console, errors that nobody caught among it. */
    List<String> said() {
        return List.copyOf(said);
    }

    /** What pages asked for, the first of each page being itself; what stands in the page is no request. */
    List<String> requests() {
        return requests.stream().filter(url -> !url.startsWith("data:")).toList();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<Path> installed() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean hasDriver() {
        try {
            Class.forName("com.microsoft.playwright.impl.driver.jar.DriverJar");
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
