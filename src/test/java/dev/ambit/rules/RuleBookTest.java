package dev.ambit.rules;

import static dev.ambit.graph.SmallWorld.action;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.ambit.graph.AccessGraph;
import dev.ambit.graph.SmallWorld;
import dev.ambit.model.Agent;
import dev.ambit.model.Certainty;
import dev.ambit.model.ExposurePath;
import dev.ambit.model.Finding;
import dev.ambit.model.Framework;
import dev.ambit.model.Gate;
import dev.ambit.model.GateUse;
import dev.ambit.model.Heads;
import dev.ambit.model.Hop;
import dev.ambit.model.Reach.Relation;
import dev.ambit.model.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleBookTest {
  private static final String EXPOSES =
      """
      SELECT ?subject ?object ?crossing ?through ?uncleared {
        ?crossing amb:kind amb:Action ; amb:agent ?subject ; amb:asset ?object ;
                  amb:through ?through ; amb:uncleared ?uncleared }""";

  private static SmallWorld world() {
    return new SmallWorld()
        .agent(Agent.of("helper", SmallWorld.line(3)))
        .asset("payroll", "restricted")
        .holds(Relation.READS, "helper", "payroll");
  }

  @Test
  void rowsOfOneSubjectAndObjectAreOneFindingThatSpeaksOfTheWorst() {
    GateUse review = gate("review", 3);
    GateUse ignored = gate("review", 0);
    SmallWorld world =
        world()
            .crossing(action("helper", "payroll", "a", Severity.MEDIUM, Heads.of(9), 1))
            .crossing(
                SmallWorld.gated(
                    action("helper", "payroll", "b", Severity.HIGH, Heads.of(5), 2), review))
            .crossing(
                SmallWorld.gated(
                    action("helper", "payroll", "c", Severity.HIGH, Heads.of(4188), 3), ignored));

    Finding finding = only(judged(exposes(), world));

    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
    assertThat(finding.message())
        .isEqualTo("helper can carry payroll to c; 4,188 people are not cleared.");
    assertThat(finding.paths().collect(path -> path.hops().getFirst().to()))
        .containsExactly("c", "b", "a");
    assertThat(finding.pathsTotal()).isEqualTo(3);
    assertThat(finding.audience().uncleared()).isEqualTo(Heads.of(4188));
    assertThat(finding.gates()).containsExactly(ignored);
    assertThat(finding.certainty()).isEqualTo(Certainty.DECLARED);
    assertThat(finding.evidence())
        .containsExactly(SmallWorld.line(20), SmallWorld.line(21), SmallWorld.line(22));
  }

  @Test
  void tenPathsAreWrittenAndAllAreCounted() {
    SmallWorld world = world();
    for (int i = 0; i < 12; i++) {
      world.crossing(
          action("helper", "payroll", "channel-" + i, Severity.HIGH, Heads.of(1), 1 + i % 3));
    }
    Finding finding = only(judged(exposes(), world));
    assertThat(finding.paths()).hasSize(10);
    assertThat(finding.paths().collect(path -> path.hops().size()))
        .as("shortest first")
        .containsExactly(1, 1, 1, 1, 2, 2, 2, 2, 3, 3);
    assertThat(finding.pathsTotal()).isEqualTo(12);
  }

  @Test
  void aFindingWithoutACrossingShowsHowItsEndsHangTogether() {
    RuleText reads = RuleText.of("SELECT ?subject ?object { ?subject amb:reads ?object }");
    Finding finding = only(judged(reads.rule("x/reads"), world()));
    assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(finding.message()).isEqualTo("helper can read payroll.");
    assertThat(finding.paths())
        .containsExactly(
            new ExposurePath(
                Lists.immutable.of(
                    new Hop(
                        "helper",
                        Hop.Kind.READS,
                        "payroll",
                        "helper can read payroll",
                        SmallWorld.line(7),
                        Certainty.DECLARED)),
                Severity.INFO));
    assertThat(finding.pathsTotal()).isEqualTo(1);
    assertThat(finding.evidence()).containsExactly(SmallWorld.line(7), SmallWorld.line(3));
  }

  @Test
  void aRowMayChooseItsSeverityAndSayWhatItIsAtBest() {
    RuleText chosen =
        RuleText.of(
                """
                SELECT ?subject ?object ?severity ?severityBest {
                  ?subject amb:reads ?object . ?object amb:rank ?rank
                  BIND (IF (?rank > 2, "critical", "none") AS ?severity)
                  BIND ("low" AS ?severityBest) }""")
            .header("severity", "");
    SmallWorld world = world().asset("wiki", "internal").holds(Relation.READS, "helper", "wiki");
    Judgement worst = judged(chosen.rule("x/reads"), world);
    Finding finding = only(Judgement.between(worst, worst));
    assertThat(finding.object()).as("none is no finding").isEqualTo("payroll");
    assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(finding.severityBest()).isEqualTo(Severity.LOW);
  }

  @Test
  void bestAndWorstCaseMeetInOneFinding() {
    Judgement worst =
        judged(
            exposes(),
            world().crossing(action("helper", "payroll", "a", Severity.HIGH, Heads.of(9), 1)));
    Judgement best =
        judged(
            exposes(),
            world().crossing(action("helper", "payroll", "a", Severity.LOW, Heads.of(9), 1)));
    Judgement none = judged(exposes(), world());

    assertThat(only(Judgement.between(worst, best)).severityBest()).isEqualTo(Severity.LOW);
    assertThat(only(Judgement.between(worst, worst)).severityBest()).isEqualTo(Severity.HIGH);
    assertThat(only(Judgement.between(worst, none)).severityBest()).isEqualTo(Severity.NONE);
    assertThat(only(Judgement.between(none, best)).severity())
        .as("what only the best case has is not dropped")
        .isEqualTo(Severity.LOW);
    assertThat(only(Judgement.between(none, best)).severityBest()).isEqualTo(Severity.NONE);
  }

  @Test
  void aRowAboutSomethingThatTheInputsDoNotNameIsAFaultOfItsRule() {
    RuleText word = RuleText.of("SELECT (?word AS ?subject) ?object { ?object amb:level ?word }");
    assertThatThrownBy(() -> judged(word.rule("x/word"), world()))
        .isInstanceOf(RuleException.class)
        .hasMessage(
            "x/word: a row has ?subject 'restricted', which is no node of the inputs."
                + " Bind ?subject to an agent, a credential, a gate or another node.");
  }

  @Test
  void aRowHasAnObjectACrossingAndASeverityThatMeanSomething() {
    assertThatThrownBy(
            () ->
                judged(
                    RuleText.of("SELECT ?subject ?object { ?subject a amb:Agent }").rule("x/y"),
                    world()))
        .hasMessageContaining("a row has no ?object");
    assertThatThrownBy(
            () ->
                judged(
                    RuleText.of(
                            "SELECT ?subject ?object ?severity { ?subject amb:reads ?object ;"
                                + " amb:stage ?severity }")
                        .rule("x/y"),
                    world()))
        .hasMessageContaining("a row has ?severity 'live'");
    assertThatThrownBy(
            () ->
                judged(
                    RuleText.of(
                            "SELECT ?subject ?object ?crossing { ?subject amb:reads ?object ;"
                                + " amb:stage ?crossing }")
                        .rule("x/y"),
                    world()))
        .hasMessageContaining("a row has ?crossing 'live', which is no crossing");
  }

  @Test
  void aUsersRulesStandBesideOursAndNeverOverThem(@TempDir Path ours, @TempDir Path theirs)
      throws IOException {
    write(ours, "scope/reads", "SELECT ?subject ?object { ?subject amb:reads ?object }");
    write(theirs, "own/writes", "SELECT ?subject ?object { ?subject amb:writes ?object }");
    RuleBook book = RuleBook.in(ours).with(theirs);
    assertThat(book.rules().collect(Rule::id)).containsExactly("own/writes", "scope/reads");
    assertThat(book.rulesDigest()).isNotEqualTo(RuleBook.in(ours).rulesDigest());

    write(theirs, "scope/reads", "SELECT ?subject ?object { ?subject amb:writes ?object }");
    assertThatThrownBy(() -> RuleBook.in(ours).with(theirs))
        .isInstanceOf(RuleException.class)
        .hasMessage("scope/reads: there is a rule of that id. Rename the file.");
  }

  @Test
  void everyRuleThatIsWrongIsToldAtOnce(@TempDir Path folder) throws IOException {
    write(folder, "a/one", "SELECT ?subject ?object { ?subject amb:reds ?object }");
    write(folder, "b/two", "SELECT ?subject { ?subject amb:reads ?object }");
    assertThatThrownBy(() -> RuleBook.in(folder))
        .hasMessageMatching("a/one: [^\n]*\nb/two: [^\n]*\nb/two: [^\n]*");
  }

  @Test
  void aFolderWithoutRulesIsAMistake(@TempDir Path folder) {
    assertThatThrownBy(() -> RuleBook.shipped().with(folder))
        .hasMessage("rules: the folder has no .rq file. Give a folder of rules with --rules.");
    assertThatThrownBy(() -> RuleBook.in(folder.resolve("nowhere")))
        .hasMessage(
            "rules: the folder cannot be read. Give a folder of .rq files that is readable.");
  }

  @Test
  void whatIsNotARuleFileIsLeftAlone(@TempDir Path folder) throws IOException {
    write(folder, "a/one", "SELECT ?subject ?object { ?subject amb:reads ?object }");
    Files.writeString(folder.resolve("a/one.examples.yaml"), "worlds: []");
    Files.createDirectories(folder.resolve(".git"));
    Files.writeString(folder.resolve(".git/hook.rq"), "no rule");
    Files.createSymbolicLink(folder.resolve("a/two.rq"), folder.resolve("a/one.rq"));
    assertThat(RuleBook.in(folder).rules().collect(Rule::id)).containsExactly("a/one");
    Files.write(folder.resolve("a/bytes.rq"), new byte[] {(byte) 0xff});
    assertThatThrownBy(() -> RuleBook.in(folder))
        .hasMessage("a/bytes.rq: the file is not UTF-8. Save it as UTF-8.");
  }

  @Test
  void aFindingNamesTheListsThatItsRuleSpeaksTo(@TempDir Path folder) throws IOException {
    write(folder, "x/reads", "SELECT ?subject ?object { ?subject amb:reads ?object }");
    Files.createDirectories(folder.resolve("frameworks"));
    Files.writeString(
        folder.resolve("frameworks/agentic.csv"),
        "id,title,list\nASI03,\"Identity, and \"\"Privilege\"\" Abuse\",OWASP 2026\n");
    Files.writeString(folder.resolve("frameworks/mapping.csv"), "rule,id\nx/reads,ASI03\n");
    assertThat(only(RuleBook.in(folder).check(world().graph())).frameworks())
        .containsExactly(new Framework("ASI03", "OWASP 2026", "Identity, and \"Privilege\" Abuse"));

    Files.writeString(folder.resolve("frameworks/mapping.csv"), "rule,id\nx/reads,ASI3\n");
    assertThatThrownBy(() -> RuleBook.in(folder))
        .hasMessage("frameworks/mapping.csv: no list has the id 'ASI3'. Did you mean 'ASI03'?");
  }

  @Test
  void aReportKnowsEveryRuleAlsoOneThatFoundNothing() {
    RuleBook book =
        bookOf(
            exposes(),
            RuleText.of("SELECT ?subject ?object { ?subject amb:reads ?object }").rule("x/reads"));
    assertThat(book.summaries(book.check(world().graph()).findings()))
        .extracting("id", "severity", "findings")
        .containsExactly(tuple("x/exposes", "path", 0), tuple("x/reads", "medium", 1));
  }

  private static Rule exposes() {
    return RuleText.of(EXPOSES)
        .header("severity", "")
        .header("hop", "")
        .header(
            "message",
            "#+ message: {subject} can carry {object} to {through};"
                + " {uncleared} are not cleared.\n")
        .rule("x/exposes");
  }

  private static GateUse gate(String id, int tier) {
    return new GateUse(id, Gate.Strength.HOST, tier, "it asks", SmallWorld.HERE);
  }

  private static Judgement judged(Rule rule, SmallWorld world) {
    AccessGraph graph = world.graph();
    return bookOf(rule).check(graph);
  }

  private static RuleBook bookOf(Rule... rules) {
    return new RuleBook(Lists.immutable.of(rules), Lists.immutable.empty(), Frameworks.NONE);
  }

  private static Finding only(Judgement judgement) {
    assertThat(judgement.findings()).hasSize(1);
    return judgement.findings().getFirst();
  }

  private static void write(Path folder, String id, String query) throws IOException {
    Path file = folder.resolve(id + ".rq");
    Files.createDirectories(file.getParent());
    Files.writeString(file, RuleText.of(query).text());
  }
}
