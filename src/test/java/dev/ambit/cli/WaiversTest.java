package dev.ambit.cli;

import static dev.ambit.cli.Ran.ambit;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaiversTest {
  private static final String FINDING = "F-c04219bc0994";

  @TempDir Path folder;
  private Path input;
  private Path waivers;

  @BeforeEach
  void aWorldWithOneFinding() throws IOException {
    input = Files.writeString(folder.resolve("acme.yaml"), Worlds.EXPOSED);
    waivers = folder.resolve("waivers.yaml");
  }

  @Test
  void aWaivedFindingDoesNotCountAndIsSeenInEveryOutput() throws IOException {
    add("--until", "2026-12-31", "--ticket", "SEC-1").ends(0, ended("added W-c04219bc0994"));
    for (String format : List.of("text", "json", "md", "csv", "junit", "html", "findings")) {
      Ran scan = scan("--out", format + "=-");
      scan.ends(
          0, "ambit: exit 0: no new finding at or above high; 1 waived finding at or above high");
      assertThat(scan.out()).as(format).contains(FINDING, "the room is closed soon");
    }
  }

  /** What the waiver says is changed by one key. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "until: 2026-12-31 | until: 2026-10-31 | ended on 2026-10-31",
        "until: 2026-12-31 | until: 2027-11-01 | more than 180 days after",
        "date: 2026-11-01 | date: 2026-11-02 | is dated 2026-11-02",
        "audience: 30 | audience: 29 | the audience grew from 29 people to 30 people",
        "severity: high | severity: medium | the severity rose from medium to high",
        "level: restricted | level: internal | the level rose from internal to restricted",
        "paths: 1 | paths: 0 | there is 1 way, and there were 0",
        "decision: accept | decision: agree | 'agree' is not known here",
        "owner: lead | owners: lead | unknown key 'owners'",
        "reason: | because: | unknown key 'because'",
        "finding: F-c04 | finding: F-000 | matches no finding",
        "facts: { | lapses: {audienceAbove: 12}; facts: { | the audience is 30 people, above 12",
        "facts: { | lapses: {levelAbove: internal}; facts: { | the level is restricted, above",
      })
  void aWaiverThatDoesNotStandExcusesNothingAndIsNamed(String key, String other, String why)
      throws IOException {
    add("--until", "2026-12-31");
    String text = Files.readString(waivers);
    assertThat(text).contains(key);
    Files.writeString(waivers, text.replace(key, other.replace("; ", "\n    ")));
    Ran scan = scan();
    assertThat(scan.code()).isEqualTo(1);
    assertThat(scan.out()).contains("waivers.yaml:");
    assertThat(scan.out().replaceAll("\\s+", " ")).contains(why);
  }

  @Test
  void anyOtherPathEndsItIfItSaysSo() throws IOException {
    add("--until", "2026-12-31", "--lapse-if-path-changes");
    assertThat(scan().code()).isZero();
    String text = Files.readString(waivers);
    Files.writeString(waivers, text.replaceFirst("path: \"[0-9a-f]+\"", "path: \"000000000000\""));
    assertThat(scan().out().replaceAll("\\s+", " ")).contains("the path is another");
  }

  @Test
  void theLastDayIsStillADay() throws IOException {
    add("--until", "2026-11-01");
    assertThat(scan().code()).isZero();
    assertThat(scan("--at", "2026-11-02").code()).isEqualTo(1);
  }

  @Test
  void aPatternCoversByItsStars() throws IOException {
    Files.writeString(
        waivers,
        """
        waivers:
          - {rule: "action/*", subject: "b*", object: payroll, reason: r, owner: o, until: 2026-12-01}
        """);
    assertThat(scan().code()).isZero();
  }

  @Test
  void aFileThatIsNoWaiverFileIsAMistake() throws IOException {
    Files.writeString(waivers, "waiver: []\n");
    scan().complains("waivers.yaml:1 /waiver", "unknown key", "'waivers'");
    Files.writeString(waivers, "waivers: [\n");
    assertThat(scan().code()).isEqualTo(2);
    Files.delete(waivers);
    scan().complains("there is no file");
  }

  @Test
  void entriesArePutInByIdAndCommentsStay() throws IOException {
    Files.writeString(
        waivers,
        """
        # ours
        version: 1
        waivers:
          # about z
          - id: Z-1
            finding: F-000000000000
            reason: old   # why
            owner: lead
            until: 2026-12-01
        """);
    add("--until", "2026-12-31", "--id", "A-1");
    assertThat(Files.readString(waivers))
        .startsWith("# ours\nversion: 1\nwaivers:\n  - id: A-1\n    finding: F-c04219bc0994\n")
        .endsWith(
            """
              # about z
              - id: Z-1
                finding: F-000000000000
                reason: old   # why
                owner: lead
                until: 2026-12-01
            """);
    add("--until", "2026-12-31", "--id", "A-1").complains("there is a waiver A-1 already");
    waive("prune").ends(0, ended("took out 1 waiver"));
    assertThat(Files.readString(waivers)).contains("A-1").doesNotContain("Z-1", "about z");
  }

  @Test
  void renewingTakesTheFactsOfToday() throws IOException {
    add("--until", "2026-11-30");
    Files.writeString(input, Worlds.EXPOSED.replace("size: 30", "size: 40"));
    assertThat(scan().code()).isEqualTo(1);
    waive("check", "--strict").ends(1, "ambit: exit 1: no waivers stand, 1 does not");
    waive("renew", "--id", "W-c04219bc0994", "--until", "2026-12-20")
        .ends(0, ended("renewed W-c04219bc0994 until 2026-12-20"));
    assertThat(scan().code()).isZero();
    Ran check = waive("check", "--strict");
    check.ends(0, "ambit: exit 0: 1 waiver stands, 0 do not");
    assertThat(check.out())
        .isEqualTo("W-c04219bc0994 stands until 2026-12-20 for " + FINDING + "\n");
  }

  @Test
  void aDecisionThatCannotStandIsNotWritten() {
    add("--until", "2027-11-01").complains("--until takes a day from 2026-11-01 to 2027-04-30");
    waive(
            "add",
            "--finding",
            "F-000000000000",
            "--reason",
            "r",
            "--owner",
            "o",
            "--until",
            "2026-12-01")
        .complains("there is no finding F-000000000000", FINDING);
    ambit("waive", "prune", "--waivers", "w.json", input.toString())
        .complains("w.json: decisions are written as YAML", ".yaml");
    assertThat(waivers).doesNotExist();
  }

  @Test
  void aChangeCannotExcuseItself() throws Exception {
    scan("--waivers-from", "HEAD").complains("stands in no git repository");
    git("init", "-q");
    git("add", "acme.yaml");
    git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", "base");
    add("--until", "2026-12-31");
    assertThat(scan().code()).isZero();
    Ran scan = scan("--waivers-from", "HEAD");
    assertThat(scan.code()).isEqualTo(1);
    assertThat(scan.out()).contains("not there in HEAD");
    git("add", "waivers.yaml");
    git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", "agreed");
    Files.writeString(waivers, "broken");
    assertThat(scan("--waivers-from", "HEAD").code()).isZero();
    scan("--waivers-from", "nowhere").complains("no revision 'nowhere'");
    scan("--waivers-from=--all").complains("no revision '--all'");
  }

  private void git(String... arguments) throws Exception {
    List<String> command = Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
    Process git = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
    assertThat(git.waitFor()).isZero();
  }

  private String ended(String what) {
    return "ambit: exit 0: "
        + what
        + (what.startsWith("added") ? " for 1 finding" : "")
        + " in "
        + waivers;
  }

  private Ran add(String... more) {
    return waive(
        "add",
        Stream.concat(
                Stream.of(
                    "--finding", FINDING, "--reason", "the room is closed soon", "--owner", "lead"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private Ran waive(String what, String... more) {
    return ambit(
        Stream.of(
                Stream.of("waive", what, "--waivers", waivers.toString()),
                Stream.of(more),
                Stream.of(input.toString()))
            .flatMap(each -> each)
            .toArray(String[]::new));
  }

  private Ran scan(String... more) {
    return ambit(
        Stream.concat(
                Stream.of("scan", input.toString(), "--waivers", waivers.toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }
}
