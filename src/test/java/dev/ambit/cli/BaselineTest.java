package dev.ambit.cli;

import static dev.ambit.cli.Ran.ambit;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {
  @TempDir Path folder;
  private Path input;
  private Path baseline;

  @BeforeEach
  void aBaselineOfToday() throws IOException {
    input = Files.writeString(folder.resolve("acme.yaml"), Worlds.EXPOSED);
    baseline = folder.resolve("baseline.yaml");
    ambit("baseline", "write", "--out", baseline.toString(), input.toString())
        .ends(0, "ambit: exit 0: wrote " + baseline + " with 2 findings");
  }

  @Test
  void whatIsKnownDoesNotFailAndIsShown() {
    Ran scan = scan("--baseline", baseline);
    scan.ends(
        0, "ambit: exit 0: no new finding at or above high; 1 known finding at or above high");
    assertThat(scan.out()).contains("F-c04219bc0994  known", "new 0, known 2, gone 0");
  }

  @Test
  void aWorseFindingIsNew() throws IOException {
    Files.writeString(
        baseline, Files.readString(baseline).replace("severity: high", "severity: medium"));
    Ran scan = scan("--baseline", baseline);
    assertThat(scan.code()).isEqualTo(1);
    assertThat(scan.out()).contains("new 0, known 1, worse than known 1 (F-c04219bc0994), gone 0");
  }

  @Test
  void whatIsGoneIsNamed() throws IOException {
    Files.writeString(input, Worlds.QUIET);
    Ran scan = scan("--baseline", baseline);
    assertThat(scan.code()).isZero();
    assertThat(scan.out()).contains("new 0, known 1, gone 1 (F-c04219bc0994)");
  }

  @Test
  void reportsSayWhatIsGoneAndWhatIsWorse() throws IOException {
    Files.writeString(
        baseline, Files.readString(baseline).replace("severity: high", "severity: medium"));
    Path page = folder.resolve("worse.html");
    ambit(
        "scan", input.toString(), "-q", "--baseline", baseline.toString(), "--out", "html=" + page);
    assertThat(Files.readString(page)).contains("Worse than before", "It was medium.");
    Files.writeString(input, Worlds.QUIET);
    Path result = folder.resolve("result.json");
    Path events = folder.resolve("events.json");
    ambit(
        "scan",
        input.toString(),
        "-q",
        "--baseline",
        baseline.toString(),
        "--out",
        "json=" + result);
    ambit("report", result.toString(), "-q", "--out", "html=" + page, "--out", "ocsf=" + events);
    assertThat(Files.readString(page))
        .contains("Compared with", "and 1 is gone", "<h3>Gone</h3>", "F-c04219bc0994");
    assertThat(Files.readString(events)).contains("\"Resolved\"", "F-c04219bc0994");
  }

  @Test
  void whatAChangeTakesAwayStandsBesideIt() throws IOException {
    Path result = folder.resolve("result.json");
    ambit("scan", "sample-data/forum-incident/input", "-q", "--out", "json=" + result);
    assertThat(Files.readString(result))
        .contains(
            "forum-helper can no longer post to eng-forum",
            "infra-oncall can no longer change who may use user-data-store");
  }

  @Test
  void aNewFindingFails() throws IOException {
    Files.writeString(input, Worlds.QUIET);
    ambit("baseline", "write", "--out", baseline.toString(), input.toString());
    Files.writeString(input, Worlds.EXPOSED);
    scan("--baseline", baseline).ends(1, "ambit: exit 1: 1 new finding at or above high");
  }

  @Test
  void anEarlierResultServesAsWell() {
    Path result = folder.resolve("result.json");
    ambit("scan", input.toString(), "-q", "--out", "json=" + result);
    assertThat(scan("--new-since", result).code()).isZero();
    assertThat(scan("--new-since", baseline).code()).isZero();
  }

  @Test
  void itIsSortedAndKeyedByIdentityAndAScanNeverWritesIt() throws IOException {
    String before = Files.readString(baseline);
    assertThat(before)
        .endsWith(
            """
            findings:
              - id: F-c04219bc0994
                rule: action/exposes-classified-data
                subject: bot
                object: payroll
                severity: high
              - id: F-959eed59cf4c
                rule: action/posts-wider-than-requester
                subject: bot
                object: room
                severity: medium
            """);
    scan("--baseline", baseline);
    assertThat(baseline).hasContent(before);
  }

  @Test
  void aNameThatPromisesJsonIsRefused() {
    ambit("baseline", "write", "--out", folder.resolve("b.json").toString(), ".")
        .complains("a baseline is written as YAML");
  }

  @Test
  void aWrongBaselineIsAMistake() throws IOException {
    Files.writeString(baseline, Files.readString(baseline).replace("subject: bot", "subject: bat"));
    scan("--baseline", baseline).complains("baseline.yaml:5 /findings/0/id", "the id of this");
    scan("--new-since", folder.resolve("none.json")).complains("there is no file");
  }

  private Ran scan(String option, Path file) {
    return ambit("scan", input.toString(), option, file.toString());
  }
}
