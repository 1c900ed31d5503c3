package dev.ambit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.graph.AccessGraph;
import dev.ambit.graph.Answer;
import dev.ambit.graph.Cell;
import dev.ambit.graph.Limits;
import dev.ambit.rules.ExampleFile;
import dev.ambit.rules.Rule;
import dev.ambit.rules.RuleBook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.query.ResultSet;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The text of a rule finds the same wherever and however it is asked: in an export, which any
 * engine can read, and with its lines in another order. The worlds are the stories and the first
 * example of each rule that finds something, so that every rule has something to find.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulesElsewhereTest {
  private static final AsOf DAY = new AsOf.OfInput(LocalDate.of(2026, 11, 1));

  private final RuleBook rules = RuleBook.shipped();
  private final Map<Path, AccessGraph> worlds = new TreeMap<>();

  @BeforeAll
  void readWorlds(@TempDir Path folder) throws IOException {
    List<Path> inputs = new ArrayList<>();
    ScenarioTest.stories().forEach(story -> inputs.add(story.resolve("input")));
    for (RuleExample example :
        ExampleFile.shipped()
            .collect(RuleExamples::in)
            .collect(of -> of.detect(each -> each.finds().notEmpty()))) {
      Path file = folder.resolve(example.rule().replace('/', '-') + ".json");
      inputs.add(Files.writeString(file, example.inventory()));
    }
    for (Path input : inputs) {
      worlds.put(input, Analysis.graph(Resolved.of(Lists.immutable.of(input), DAY).access()));
    }
  }

  @Test
  void inAnExportEveryRuleFindsTheSame() {
    Map<String, Integer> found = new TreeMap<>();
    worlds.forEach(
        (world, graph) -> {
          Model exported = exported(graph);
          for (Rule rule : rules.rules()) {
            List<String> rows = rows(exported, rule.query());
            assertThat(rows).as("%s in %s", rule.id(), world).isEqualTo(rows(graph, rule.query()));
            found.merge(rule.id(), rows.size(), Integer::sum);
          }
        });
    assertThat(found)
        .hasSize(rules.rules().size())
        .allSatisfy(
            (rule, rows) -> {
              assertThat(rows).as(rule).isPositive();
            });
  }

  @Test
  void theLinesOfEveryRuleMayStandTheOtherWayRound() {
    worlds.forEach(
        (world, graph) -> {
          for (Rule rule : rules.rules()) {
            assertThat(rows(graph, TurnedLines.of(rule.query())))
                .as("%s in %s", rule.id(), world)
                .isEqualTo(rows(graph, rule.query()));
          }
        });
  }

  @Test
  void withoutWhatIsDerivedAnExportHasWhatTheInputsSayAndNoMore() {
    AccessGraph graph =
        Objects.requireNonNull(worlds.get(ScenarioTest.STORIES.resolve("forum-incident/input")));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    graph.write(said, false);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("<urn:ambit:node:forum-helper>", "amb:Channel")
        .doesNotContain("amb:Crossing", "amb:reads", "amb:worst");
  }

  private static Model exported(AccessGraph graph) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    graph.write(bytes, true);
    Model model = ModelFactory.createDefaultModel();
    RDFDataMgr.read(model, new ByteArrayInputStream(bytes.toByteArray()), Lang.TURTLE);
    return model;
  }

  private static List<String> rows(AccessGraph graph, Query query) {
    List<String> rows = new ArrayList<>();
    Answer answer =
        graph.select(
            query,
            Limits.DEFAULT,
            row -> {
              Map<String, String> cells = new TreeMap<>();
              row.cells().forEachKeyValue((column, cell) -> cells.put(column, cell.text()));
              rows.add(cells.toString());
            });
    assertThat(answer).isInstanceOf(Answer.Complete.class);
    Collections.sort(rows);
    return rows;
  }

  private static List<String> rows(Model model, Query query) {
    List<String> rows = new ArrayList<>();
    try (QueryExecution asked = QueryExecutionFactory.create(query, model)) {
      for (ResultSet found = asked.execSelect(); found.hasNext(); ) {
        QuerySolution row = found.next();
        Map<String, String> cells = new TreeMap<>();
        row.varNames()
            .forEachRemaining(
                column -> cells.put(column, Cell.of(row.get(column).asNode()).text()));
        rows.add(cells.toString());
      }
    }
    Collections.sort(rows);
    return rows;
  }
}
