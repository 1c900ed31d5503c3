package dev.ambit.graph;

import static dev.ambit.graph.SmallWorld.action;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.model.Agent;
import dev.ambit.model.Certainty;
import dev.ambit.model.Channel;
import dev.ambit.model.Gap;
import dev.ambit.model.Heads;
import dev.ambit.model.NodeSet;
import dev.ambit.model.Nodes;
import dev.ambit.model.Origin;
import dev.ambit.model.Reach.Relation;
import dev.ambit.model.Ref;
import dev.ambit.model.Refs;
import dev.ambit.model.Right;
import dev.ambit.model.Said;
import dev.ambit.model.Severity;
import dev.ambit.model.Tool;
import dev.ambit.model.Verb;
import dev.ambit.model.Verbs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntConsumer;
import org.apache.jena.query.QueryFactory;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

class AccessGraphTest {
  private static final SmallWorld FORUM =
      new SmallWorld()
          .agent(Agent.of("helper", SmallWorld.line(3)).with(a -> a.owner(owner("anna"))))
          .agent(Agent.of("quiet one", SmallWorld.line(4)))
          .asset("payroll", "restricted")
          .asset("wiki", "internal")
          .channel(Channel.of("forum", SmallWorld.line(9)))
          .named("anna", Nodes.Kind.UNKNOWN)
          .holds(Relation.READS, "helper", "payroll")
          .holds(Relation.READS, "helper", "wiki")
          .holds(Relation.READS, "quiet one", "wiki")
          .holds(Relation.PUBLISHES_TO, "helper", "forum")
          .holds(Relation.READ_BY, "forum", "everyone")
          .crossing(action("helper", "payroll", "forum", Severity.HIGH, Heads.of(4188), 1))
          .crossing(action("helper", "wiki", "forum", Severity.LOW, Heads.of(1), 1));

  @Test
  void aReachIsAnsweredFromEitherEndAndFromNone() {
    assertRows("SELECT ?x { <urn:ambit:node:helper> amb:reads ?x }", "payroll", "wiki");
    assertRows("SELECT ?x { ?x amb:reads <urn:ambit:node:wiki> }", "helper", "quiet one");
    assertRows(
        "SELECT ?x ?y { ?x amb:reads ?y }", "helper payroll", "helper wiki", "quiet one wiki");
    assertRows("SELECT (1 AS ?x) { <urn:ambit:node:helper> amb:reads <urn:ambit:node:wiki> }", "1");
    assertRows("SELECT (1 AS ?x) { <urn:ambit:node:wiki> amb:reads <urn:ambit:node:helper> }");
  }

  @Test
  void anUnboundPredicateFindsFactsReachAndCrossingsTogether() {
    assertRows(
        "SELECT DISTINCT ?p { <urn:ambit:node:helper> ?p ?o FILTER (?p != amb:certainty) }",
        "discoverable",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
        "owner",
        "publishesTo",
        "reads",
        "stage",
        "worst");
    assertRows("SELECT ?s { ?s ?p <urn:ambit:node:payroll> }", "helper", "path 1");
  }

  @Test
  void aLiteralAsSubjectHasNoAnswerAndIsNoFault() {
    assertRows("SELECT ?y { ?x amb:stage ?word . ?word amb:reads ?y }");
    assertRows("SELECT ?y { ?x amb:stage ?word . ?word ?p ?y }");
  }

  @Test
  void theLinesOfARuleMayStandInAnyOrder() {
    String[] lines = {
      "?agent a amb:Agent .",
      "?x amb:kind amb:Action ; amb:agent ?agent ; amb:asset ?data .",
      "?agent amb:publishesTo ?channel .",
      "?agent amb:reads ?data .",
      "?data amb:rank ?rank FILTER (?rank > 1)"
    };
    for (int shift = 0; shift < lines.length; shift++) {
      List<String> turned = new ArrayList<>(List.of(lines));
      Collections.rotate(turned, shift);
      assertRows("SELECT ?agent ?data { " + String.join("\n", turned) + " }", "helper payroll");
    }
  }

  @Test
  void aCrossingTellsWhoSeesWhat() {
    assertRows(
        "SELECT ?u ?n ?s ?v { ?x a amb:Crossing ; amb:asset <urn:ambit:node:payroll> ;"
            + " amb:uncleared ?u ; amb:unclearedCount ?n ; amb:severity ?s ;"
            + " amb:via ?v }",
        "4,188 people 4,188 high forum");
    assertRows("SELECT ?x { ?x amb:through <urn:ambit:node:forum> }", "path 1", "path 2");
    assertRows("SELECT ?x { ?x amb:kind amb:Advice }");
    assertRows("SELECT ?x { ?x amb:unclearedCount 1 }", "path 2");
  }

  @Test
  void anAgentIsAsBadAsItsWorstCrossingInEitherCase() {
    AccessGraph best =
        FORUM
            .graph()
            .inOtherCase(FORUM.reach(), new SmallWorld().crossings(), Lists.immutable.empty());
    for (AccessGraph graph : List.of(FORUM.graph(), best)) {
      assertThat(rows(graph, "SELECT ?a ?w { ?a a amb:Agent ; amb:worst ?w }"))
          .containsExactlyInAnyOrder("helper high", "quiet one none");
    }
    assertThat(rows(best, "SELECT ?x { ?x a amb:Crossing }")).isEmpty();
    assertThat(rows(best, "SELECT ?x { ?x amb:level \"restricted\" }")).containsExactly("payroll");
  }

  @Test
  void aChannelThatAToolSendsOutThroughIsAnEgress() {
    Tool webhook =
        Tool.of("hook", SmallWorld.HERE)
            .with(
                tool ->
                    tool.effects(Said.of(Verbs.of(Verb.EGRESS), SmallWorld.HERE))
                        .on(Refs.of(Lists.immutable.of(ref("out"), ref("x*")))));
    SmallWorld world = new SmallWorld().channel(Channel.of("out", SmallWorld.HERE)).tool(webhook);
    assertThat(rows(world.graph(), "SELECT ?x { ?x a amb:Egress }")).containsExactly("out");
    assertThat(rows(world.graph(), "SELECT ?p { ?x amb:pattern ?p }")).containsExactly("x*");
  }

  @Test
  void aGapIsANodeThatARuleCanName() {
    SmallWorld world =
        new SmallWorld()
            .channel(Channel.of("forum", SmallWorld.HERE))
            .gap(new Gap("forum", "readers", Severity.HIGH, "channels[].readers", SmallWorld.HERE));
    assertThat(
            rows(
                world.graph(),
                "SELECT ?s ?o ?m { ?g a amb:Gap ; amb:about ?s ; amb:missingFact ?o ;"
                    + " amb:matters ?m }"))
        .containsExactly("forum forum/readers high");
  }

  @Test
  void aNodeIsFoundInTheInputByItsId() {
    AccessGraph graph = FORUM.graph();
    assertThat(graph.origin("payroll")).contains(SmallWorld.line(7));
    assertThat(graph.origin("everyone")).contains(Origin.BUILT_IN);
    assertThat(graph.origin("anna")).isEmpty();
    assertThat(graph.certainty("anna")).isEqualTo(Certainty.ASSUMED);
    assertThat(graph.has("anna")).isTrue();
    assertThat(graph.has("nobody")).isFalse();
  }

  @Test
  void anyIdIsANodeAndComesBackAsItWas() {
    for (String id : List.of("a b", "<script>", "50%", "naïve/日本", "arn:aws:s3:::b", "😀?#")) {
      assertThat(NodeIri.id(NodeIri.of(id))).contains(id);
      assertThat(NodeIri.of(id).getURI()).matches("urn:ambit:node:[-A-Za-z0-9._~:/@+,=!()%]+");
    }
  }

  @Test
  void aPlainRightIsNoNodeAndAWideOneIs() {
    SmallWorld world =
        new SmallWorld()
            .named("root", Nodes.Kind.PRINCIPAL)
            .right(right("root:read:payroll", "payroll", false))
            .right(right("root:*:*", "*", true));
    assertThat(
            rows(
                world.graph(),
                "SELECT ?g ?p { ?g a amb:Grant ; amb:holder ?h ; amb:pattern ?p ; amb:wide true }"))
        .containsExactly("root:*:* *");
    assertThat(world.graph().origin("root:*:*")).contains(SmallWorld.line(30));
    assertThat(world.graph().has("root:read:payroll")).isFalse();
  }

  private static void assertRows(String query, String... expected) {
    assertThat(rows(FORUM.graph(), query)).containsExactlyInAnyOrder(expected);
  }

  private static List<String> rows(AccessGraph graph, String query) {
    List<String> rows = new ArrayList<>();
    String text = "PREFIX amb: <" + Vocabulary.NAMESPACE + ">\n" + query;
    List<String> columns = QueryFactory.create(text).getResultVars();
    Answer answer =
        graph.select(
            QueryFactory.create(text),
            Limits.DEFAULT,
            row ->
                rows.add(
                    String.join(
                        " ",
                        columns.stream().map(each -> row.at(each).orElseThrow().text()).toList())));
    assertThat(answer).isEqualTo(new Answer.Complete(rows.size()));
    return rows;
  }

  private static Said<Ref> owner(String id) {
    return Said.of(ref(id), SmallWorld.HERE);
  }

  private static Right right(String grant, String pattern, boolean wide) {
    return new Right(
        0,
        Verbs.ANY,
        Everything.NODES,
        false,
        "",
        Said.nothing(),
        grant,
        pattern,
        wide,
        Said.nothing(),
        Certainty.OBSERVED,
        SmallWorld.line(30));
  }

  /** The targets of a right, which the graph never looks into. */
  private enum Everything implements NodeSet {
    NODES;

    @Override
    public boolean has(int node) {
      return true;
    }

    @Override
    public void forEach(IntConsumer action) {
      action.accept(0);
    }

    @Override
    public int size() {
      return 1;
    }
  }

  private static Ref ref(String id) {
    return new Ref(id, SmallWorld.HERE);
  }
}
