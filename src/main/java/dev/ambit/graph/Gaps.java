package dev.ambit.graph;

import dev.ambit.graph.Vocabulary.Property;
import dev.ambit.graph.Vocabulary.Thing;
import dev.ambit.model.Gap;
import org.apache.jena.graph.Node;
import org.eclipse.collections.api.list.ImmutableList;

/** What nobody said and what decides a finding; each a node by its number. */
record Gaps(ImmutableList<Gap> gaps) implements RecordTriples.Records {
  private static final Terms TERMS =
      Terms.of(
              Property.ABOUT,
              Property.MISSING,
              Property.MISSING_FACT,
              Property.UNKNOWN,
              Property.MATTERS,
              Property.ADD_TO)
          .and(Thing.GAP);

  @Override
  public Terms terms() {
    return TERMS;
  }

  @Override
  public int count() {
    return gaps.size();
  }

  @Override
  public int number(Node node) {
    int number = NodeIri.gapNumber(node).orElse(-1);
    return number < gaps.size() ? number : -1;
  }

  @Override
  public void describe(int number, Describing about) {
    Gap gap = gaps.get(number);
    about
        .node(NodeIri.gap(number))
        .is(Thing.GAP)
        .to(Property.ABOUT, gap.about())
        .word(Property.MISSING, gap.missing())
        .word(Property.MISSING_FACT, gap.about() + "/" + gap.missing())
        .word(Property.UNKNOWN, gap.unknown())
        .word(Property.MATTERS, gap.matters().word())
        .word(Property.ADD_TO, gap.addTo());
  }
}
