package dev.ambit.graph;

import dev.ambit.graph.Vocabulary.Property;
import dev.ambit.model.Judged;
import org.apache.jena.graph.Node;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/** What judging made of the facts in one case: a node for each thing it speaks of. */
final class JudgedFacts implements RecordTriples.Records {
  private static final Terms TERMS =
      Terms.of(
          Property.HAS_TOOL,
          Property.EFFECT,
          Property.AUDIT_FLAW,
          Property.ANSWERABLE,
          Property.UNMARKED,
          Property.PILOTED,
          Property.NO_STOP,
          Property.RUNS_UNATTENDED,
          Property.LABEL_ONLY,
          Property.MANY_READERS,
          Property.CARRIES,
          Property.CREDENTIAL_FLAW,
          Property.READS_RANK,
          Property.CHANGES_PRODUCTION,
          Property.BULK);

  private final ImmutableList<Judged> facts;

  /** Where in the list each node begins, and behind the last one its end. */
  private final int[] begins;

  /**
   * @param facts sorted, so that those of one node follow one another
   */
  JudgedFacts(ImmutableList<Judged> facts) {
    this.facts = facts;
    IntArrayList begins = new IntArrayList();
    String last = "";
    for (int i = 0; i < facts.size(); i++) {
      if (i == 0 || !facts.get(i).about().equals(last)) {
        begins.add(i);
        last = facts.get(i).about();
      }
    }
    begins.add(facts.size());
    this.begins = begins.toArray();
  }

  @Override
  public Terms terms() {
    return TERMS;
  }

  @Override
  public int count() {
    return begins.length - 1;
  }

  @Override
  public int number(Node node) {
    return NodeIri.id(node).map(this::number).orElse(-1);
  }

  private int number(String id) {
    int low = 0;
    int high = count() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = facts.get(begins[middle]).about().compareTo(id);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  @Override
  public void describe(int number, Describing about) {
    about.node(facts.get(begins[number]).about());
    for (int i = begins[number]; i < begins[number + 1]; i++) {
      describe(about, facts.get(i));
    }
  }

  private static void describe(Describing node, Judged fact) {
    switch (fact.aspect()) {
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
