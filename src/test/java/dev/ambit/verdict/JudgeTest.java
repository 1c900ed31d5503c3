package dev.ambit.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.model.Audience;
import dev.ambit.model.Certainty;
import dev.ambit.model.Finding;
import dev.ambit.model.Gap;
import dev.ambit.model.InputFile;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Severity;
import dev.ambit.model.Verdict;
import dev.ambit.model.Verdict.Status;
import java.util.Arrays;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
  private static final Origin PLACE = new Origin("agents.yaml", 3, "/agents/0");
  private static final ImmutableList<InputFile> ONE_FILE =
      Lists.immutable.of(new InputFile("agents.yaml", "00", "inventory", 9));

  /** worst-best of each finding; what the gap matters; threshold; what must come out. */
  @ParameterizedTest(name = "{0} gap {1} on {2}, strict {3}: {4}, exit {5}")
  @CsvSource({
    "'',                        -,        high,     false, PASSED,     0",
    "medium-medium,             -,        high,     false, PASSED,     0",
    "high-high,                 -,        high,     false, FAILED,     1",
    "critical-critical,         -,        high,     false, FAILED,     1",
    "high-high,                 -,        critical, false, PASSED,     0",
    "low-low,                   -,        low,      false, FAILED,     1",
    "info-info,                 -,        low,      false, PASSED,     0",
    "critical-critical,         -,        none,     false, PASSED,     0",
    "critical-low,              -,        high,     false, INCOMPLETE, 3",
    "critical-none,             -,        high,     false, INCOMPLETE, 3",
    "critical-low,              -,        high,     true,  FAILED,     1",
    "critical-high,             -,        high,     false, FAILED,     1",
    "critical-none,             -,        none,     false, PASSED,     0",
    "medium-low,                -,        high,     false, PASSED,     0",
    "'high-high critical-low',  -,        high,     false, FAILED,     1",
    "'',                        high,     high,     false, INCOMPLETE, 3",
    "'',                        high,     high,     true,  INCOMPLETE, 3",
    "'',                        medium,   high,     false, PASSED,     0",
    "'',                        critical, none,     false, PASSED,     0",
    "high-high,                 high,     high,     false, FAILED,     1",
  })
  void theThresholdDecides(
      String findings, String gap, String failOn, boolean strict, Status status, int exit) {
    Verdict verdict =
        Judge.judge(
            findings(findings),
            gap.equals("-") ? Lists.immutable.empty() : Lists.immutable.of(gap(gap)),
            Lists.immutable.empty(),
            ONE_FILE,
            1,
            severity(failOn),
            strict);
    assertThat(verdict.status()).isEqualTo(status);
    assertThat(verdict.reasons()).isNotEmpty();
    assertThat(ExitCode.of(verdict).number()).isEqualTo(exit);
  }

  @Test
  void everythingThatAppliesIsSaid() {
    Verdict verdict =
        Judge.judge(
            findings("high-high high-high critical-low"),
            Lists.immutable.of(gap("critical")),
            Lists.immutable.of(note(Note.Kind.ERROR), note(Note.Kind.NOT_JUDGED)),
            ONE_FILE,
            1,
            Severity.HIGH,
            false);
    assertThat(verdict.reasons())
        .containsExactly(
            "2 new findings at or above high",
            "1 file could not be read in full",
            "1 rule hit a limit and did not judge",
            "1 finding may be at or above high, depending on what is not known",
            "1 missing fact could matter at or above high");
  }

  @Test
  void anUnreadableInputGivesThreeEvenWhenFindingsFailed() {
    Verdict verdict = judgeNote("high-high", Note.Kind.ERROR, 1);
    assertThat(verdict.status()).isEqualTo(Status.FAILED);
    assertThat(ExitCode.of(verdict)).isEqualTo(ExitCode.INCOMPLETE);
  }

  @Test
  void anUnreadableInputIsNeverPassed() {
    Verdict verdict = judgeNote("", Note.Kind.ERROR, 1);
    assertThat(verdict.status()).isEqualTo(Status.INCOMPLETE);
    assertThat(ExitCode.of(verdict)).isEqualTo(ExitCode.INCOMPLETE);
  }

  @Test
  void aRuleThatHitItsLimitIsNotJudged() {
    assertThat(judgeNote("", Note.Kind.NOT_JUDGED, 1).status()).isEqualTo(Status.INCOMPLETE);
    // Findings that failed are known whatever the rule would have said.
    assertThat(ExitCode.of(judgeNote("high-high", Note.Kind.NOT_JUDGED, 1)))
        .isEqualTo(ExitCode.FAILED);
  }

  @Test
  void aFileThatNobodyReadsIsNoError() {
    assertThat(judgeNote("", Note.Kind.UNCLAIMED, 1).status()).isEqualTo(Status.PASSED);
  }

  @Test
  void noAgentsIsNotAPass() {
    Verdict verdict = judgeNote("", Note.Kind.NOTE, 0);
    assertThat(verdict.status()).isEqualTo(Status.INCOMPLETE);
    assertThat(ExitCode.of(verdict)).isEqualTo(ExitCode.INCOMPLETE);
  }

  @Test
  void noFileToReadIsNothingToScan() {
    Verdict verdict =
        Judge.judge(
            findings(""),
            Lists.immutable.empty(),
            Lists.immutable.of(note(Note.Kind.UNCLAIMED)),
            Lists.immutable.empty(),
            0,
            Severity.HIGH,
            false);
    assertThat(verdict.status()).isEqualTo(Status.INCOMPLETE);
    assertThat(verdict.reasons()).hasSize(1);
    assertThat(ExitCode.of(verdict)).isEqualTo(ExitCode.NOTHING_TO_SCAN);
  }

  @Test
  void whatTheBaselineKnowsDoesNotFail() {
    ImmutableList<Finding> known =
        findings("high-high").collect(finding -> finding.withStatus(Finding.Status.KNOWN));
    Verdict verdict =
        Judge.judge(
            known,
            Lists.immutable.empty(),
            Lists.immutable.empty(),
            ONE_FILE,
            1,
            Severity.HIGH,
            false);
    assertThat(verdict.status()).isEqualTo(Status.PASSED);
  }

  @Test
  void exitZeroForgivesFindingsAndNothingElse() {
    assertThat(FastList.newListWith(ExitCode.values()).collect(ExitCode::withoutFailure))
        .containsExactly(
            ExitCode.PASSED,
            ExitCode.PASSED,
            ExitCode.USAGE,
            ExitCode.INCOMPLETE,
            ExitCode.NOTHING_TO_SCAN,
            ExitCode.FAULT,
            ExitCode.INTERRUPTED,
            ExitCode.TERMINATED);
  }

  private static Verdict judgeNote(String findings, Note.Kind kind, int agents) {
    return Judge.judge(
        findings(findings),
        Lists.immutable.empty(),
        Lists.immutable.of(note(kind)),
        ONE_FILE,
        agents,
        Severity.HIGH,
        false);
  }

  private static Note note(Note.Kind kind) {
    return new Note(kind, "something is odd", PLACE);
  }

  private static Gap gap(String matters) {
    return new Gap("eng-forum", "readers", severity(matters), "channels[].readers", PLACE);
  }

  private static ImmutableList<Finding> findings(String ranges) {
    return FastList.newList(Arrays.asList(ranges.split(" ")))
        .reject(String::isEmpty)
        .collect(range -> range.split("-"))
        .collectWithIndex(
            (ends, at) -> finding("object-" + at, severity(ends[0]), severity(ends[1])))
        .toImmutable();
  }

  private static Finding finding(String object, Severity worst, Severity best) {
    return new Finding(
        "oversight/owner-missing",
        "No accountable owner",
        "bot",
        object,
        worst,
        best,
        Certainty.DECLARED,
        Finding.Status.NEW,
        "bot has no owner on record.",
        "Nobody answers for it.",
        "Name one.",
        Audience.NOBODY,
        Lists.immutable.empty(),
        Lists.immutable.empty(),
        0,
        Lists.immutable.empty(),
        Lists.immutable.empty(),
        Lists.immutable.of(PLACE));
  }

  private static Severity severity(String word) {
    return Severity.named(word).orElseThrow();
  }
}
