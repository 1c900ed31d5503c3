package dev.ambit.graph;

import dev.ambit.graph.Vocabulary.Property;
import dev.ambit.graph.Vocabulary.Thing;
import dev.ambit.model.AccessMap;
import dev.ambit.model.Agent;
import dev.ambit.model.Certainty;
import dev.ambit.model.Crossing;
import dev.ambit.model.Crossings;
import dev.ambit.model.Gap;
import dev.ambit.model.Judged;
import dev.ambit.model.Origin;
import dev.ambit.model.Reach;
import dev.ambit.model.Right;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.query.Query;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * All that is known in one case, as read-only RDF over {@link Vocabulary}. Its one question is
 * {@link #select}, so that no query can run outside the closed engine.
 */
public final class AccessGraph {
  private final Graph facts;
  private final Whereabouts whereabouts;
  private final Crossings worst;
  private final CrossingTriples crossings;
  private final RoutedGraph graph;

  private AccessGraph(
      Graph facts,
      Whereabouts whereabouts,
      Graph judged,
      Reach reach,
      Crossings crossings,
      Crossings worst) {
    this.facts = facts;
    this.whereabouts = whereabouts;
    this.worst = worst;
    this.crossings = new CrossingTriples(crossings);
    this.graph =
        new RoutedGraph(
            Lists.immutable.of(
                facts::find, judged::find, new DerivedTriples(reach), this.crossings));
  }

  /**
   * The graph of one case.
   *
   * @param crossings of that case
   * @param worst those of the worst case: an agent's {@code amb:worst} comes from there in both
   * @param judged what judging made of the facts in that case
   * @param gaps what nobody said and what decides a finding
   */
  public static AccessGraph of(
      AccessMap access,
      Reach reach,
      Crossings crossings,
      Crossings worst,
      ImmutableList<Judged> judged,
      ImmutableList<Gap> gaps) {
    // A plain right is no node: what it gives is told by the derived predicates, and there can be
    // millions. A rule may have a question about those that are wide, gated, open or unused.
    ImmutableList<Right> grants = access.rights().select(AccessGraph::isDescribed);
    return new AccessGraph(
        FactTriples.of(access, grants),
        new Whereabouts(access, grants),
        judged(access.facts().agents(), worst, judged, gaps),
        reach,
        crossings,
        worst);
  }

  /** The graph of the other case: the facts are the same, and are not written down again. */
  public AccessGraph inOtherCase(
      Reach reach, Crossings crossings, ImmutableList<Judged> judged, ImmutableList<Gap> gaps) {
    return new AccessGraph(
        facts,
        whereabouts,
        judged(whereabouts.agents(), worst, judged, gaps),
        reach,
        crossings,
        worst);
  }

  /**
   * Asks, and hands each row to {@code rows} as it comes; when this returns, {@code rows} is called
   * no more than for a row that was on its way.
   *
   * @throws RuntimeException what {@code rows} throws
   */
  public Answer select(Query query, Limits limits, Consumer<Row> rows) {
    return new LimitedRun(graph, query, limits, rows).answer();
  }

  /** Whether the inputs have a node of that id, named or declared. */
  public boolean has(String id) {
    return whereabouts.has(id);
  }

  /** Where the node is declared, or first named. */
  public Optional<Origin> origin(String id) {
    return whereabouts.origin(id);
  }

  /** How sure we are of the node; assumed where nothing declares it. */
  public Certainty certainty(String id) {
    return whereabouts.certainty(id);
  }

  /** The crossing that a cell names; empty if there is none of that number. */
  public Optional<Crossing> crossing(Cell.Path cell) {
    return crossings.crossing(cell.crossing());
  }

  private static boolean isDescribed(Right right) {
    return right.wide()
        || right.deny()
        || right.isUndecided()
        || right.gate().isSaid()
        || right.lastUsed().isSaid();
  }

  /** What is known only after judging, and differs between the cases. */
  private static Graph judged(
      ImmutableList<Agent> agents,
      Crossings worst,
      ImmutableList<Judged> facts,
      ImmutableList<Gap> gaps) {
    Graph graph = new GraphMem2Fast();
    Describing about = new Describing(graph);
    agents.forEach(
        agent -> about.node(agent.id()).word(Property.WORST, worst.worst(agent.id()).word()));
    facts.forEach(fact -> describe(about.node(fact.about()), fact));
    gaps.forEachWithIndex(
        (gap, number) ->
            about
                .node(NodeIri.gap(number))
                .is(Thing.GAP)
                .to(Property.ABOUT, gap.about())
                .word(Property.MISSING, gap.missing())
                .word(Property.MISSING_FACT, gap.about() + "/" + gap.missing())
                .word(Property.MATTERS, gap.matters().word())
                .word(Property.ADD_TO, gap.addTo()));
    return graph;
  }

  private static void describe(Describing node, Judged fact) {
    switch (fact.aspect()) {
      case RANK -> node.number(Property.RANK, Integer.parseInt(fact.value()));
      case HAS_TOOL -> node.to(Property.HAS_TOOL, fact.value());
      case EFFECT -> node.word(Property.EFFECT, fact.value());
      case AUDIT_FLAW -> node.word(Property.AUDIT_FLAW, fact.value());
      case ANSWERABLE -> node.to(Property.ANSWERABLE, fact.value());
      case UNMARKED -> node.to(Property.UNMARKED, fact.value());
      case PILOTED -> node.word(Property.PILOTED, fact.value());
      case NO_STOP -> node.word(Property.NO_STOP, fact.value());
      case UNATTENDED -> node.word(Property.RUNS_UNATTENDED, fact.value());
      case LABEL_ONLY -> node.to(Property.LABEL_ONLY, fact.value());
      case MANY_READERS -> node.word(Property.MANY_READERS, fact.value());
      case CARRIES -> node.to(Property.CARRIES, fact.value());
      case CREDENTIAL_FLAW -> node.word(Property.CREDENTIAL_FLAW, fact.value());
      case READS_RANK -> node.number(Property.READS_RANK, Integer.parseInt(fact.value()));
      case CHANGES_PRODUCTION -> node.word(Property.CHANGES_PRODUCTION, fact.value());
      case BULK -> node.word(Property.BULK, fact.value());
    }
  }
}
