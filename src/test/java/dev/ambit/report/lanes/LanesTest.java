package dev.ambit.report.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.model.Certainty;
import dev.ambit.model.ExposurePath;
import dev.ambit.model.Finding;
import dev.ambit.model.Hop;
import dev.ambit.model.Hop.Kind;
import dev.ambit.model.Origin;
import dev.ambit.model.Severity;
import dev.ambit.report.Results;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

class LanesTest {
  private static final Finding ADVICE = Results.incident().findings().getFirst();

  @Test
  void theAdvicePathRunsFromTheAgentToThoseWhoCouldBeLetIn() {
    Lanes lanes = Lanes.of(ADVICE.paths().getFirst(), ADVICE);
    assertThat(lanes.heads().collect(Lanes.Head::text))
        .containsExactly("Agent", "Channel", "Who reads it", "Data", "Who could be let in");
    assertThat(lanes.boxes().collect(Lanes.Box::name))
        .containsExactly(
            "forum-helper", "eng-forum", "infra-oncall", "user-data-store", "all-engineers");
    assertThat(lanes.boxes().getLast().below()).isEqualTo("4,188 not cleared");
    assertThat(lanes.boundary()).isBetween(lanes.boxes().get(3).x(), lanes.boxes().getLast().x());
  }

  @Test
  void aGateStandsOnTheStepWhoseReasonNamesIt() {
    Lanes lanes = Lanes.of(ADVICE.paths().getFirst(), ADVICE);
    assertThat(lanes.lines().getFirst().gates().collect(Lanes.Mark::name))
        .containsExactly("ask-first");
    assertThat(lanes.hasGate(false)).isTrue();
    assertThat(lanes.hasGate(true)).isFalse();
  }

  @Test
  void whatIsReadMeetsWhatIsPostedAtTheChannel() {
    Lanes lanes =
        of(
            hop("bot", Kind.READS, "payroll", Certainty.DECLARED),
            hop("bot", Kind.PUBLISHES, "forum", Certainty.DECLARED),
            hop("forum", Kind.READ_BY, "staff", Certainty.DECLARED));
    assertThat(lanes.heads().collect(Lanes.Head::text))
        .containsExactly("Agent", "Data", "Channel", "Who reads it");
    Lanes.Line carried = lanes.lines().detect(line -> line.number() == 0);
    assertThat(carried.verb()).isEqualTo("carried");
    assertThat(carried.found()).isFalse();
  }

  @Test
  void whoAsksStandsOnTheLeftAndGetsTheReplyOnTheRight() {
    Lanes lanes =
        of(
            hop("bot", Kind.INVOKED_BY, "staff", Certainty.DECLARED),
            hop("bot", Kind.READS, "payroll", Certainty.DECLARED),
            hop("bot", Kind.REPLIES, "staff", Certainty.DECLARED));
    assertThat(lanes.boxes().collect(Lanes.Box::name))
        .containsExactly("staff", "bot", "payroll", "staff");
  }

  @Test
  void aWayThatComesBackHasASecondPlaceForTheName() {
    Lanes lanes =
        of(
            hop("role-a", Kind.ASSUMES, "role-b", Certainty.OBSERVED),
            hop("role-b", Kind.ASSUMES, "role-a", Certainty.OBSERVED));
    assertThat(lanes.boxes().collect(Lanes.Box::x)).doesNotHaveDuplicates().hasSize(3);
  }

  @Test
  void boxesNeverOverlap() {
    Lanes lanes =
        of(
            hop("bot", Kind.READS, "a", Certainty.DECLARED),
            hop("bot", Kind.READS, "b", Certainty.DECLARED),
            hop("bot", Kind.READS, "c", Certainty.DECLARED),
            hop("bot", Kind.PUBLISHES, "forum", Certainty.DECLARED));
    for (Lanes.Box one : lanes.boxes()) {
      assertThat(one.y() + one.height()).isLessThanOrEqualTo(lanes.height());
      assertThat(lanes.boxes().reject(one::equals))
          .noneMatch(other -> other.x() == one.x() && Math.abs(other.y() - one.y()) < one.height());
    }
  }

  @Test
  void whatIsAssumedIsDotted() {
    assertThat(of(hop("bot", Kind.READS, "a", Certainty.ASSUMED)).hasDotted()).isTrue();
    assertThat(of(hop("bot", Kind.READS, "a", Certainty.DECLARED)).hasDotted()).isFalse();
  }

  @Test
  void eachAgentOfADelegationHasAColumnOfItsOwn() {
    Lanes lanes =
        of(
            hop("front", Kind.CALLS, "desk", Certainty.DECLARED),
            hop("desk", Kind.CALLS, "clerk", Certainty.DECLARED),
            hop("clerk", Kind.READS, "payroll", Certainty.DECLARED));
    assertThat(lanes.heads().collect(Lanes.Head::text))
        .containsExactly("Agent", "Agent", "Agent", "Data");
    assertThat(lanes.boxes().collect(Lanes.Box::x).castToList()).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void thePictureOfAnAgentHasSixLanesAndOneBoxForWhatIsNotDrawn() {
    var triage = Results.incident().statement().agents().getLast();
    Lanes lanes = Lanes.of(triage, Results.incident().findings());
    assertThat(lanes.heads().collect(Lanes.Head::text)).hasSize(6).doesNotHaveDuplicates();
    assertThat(lanes.boxes().collect(Lanes.Box::name)).contains("and 32 more");
    assertThat(lanes.hasNumbers()).isFalse();
    assertThat(lanes.description()).contains("support-triage can read table-1");
    for (Lanes.Box one : lanes.boxes()) {
      assertThat(one.y() + one.height()).isLessThanOrEqualTo(lanes.height());
      assertThat(lanes.boxes().reject(one::equals))
          .noneMatch(other -> other.x() == one.x() && Math.abs(other.y() - one.y()) < one.height());
    }
  }

  @Test
  void aLongNameKeepsItsEnd() {
    assertThat(Names.lines("arn:aws:iam::111122223333:role/service/support-triage"))
        .hasSize(2)
        .allMatch(line -> line.length() <= Names.LINE)
        .last()
        .asString()
        .endsWith("support-triage");
  }

  private static Lanes of(Hop... hops) {
    return Lanes.of(
        new ExposurePath(Lists.immutable.of(hops), Severity.HIGH),
        ADVICE.withGates(Lists.immutable.empty()));
  }

  private static Hop hop(String from, Kind kind, String to, Certainty certainty) {
    return new Hop(from, kind, to, "it is so", Origin.ofFile("a.yaml"), certainty);
  }
}
