package dev.ambit.graph;

import dev.ambit.graph.Vocabulary.Property;
import dev.ambit.model.AccessMap;
import dev.ambit.model.Agent;
import dev.ambit.model.Certainty;
import dev.ambit.model.Crossing;
import dev.ambit.model.Crossings;
import dev.ambit.model.Gap;
import dev.ambit.model.Judged;
import dev.ambit.model.Origin;
import dev.ambit.model.Reach;
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
  private final ImmutableList<TripleSource> said;
  private final Whereabouts whereabouts;
  private final Crossings worst;
  private final CrossingTriples crossings;
  private final RoutedGraph graph;

  private AccessGraph(
      ImmutableList<TripleSource> said,
      Whereabouts whereabouts,
      Graph judged,
      Reach reach,
      Crossings crossings,
      Crossings worst) {
    this.said = said;
    this.whereabouts = whereabouts;
    this.worst = worst;
    this.crossings = new CrossingTriples(crossings);
    this.graph =
        new RoutedGraph(
            said.newWithAll(
                Lists.immutable.of(judged::find, new DerivedTriples(reach), this.crossings)));
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
    Grants grants = Grants.of(access);
    return new AccessGraph(
        Lists.immutable.of(
            FactTriples.of(access)::find,
            Principals.of(access.facts()),
            Assets.of(access.facts()),
            new RecordTriples(grants),
            new RecordTriples(new Gaps(gaps))),
        new Whereabouts(access, grants),
        judged(access.facts().agents(), worst, judged),
        reach,
        crossings,
        worst);
  }

  /** The graph of the other case: facts and gaps are the same. */
  public AccessGraph inOtherCase(Reach reach, Crossings crossings, ImmutableList<Judged> judged) {
    return new AccessGraph(
        said, whereabouts, judged(whereabouts.agents(), worst, judged), reach, crossings, worst);
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

  /** What is known only after judging, and differs between the cases. */
  private static Graph judged(
      ImmutableList<Agent> agents, Crossings worst, ImmutableList<Judged> facts) {
    Graph graph = new GraphMem2Fast();
    Describing about = new Describing(graph::add);
    agents.forEach(
        agent -> about.node(agent.id()).word(Property.WORST, worst.worst(agent.id()).word()));
    facts.forEach(fact -> describe(about.node(fact.about()), fact));
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
