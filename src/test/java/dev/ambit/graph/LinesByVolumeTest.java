package dev.ambit.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesByVolumeTest {

  /** Each block is written in the order in which it is best asked. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        // What one agent reads can be everything; what an asset is in is one record.
        "amb:object amb:in ?box . amb:subject amb:reads ?box . ?box amb:rank ?rank",
        "?agent a amb:Agent . ?agent amb:piloted ?said . ?agent amb:reads ?asset",
        "amb:agent amb:reads ?asset . ?asset amb:rank ?rank",
        "?asset amb:owner amb:owner . ?asset amb:readBy ?person . ?person amb:kind ?kind",
        "amb:a amb:reads amb:b . ?agent amb:identity amb:a . ?agent a amb:Agent",
        "?agent a amb:Agent . ?agent ?says ?what",
      })
  void whateverTheOrderTheyAreWrittenIn(String block) {
    List<Triple> lines = lines(block);
    assertThat(asked(lines)).isEqualTo(lines);
    Collections.reverse(lines);
    assertThat(asked(lines)).isEqualTo(lines(block));
  }

  private static List<Triple> asked(List<Triple> lines) {
    return LinesByVolume.ORDER.reorder(BasicPattern.wrap(lines)).getList();
  }

  private static List<Triple> lines(String block) {
    ElementGroup where =
        (ElementGroup)
            QueryFactory.create(
                    "PREFIX amb: <" + Vocabulary.NAMESPACE + "> SELECT * { " + block + " }")
                .getQueryPattern();
    return new ArrayList<>(
        ((ElementPathBlock) where.get(0))
            .getPattern().getList().stream().map(path -> path.asTriple()).toList());
  }
}
