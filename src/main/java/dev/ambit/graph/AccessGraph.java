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
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.query.Query;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * All that is known in one case, as read-only RDF over {@link Vocabulary}. Its one question is
 * {@link #select}, so that no query can run outside the closed engine.
 */
public final class AccessGraph {
  private final ImmutableList<TripleSource> said;
  private final ImmutableList<TripleSource> inBothCases;
  private final Whereabouts whereabouts;
  private final CrossingTriples crossings;
  private final RoutedGraph graph;

  private AccessGraph(
      ImmutableList<TripleSource> said,
      ImmutableList<TripleSource> inBothCases,
      Whereabouts whereabouts,
      ImmutableList<Judged> judged,
      Reach reach,
      Crossings crossings) {
    this.said = said;
    this.inBothCases = inBothCases;
    this.whereabouts = whereabouts;
    this.crossings = new CrossingTriples(crossings);
    this.graph =
        new RoutedGraph(
            said.newWithAll(inBothCases)
                .newWithAll(
                    Lists.immutable.of(
                        new RecordTriples(new JudgedFacts(judged)),
                        new DerivedTriples(reach),
                        this.crossings)));
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
            new RecordTriples(grants)),
        Lists.immutable.of(
            new RankTriples(access),
            new RecordTriples(new Gaps(gaps)),
            worst(access.facts().agents(), worst)),
        new Whereabouts(access, grants),
        judged,
        reach,
        crossings);
  }

  /** The graph of the other case: facts and gaps are the same. */
  public AccessGraph inOtherCase(Reach reach, Crossings crossings, ImmutableList<Judged> judged) {
    return new AccessGraph(said, inBothCases, whereabouts, judged, reach, crossings);
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

  /**
   * Writes it as Turtle: what the inputs say, in the order of the inputs' nodes.
   *
   * @param derived also who reaches what, the crossings, and what judging made of the facts: then
   *     any SPARQL engine finds by our rules what we find
   */
  public void write(OutputStream out, boolean derived) {
    StreamRDF writer = StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS);
    writer.start();
    writer.prefix("amb", Vocabulary.NAMESPACE);
    (derived ? graph.sources() : said)
        .forEach(source -> source.find(Node.ANY, Node.ANY, Node.ANY).forEach(writer::triple));
    writer.finish();
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

  private static TripleSource worst(ImmutableList<Agent> agents, Crossings worst) {
    Graph graph = new GraphMem2Fast();
    Describing about = new Describing(graph::add);
    agents.forEach(
        agent -> about.node(agent.id()).word(Property.WORST, worst.worst(agent.id()).word()));
    return graph::find;
  }
}
