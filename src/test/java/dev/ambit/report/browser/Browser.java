package dev.ambit.report.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LoggingPreferences;

/** Headless Chromium. A machine without one fails the tests: nobody has looked at the page then. */
final class Browser implements AutoCloseable {
  private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page\\b");
  private static final String AXE = resource("/axe.min.js");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  static Browser start() {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(program("chromium", "chromium-browser", "google-chrome"));
    options.addArguments(
        "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--lang=en");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable("performance", Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(program("chromedriver"))
            .usingAnyFreePort()
            .build();
    ChromeDriver driver = new ChromeDriver(service, options);
    driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(3));
    driver.manage().timeouts().pageLoadTimeout(Duration.ofMinutes(1));
    return new Browser(driver);
  }

  private static File program(String... names) {
    return Stream.of(names)
        .flatMap(
            name ->
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                    .map(folder -> new File(folder, name)))
        .filter(File::canExecute)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "there is no "
                        + names[0]
                        + " on this machine, so no report was looked at. Install Debian's packages"
                        + " chromium and chromium-driver, as .ci/run does"));
  }

  private static String resource(String name) {
    try (InputStream in = Browser.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(name, e);
    }
  }

  /** Opens the file, or a place in it. */
  void open(Path page, String fragment) {
    // From elsewhere, since a change of the fragment alone would load nothing.
    driver.get("about:blank");
    openAt(page.toUri() + fragment);
  }

  void openAt(String address) {
    driver.get(address);
    // On a busy machine it comes back now and then while a large page is still being read.
    scriptThatCallsBack(
        """
        const done = arguments[0];
        if (document.readyState === 'complete') done('complete');
        else addEventListener('load', () => done('complete'));
        """);
  }

  /** Milliseconds from the request until everything has been loaded. */
  double loadTime() {
    return ((Number)
            script(
                "const t = performance.getEntriesByType('navigation')[0];"
                    + " return t.loadEventEnd - t.startTime;"))
        .doubleValue();
  }

  Object script(String script, Object... arguments) {
    return Objects.requireNonNullElse(driver.executeScript(script, arguments), "nothing");
  }

  Object scriptThatCallsBack(String script, Object... arguments) {
    return Objects.requireNonNullElse(driver.executeAsyncScript(script, arguments), "nothing");
  }

  /**
   * What the rules of WCAG 2 A and AA and good practice speak against, one line each. Of many
   * blocks of rows that one template writes, two are looked at.
   */
  @SuppressWarnings("unchecked") // what the script below returns
  List<String> accessibilityFaults() {
    script("document.querySelectorAll('.block').forEach((b, at) => { if (at > 1) b.remove(); })");
    script(AXE);
    return (List<String>)
        scriptThatCallsBack(
            """
            const done = arguments[0];
            axe.run(document, {resultTypes: ['violations'], iframes: false}).then(
              result => done(result.violations.map(v => v.id + ': ' + v.help + ' at '
                + v.nodes.slice(0, 3).map(n => n.target + ' ' + (n.failureSummary || '')).join(' | '))),
              error => done(['axe failed: ' + error]));
            """);
  }

  /** Every address that was asked for since the last question. */
  List<String> requests() {
    Pattern asked =
        Pattern.compile("\"method\":\"Network.requestWillBeSent\".*?\"url\":\"([^\"]*)\"");
    return driver.manage().logs().get("performance").getAll().stream()
        .map(LogEntry::getMessage)
        .flatMap(message -> asked.matcher(message).results().map(found -> found.group(1)))
        .toList();
  }

  Object protocol(String command, Map<String, Object> parameters) {
    return driver.executeCdpCommand(command, parameters);
  }

  void size(int width, int height) {
    protocol(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  void colours(String scheme) {
    protocol(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            "",
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  void medium(String medium) {
    protocol("Emulation.setEmulatedMedia", Map.of("media", medium));
  }

  /** The whole page from top to bottom. */
  void screenshot(Path file) throws IOException {
    long width = ((Number) script("return document.documentElement.clientWidth")).longValue();
    long height = ((Number) script("return document.documentElement.scrollHeight")).longValue();
    Object shot =
        driver
            .executeCdpCommand(
                "Page.captureScreenshot",
                Map.of(
                    "captureBeyondViewport",
                    true,
                    "clip",
                    Map.of(
                        "x",
                        0,
                        "y",
                        0,
                        "width",
                        width,
                        "height",
                        Math.min(height, 14_000),
                        "scale",
                        1)))
            .get("data");
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, Base64.getDecoder().decode(String.valueOf(shot)));
  }

  /** As a printer gets it. */
  byte[] pdf() {
    Object pdf =
        driver
            .executeCdpCommand(
                "Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", true))
            .get("data");
    return Base64.getDecoder().decode(String.valueOf(pdf));
  }

  static int pages(byte[] pdf) {
    return (int) PAGE.matcher(new String(pdf, StandardCharsets.ISO_8859_1)).results().count();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
