package dev.ambit.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.model.AnalysisResult;
import dev.ambit.model.Finding;
import dev.ambit.model.Severity;
import dev.ambit.model.Verdict;
import dev.ambit.rules.RuleBook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hundreds of well-built agents give nobody work; one control less, and that agent alone does. */
class QuietWorldTest {
  private static final RuleBook RULES = RuleBook.shipped();
  private static final int DEPARTMENTS = 25;
  private static final long SEED = 20261101;

  private static final String NOT_SAID = "";

  @TempDir Path folder;

  /**
   * A fact that becomes another one, and what is then found: {@code rule object severity}, all of
   * it of one agent.
   *
   * @param agent in a department, which is its number
   */
  private record Control(
      String agent, String record, String key, Object becomes, List<String> found) {}

  /** One in each of the first departments; the severities are sums of contract/semantics.md. */
  private static final List<Control> CONTROLS =
      List.of(
          // 3 - 1; a reply has one reader
          new Control(
              "answers-1-1",
              "agents/answers-1-1",
              "knowledge",
              List.of(Map.of("asset", "files-1", "filtered", "none", "items", "listed")),
              List.of("advice/answers-beyond-reader-clearance files-1 high")),
          // 2 + 1 for people outside, and no more than the base of the highest rank
          new Control(
              "shop-2-1",
              "tools/lookup-of-shop-2-1",
              "tenantBound",
              false,
              List.of(
                  "deputy/invoker-below-agent orders-2 critical",
                  "action/three-legs-in-one-session orders-2 high",
                  "action/cross-tenant-service lookup-of-shop-2-1 medium")),
          new Control(
              "notifier-3-1",
              "agents/notifier-3-1",
              "owner",
              NOT_SAID,
              List.of("oversight/owner-missing notifier-3-1 medium")),
          // words to the model: code is confidential, and a shell is no plain write
          new Control(
              "coder-4-1",
              "gates/steps-coder-4-1",
              "strength",
              "prompt",
              List.of(
                  "oversight/gate-only-in-prompt steps-coder-4-1 high",
                  "oversight/destructive-ungated sandbox-4 medium")),
          // 3 + 1: it runs alone
          new Control(
              "purger-5-1",
              "gates/stewards-purger-5-1",
              "mode",
              "log-only",
              List.of(
                  "oversight/destructive-ungated archive-5 critical",
                  "oversight/gate-bypassable stewards-purger-5-1 critical")),
          // 3 - 1, and at most medium: only they read their room
          new Control(
              "adviser-6-1",
              "gates/second-adviser-6-1",
              "strength",
              "none",
              List.of("advice/reaches-access-changers opened-by-adviser-6-1 medium")),
          new Control(
              "caller-7-1",
              "agents/caller-7-1",
              "calls",
              List.of(Map.of("agent", "called-by-caller-7-1", "token", "passed")),
              List.of("deputy/delegation-not-attenuated called-by-caller-7-1 medium")),
          // 2 - 1, and 1 more where many read: the memory, not the reply
          new Control(
              "minutes-8-1",
              "agents/minutes-8-1",
              "invokers",
              List.of("staff-8"),
              List.of(
                  "data/mixed-audience-memory notes-of-minutes-8-1 high",
                  "deputy/invoker-below-agent orders-8 medium")),
          // 1 + 1 for people outside, and 1 more: it runs alone
          new Control(
              "nightly-9-1",
              "assets/report-of-nightly-9-1",
              "readers",
              List.of("staff-9", "customers"),
              List.of("action/exposes-classified-data figures-9 critical")),
          // 3 - 1
          new Control(
              "proxy-10-1",
              "agents/proxy-10-1",
              "identity",
              Map.of("mode", "own", "as", List.of("svc-proxy-10-1")),
              List.of("deputy/invoker-below-agent files-10 high")),
          new Control(
              "proxy-11-1",
              "agents/proxy-11-1",
              "stop",
              "local",
              List.of("oversight/no-remote-stop proxy-11-1 medium")),
          new Control(
              "answers-12-1",
              "agents/answers-12-1",
              "audit",
              Map.of("log", "log-12", "attributable", true, "retentionDays", 30),
              List.of("oversight/audit-trail-missing answers-12-1 medium")));

  @Test
  void hundredsOfWellBuiltAgentsAreQuiet() {
    AnalysisResult result = scanned(QuietWorld.of(SEED, DEPARTMENTS));
    assertThat(result.counts().agents()).isGreaterThan(300);
    assertThat(result.counts().assets()).isGreaterThan(300);
    assertThat(result.counts().channels()).isGreaterThan(75);
    assertThat(told(result)).isEmpty();
    assertThat(result.gaps()).isEmpty();
    assertThat(result.verdict().status()).isEqualTo(Verdict.Status.PASSED);
  }

  @Test
  void eachControlThatIsTakenAwayIsMissedOfItsAgentAlone() {
    World world = QuietWorld.of(SEED, DEPARTMENTS);
    List<String> expected = new ArrayList<>();
    for (Control control : CONTROLS) {
      Map<String, Object> record = record(world, control.record());
      record.put(control.key(), control.becomes());
      record.values().remove(NOT_SAID);
      control.found().forEach(found -> expected.add(control.agent() + " " + found));
    }
    assertThat(told(scanned(world))).containsExactlyInAnyOrderElementsOf(expected);
  }

  private AnalysisResult scanned(World world) {
    return Scanned.by(RULES, folder, world);
  }

  private static Map<String, Object> record(World world, String place) {
    String[] parts = place.split("/", 2);
    return world.all(parts[0]).stream()
        .filter(each -> World.text(each, "id").equals(parts[1]))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no " + place));
  }

  /** What somebody has to look at. */
  private static List<String> told(AnalysisResult result) {
    return result
        .findings()
        .select(finding -> finding.severity().atLeast(Severity.MEDIUM))
        .collect(QuietWorldTest::line)
        .castToList();
  }

  private static String line(Finding finding) {
    return String.join(
        " ", finding.subject(), finding.rule(), finding.object(), finding.severity().word());
  }
}
