package dev.ambit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambit.graph.AccessGraph;
import dev.ambit.graph.Answer;
import dev.ambit.graph.Limits;
import dev.ambit.graph.Row;
import dev.ambit.graph.SmallWorld;
import dev.ambit.graph.Vocabulary;
import dev.ambit.model.Agent;
import dev.ambit.model.Finding;
import dev.ambit.model.Note;
import dev.ambit.model.Reach.Relation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rules that a stranger wrote, in one process and in this order: what the first leaves behind must
 * not open a door for the next.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HostileRulesTest {
  private static final String LOADED = "<java:dev.ambit.rules.LoadedByIri>";
  private static final Limits SHORT = new Limits(Duration.ofMillis(700), 1_000_000);

  /** Backtracks for seconds at each row and looks at no flag meanwhile, but ends some day. */
  private static final String LONG_REGEX = "REGEX(\"" + "a".repeat(26) + "!\", \"^((a*)*)*$\")";

  /** As the other, but nobody will see its end. */
  private static final String ENDLESS_REGEX = "REGEX(\"" + "a".repeat(80) + "!\", \"^((a*)*)*$\")";

  private static final AccessGraph GRAPH = world(2).graph();

  private static SmallWorld world(int agents) {
    SmallWorld world = new SmallWorld().asset("payroll", "restricted");
    for (int i = 0; i < agents; i++) {
      world
          .agent(Agent.of("agent-" + i, SmallWorld.line(i + 1)))
          .holds(Relation.READS, "agent-" + i, "payroll");
    }
    return world;
  }

  @BeforeAll
  static void theProcessHasLoadedAClassByIriBefore() {
    Graph graph = GraphFactory.createDefaultGraph();
    try (QueryExec exec =
        QueryExec.graph(graph).query("SELECT (" + LOADED + "() AS ?x) {}").build()) {
      exec.select().forEachRemaining(row -> {});
    }
    assertThat(LoadedByIri.RUNS).as("an open engine runs it: the test has teeth").hasValue(1);
  }

  @Order(1)
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ?subject ?object { ?subject a amb:Agent BIND (F() AS ?object) }",
        "SELECT ?subject ?object { ?subject a amb:Agent ; amb:stage ?object FILTER (F() = 1) }",
        "SELECT ?subject ?object { ?subject a amb:Agent ; amb:stage ?object } ORDER BY F()",
        "SELECT ?subject (MAX(F()) AS ?object) { ?subject a amb:Agent } GROUP BY ?subject",
        "SELECT ?subject (1 AS ?object) { ?subject a amb:Agent } GROUP BY ?subject HAVING (F() > 0)",
        "SELECT ?subject ?object { ?subject a amb:Agent } GROUP BY ?subject (F() AS ?object)",
        "SELECT ?subject (F() AS ?object) { { SELECT ?subject { ?subject a amb:Agent } ORDER BY F() } }",
        "SELECT ?subject ?object { ?subject a amb:Agent ; amb:stage ?object FILTER NOT EXISTS { ?subject ?p ?o FILTER (F() > 0) } }"
      })
  void aClassNamedInARuleIsRefusedAndNeverRuns(String query) {
    int before = LoadedByIri.RUNS.get();
    String hostile = query.replace("F()", LOADED + "()");
    assertRefused(
        hostile,
        "<java:dev.ambit.rules.LoadedByIri> is not in the vocabulary,"
            + " and a rule may load or call nothing else.");
    bypassingTheReader(hostile);
    assertThat(LoadedByIri.RUNS).hasValue(before);
  }

  @Order(2)
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ?subject ?object { SERVICE <http://127.0.0.1:9/> { ?subject amb:reads ?object } }",
        "SELECT ?subject ?object FROM <file:/etc/passwd> { ?subject amb:reads ?object }",
        "SELECT ?subject ?object FROM NAMED <urn:x> { GRAPH <urn:x> { ?subject amb:reads ?object } }",
        "SELECT ?subject ?object { GRAPH ?object { ?subject amb:reads ?y } }"
      })
  void aRuleAsksNoOtherGraph(String query) {
    assertThatThrownBy(() -> RuleText.of(query).rule("x/hostile"))
        .isInstanceOf(RuleException.class)
        .hasMessageMatching(
            "(?s)x/hostile: (SERVICE|FROM|GRAPH) is not allowed \\(line 9\\)\\."
                + " A rule asks the one graph it is given\\..*");
  }

  @Order(2)
  @Test
  void anEngineThatIsAskedToCallOutRefuses() {
    Answer answer =
        bypassingTheReader(
            "SELECT * { SERVICE <http://127.0.0.1:9/> { ?subject amb:reads ?object } }");
    assertThat(answer).isInstanceOf(Answer.Stopped.class);
    assertThat(answer.toString()).contains("the query engine refused it: ");
  }

  @Order(3)
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ?subject ?object { ?list <http://jena.apache.org/ARQ/list#member> ?object . ?subject amb:reads ?list }",
        "SELECT ?subject ?object { ?subject amb:reads ?y . ?object <http://jena.apache.org/ARQ/property#splitIRI> (?a ?b) }",
        "SELECT ?subject ?object { ?subject amb:reads ?object . ?subject <java:dev.ambit.rules.LoadedByIri> ?y }",
        "SELECT ?subject ?object { ?subject amb:reads ?object FILTER (<http://www.w3.org/2005/xpath-functions#matches>(\"a\", \"a\")) }"
      })
  void anExtensionOfTheEngineIsRefusedAndUnknown(String query) {
    assertThatThrownBy(() -> RuleText.of(query).rule("x/hostile"))
        .isInstanceOf(RuleException.class)
        .hasMessageContaining("> is not in the vocabulary");
    assertThat(bypassingTheReader(query)).isEqualTo(new Answer.Complete(0));
  }

  @Order(4)
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ?subject ?object { ?subject amb:reads ?object } ORDER BY REGEX(\"a\", \"(a*)*\")",
        "SELECT ?subject ?object { ?subject amb:reads ?object FILTER regex(STR(?object), \"a\") }",
        "SELECT ?subject (REPLACE(\"a\", \"a\", \"b\") AS ?object) { ?subject a amb:Agent }"
      })
  void aRegularExpressionIsRefused(String query) {
    assertThatThrownBy(() -> RuleText.of(query).rule("x/hostile"))
        .isInstanceOf(RuleException.class)
        .hasMessageMatching(
            "x/hostile: (REGEX|REPLACE) is not allowed, since it may never end \\(line 9\\)\\."
                + " Use CONTAINS, STRSTARTS or STRENDS\\.");
  }

  @Order(4)
  @ParameterizedTest
  @ValueSource(strings = {"NOW()", "RAND()", "UUID()", "STRUUID()"})
  void whatDiffersFromRunToRunIsRefused(String function) {
    assertRefused(
        "SELECT ?subject ?object { ?subject a amb:Agent BIND (" + function + " AS ?object) }",
        function.replace("()", "") + " is not allowed, since it differs from run to run (line 9).");
  }

  @Order(5)
  @Test
  @Timeout(value = 30, unit = TimeUnit.SECONDS)
  void anExpressionThatNeverEndsAndOneWithTooManyRowsAreStoppedAndTheThirdRuleIsJudged(
      @TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("x"));
    write(
        folder,
        "x/b-cross-product",
        "SELECT ?subject ?object { ?subject a amb:Agent . ?object ?p ?o . ?a ?q ?b . ?c ?r ?d ."
            + " ?e ?s ?f . ?g ?t ?h . ?i ?u ?j FILTER (CONCAT(STR(?a), STR(?j)) = \"none\") }");
    write(folder, "x/c-well-behaved", "SELECT ?subject ?object { ?subject amb:reads ?object }");
    RuleBook book = RuleBook.in(folder);
    RuleBook withRegex = bookOf(book.rules().newWith(unchecked("x/a-regex", LONG_REGEX)));

    Judgement judgement = withRegex.check(GRAPH, SHORT);

    assertThat(judgement.notJudged()).containsExactly("x/a-regex", "x/b-cross-product");
    assertThat(judgement.notes().collect(Note::kind)).containsOnly(Note.Kind.NOT_JUDGED);
    assertThat(judgement.notes().collect(Note::text))
        .containsExactly(
            "the rule x/a-regex was not judged: it ran longer than 700 milliseconds; simplify it",
            "the rule x/b-cross-product was not judged: it ran longer than 700 milliseconds;"
                + " simplify it");
    assertThat(judgement.findings().collect(Finding::rule)).hasSize(2);
    assertThat(judgement.findings().collect(Finding::rule)).containsOnly("x/c-well-behaved");
  }

  @Order(6)
  @Test
  void aRuleThatGivesMoreRowsThanAnybodyReadsIsStopped() {
    List<Row> rows = new ArrayList<>();
    Answer answer =
        GRAPH.select(
            QueryFactory.create("SELECT * { ?a ?p ?b . ?c ?q ?d }"),
            new Limits(Duration.ofSeconds(60), 1_000),
            rows::add);
    assertThat(answer).isEqualTo(new Answer.Stopped("it gave more than 1,000 rows"));
    assertThat(rows).hasSize(1_000);
  }

  @Order(7)
  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void aThreadThatHearsNobodyDoesNotKeepTheProcessAlive() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LeftBehind.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(process.waitFor(40, TimeUnit.SECONDS)).as("it ended by itself").isTrue();
      assertThat(process.exitValue()).isEqualTo(LeftBehind.STOPPED);
    } finally {
      process.destroyForcibly();
    }
  }

  /** A process of its own that leaves an endless rule behind and returns from main. */
  public static final class LeftBehind {
    static final int STOPPED = 0;

    private LeftBehind() {}

    public static void main(String[] arguments) {
      Judgement judgement =
          bookOf(Lists.immutable.of(unchecked("x/a-regex", ENDLESS_REGEX)))
              .check(world(2).graph(), SHORT);
      if (judgement.notJudged().isEmpty()) {
        throw new IllegalStateException("the rule ended, so this shows nothing");
      }
    }
  }

  private static RuleBook bookOf(ImmutableList<Rule> rules) {
    return new RuleBook(rules, Lists.immutable.empty(), Frameworks.NONE);
  }

  /** A rule as if the reader had let it pass. */
  private static Rule unchecked(String id, String order) {
    Rule proper = RuleText.of("SELECT ?subject ?object { ?subject amb:reads ?object }").rule(id);
    return new Rule(
        id,
        proper.title(),
        proper.severity(),
        proper.message(),
        proper.why(),
        proper.fix(),
        proper.references(),
        proper.since(),
        proper.hop(),
        proper.formerly(),
        QueryFactory.create(
            "SELECT ?subject ?object { ?subject <"
                + Vocabulary.NAMESPACE
                + "reads> ?object } ORDER BY "
                + order),
        proper.origin());
  }

  private static Answer bypassingTheReader(String query) {
    return GRAPH.select(
        QueryFactory.create("PREFIX amb: <" + Vocabulary.NAMESPACE + ">\n" + query),
        Limits.DEFAULT,
        row -> {});
  }

  private static void write(Path folder, String id, String query) throws IOException {
    Files.writeString(folder.resolve(id + ".rq"), RuleText.of(query).text());
  }

  private static void assertRefused(String query, String reason) {
    assertThatThrownBy(() -> RuleText.of(query).rule("x/hostile"))
        .isInstanceOf(RuleException.class)
        .hasMessageContaining("x/hostile: " + reason);
  }
}
