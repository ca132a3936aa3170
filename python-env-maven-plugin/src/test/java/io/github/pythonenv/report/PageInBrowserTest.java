package io.github.pythonenv.report;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.github.pythonenv.metrics.Budgets;
import io.github.pythonenv.metrics.ChildUse;
import io.github.pythonenv.metrics.Measure;
import io.github.pythonenv.metrics.RunRecord;
import io.github.pythonenv.packages.DependencyGraph.Node;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page does in a real browser what it says; whatever a test does, nothing is fetched and nothing goes wrong. */
@Tag("browser")
class PageInBrowserTest {

    private static Chromium chromium;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterEach
    void nothingIsFetchedAndNothingGoesWrong() {
        assertThat(chromium.said()).isEmpty();
        assertThat(chromium.requests()).allMatch(url -> url.startsWith("file:") && url.endsWith(".html"));
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void saysTheOutcomeAndWhatToDo() {
        Page page = open(SampleReports.small());

        assertThat(page).hasTitle("default, load-profile");
        assertThat(page.locator(".outcome")).hasText("1 of 6 checks failed");
        assertThat(page.locator(".todo").first()).containsText("numpy/__init__.py was altered");
        assertThat(page.locator(".todo").first()).containsText("Run mvn python-env:ensure");
        assertThat(page.locator("#check-record")).hasAttribute("open", "");
        assertThat(page.locator("#check-record")).containsText(SampleReports.HOSTILE);
        assertThat(page.locator("#check-version")).not().hasAttribute("open", "");
        page.locator(".strip a").first().click();
        assertThat(page.locator("#check-version")).hasAttribute("open", "");
        page.locator(".filters button").last().click();
        assertThat(page.locator("#check-version")).isHidden();
        assertThat(page.locator("#check-record")).isVisible();
    }

    @Test
    void findsPackagesAndSaysWhyTheyAreHere() {
        Page page = open(SampleReports.small());

        page.keyboard().press("/");
        page.keyboard().type("six");
        assertThat(page.locator("#found li")).hasCount(1);
        assertThat(page.locator(".node.hit")).hasCount(1);
        page.keyboard().press("Enter");

        assertThat(page.locator("#about h3").first()).hasText("six 1.17.0");
        assertThat(page.locator("#about .path-way"))
                .hasText(
                        Pattern.compile(
                                "requirements\\.txt:1\\s*→\\s*pandas\\s*→\\s*python-dateutil\\s*>=2\\.8\\.2\\s*→\\s*six\\s*>=1\\.5"));
        assertThat(page.locator(".edge.why")).hasCount(2);
        assertThat(page.locator(".graph")).hasAttribute("data-shown", "3");
        assertThat(page.locator("#about")).containsText(SampleReports.HOSTILE);

        page.locator("#about .path-way").getByText("pandas").click();
        assertThat(page.locator("#about h3").first()).hasText("pandas 2.3.6");
        assertThat(page.locator("#about")).containsText("It is asked for in requirements.txt:1.");
        assertThat(page.locator("#about")).containsText("for the extra feather, not installed");
        page.goBack();
        assertThat(page.locator("#about h3").first()).hasText("six 1.17.0");
        page.locator("#find").press("Escape");
        assertThat(page.locator(".graph")).hasAttribute("data-shown", "8");
    }

    @Test
    void zoomsAndMovesByMouseAndKeyboard() {
        Page page = open(SampleReports.small());
        Locator canvas = page.locator(".graph svg > g");
        String all = canvas.getAttribute("transform");

        page.getByLabel("Zoom in").click();
        assertThat(canvas).not().hasAttribute("transform", all);
        page.locator(".graph .all").click();
        assertThat(canvas).hasAttribute("transform", all);
        page.locator(".graph svg").hover();
        page.mouse().wheel(0, -300);
        assertThat(canvas).not().hasAttribute("transform", all);
        page.locator(".graph svg").press("0");
        assertThat(canvas).hasAttribute("transform", all);
        page.locator(".graph svg").press("ArrowLeft");
        assertThat(canvas).not().hasAttribute("transform", all);
        page.locator(".graph svg").press("0");
        page.locator(".node")
                .filter(new Locator.FilterOptions().setHasText("numpy"))
                .locator("circle")
                .click();
        assertThat(page.locator("#about h3").first()).hasText("numpy 2.3.5");
    }

    @Test
    void showsSizesTimingsAndFacts() {
        Page page = open(SampleReports.small());

        assertThat(page.locator(".tile")).hasCount(8);
        page.locator(".tile")
                .filter(new Locator.FilterOptions().setHasText("numpy"))
                .click();
        assertThat(page.locator("#about h3").first()).hasText("numpy 2.3.5");
        assertThat(page.locator("#timings .stages tr")).hasCount(4);
        assertThat(page.locator("#timings .stages")).containsText("Installing packages");
        assertThat(page.locator("#timings .trends > div")).hasCount(4);
        assertThat(page.locator("#timings .trends")).containsText("over the budget 60 MB");
        assertThat(page.locator("#environment")).containsText("OMP_NUM_THREADS");
        assertThat(page.locator("#benchmark tbody tr")).hasCount(3);
        assertThat(page.locator("#benchmark")).containsText("82.0 Gflop/s▲ 2.00 ×");
        assertThat(page.locator("#benchmark")).containsText(SampleReports.HOSTILE);
    }

    @Test
    void whatProgramsCostIsHeldAgainstNothing() {
        Report some = SampleReports.small();
        RunRecord program = new RunRecord(
                some.created(),
                "default",
                "run",
                RunRecord.Outcome.RAN,
                900,
                "3.14.3",
                8,
                0,
                List.of(),
                ChildUse.NONE,
                Map.of(Measure.GPU_PERCENT, 3.0));
        Budgets budgets = new Budgets(Map.of(Measure.GPU_PERCENT, 50.0), Optional.empty(), false);
        Page page = open(new Report(
                some.plugin(),
                some.project(),
                some.created(),
                some.suite(),
                List.of(program, program),
                budgets,
                Optional.empty()));

        assertThat(page.locator("#timings .trends")).containsText("Use of the GPU");
        assertThat(page.locator("#timings .trends")).not().containsText("budget");
    }

    @Test
    void anEmptyEnvironmentHasAPage() {
        Page page = open(SampleReports.empty());

        assertThat(page.locator(".outcome")).hasText("No check could be made");
        assertThat(page.locator("#packages")).containsText("Nothing is installed.");
        assertThat(page.locator("#benchmark")).hasCount(0);
    }

    @Test
    void fourHundredPackagesAnswerAtOnce() throws IOException {
        Report report = SampleReports.large(400);
        Node needing = report.suite().dependencies().packages().stream()
                .filter(node -> node.direct() && !node.requires().isEmpty())
                .findFirst()
                .orElseThrow();
        String needed = needing.requires().get(0).name();
        Path file = Reports.write(report, folder);
        Page page = chromium.open(file, ColorScheme.DARK);

        assertThat(page.locator(".graph")).hasAttribute("data-shown", "400");
        assertThat(page.locator(".glance")).containsText("30 asked for, 362 needed, 8 neither");
        assertThat(page.locator(".node.adrift")).hasCount(8);
        page.locator("#find").fill(needed);
        page.locator("#found li")
                .filter(new Locator.FilterOptions().setHasText(needed))
                .first()
                .click();
        assertThat(page.locator("#about .path-way").first()).containsText(needing.name());
        assertThat(page.locator(".node.chosen text")).hasText(needed);
        picture(page, "large");
        assertThat(Files.size(file)).isLessThan(5_000_000);
    }

    @Test
    void isLightOrDarkAsAskedAndDoesNotHideWhatItSaysOnPaper() throws IOException {
        Path file = Reports.write(SampleReports.small(), folder);
        String ground = "() => getComputedStyle(document.body).backgroundColor";

        Page page = chromium.open(file, ColorScheme.LIGHT);
        assertThat(page.evaluate(ground)).isEqualTo("rgb(242, 245, 248)");
        picture(page, "light");
        page.locator(".theme").click();
        assertThat(page.evaluate(ground)).isEqualTo("rgb(14, 20, 27)");
        Page dark = chromium.open(file, ColorScheme.DARK);
        assertThat(dark.evaluate(ground)).isEqualTo("rgb(14, 20, 27)");
        picture(dark, "dark");

        dark.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(dark.evaluate(ground)).isEqualTo("rgb(255, 255, 255)");
        assertThat(dark.locator("nav")).isHidden();
        assertThat(dark.pdf()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void keepsNobodyOut() throws IOException {
        Path file = Reports.write(SampleReports.small(), folder);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = chromium.open(file, scheme);
            page.locator("#find").fill("six");
            page.locator("#find").press("Enter");

            assertThat(Chromium.barriers(page)).isEmpty();
        }
    }

    @Test
    void printsAllOfThePictureThoughPaperIsNarrower() {
        Page page = open(SampleReports.large(40));

        // At once, as a printer does it, so that the page hears of nothing but that it is printed.
        Object beyond = page.evaluate("""
                () => {
                  const box = document.querySelector('.graph');
                  dispatchEvent(new Event('beforeprint'));
                  box.style.width = '400px';
                  const right = box.getBoundingClientRect().right;
                  return [...document.querySelectorAll('.node')].filter((one) => one.getBoundingClientRect().right > right).length;
                }
                """);
        assertThat(beyond).isEqualTo(0);
    }

    @Test
    void fitsIntoANarrowWindow() {
        Page page = open(SampleReports.small());
        page.setViewportSize(390, 800);

        assertThat(page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isEqualTo(0);
        picture(page, "narrow");
    }

    @Test
    void linksOneEnvironmentAfterTheOther() {
        Reports.write(SampleReports.small(), folder.resolve("default"));
        Reports.write(SampleReports.empty(), folder.resolve("docs"));
        Map<WrittenReport, Path> pages = new LinkedHashMap<>();
        WrittenReport.in(folder).forEach(report -> pages.put(report, report.page()));
        Path file = folder.resolve("index.html");
        new Dashboard("1.0", "load-profile", SampleReports.empty().created()).write(pages, file);

        Page page = chromium.open(file, ColorScheme.LIGHT);
        assertThat(page.locator(".outcome")).hasText("1 of 2 environments failed");
        picture(page, "all");
        page.locator("#environments a").first().click();
        assertThat(page).hasTitle("default, load-profile");
    }

    private Page open(Report report) {
        return chromium.open(Reports.write(report, folder), ColorScheme.LIGHT);
    }

    /** For a person to look at. */
    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(System.getProperty("basedir", ""), "target", "report-" + name + ".png"))
                .setFullPage(true));
    }
}
