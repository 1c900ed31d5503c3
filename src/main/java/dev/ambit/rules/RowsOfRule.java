package dev.ambit.rules;

import dev.ambit.graph.AccessGraph;
import dev.ambit.graph.Cell;
import dev.ambit.graph.Row;
import dev.ambit.model.Crossing;
import dev.ambit.model.Severity;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Takes the rows of one rule as they come, and keeps for each subject and object what a finding
 * needs: so that millions of rows that tell of one flaw take the room of one.
 */
final class RowsOfRule implements Consumer<Row> {
  private final Rule rule;
  private final AccessGraph graph;
  private final Map<String, Map<String, Group>> groups = new TreeMap<>();

  RowsOfRule(Rule rule, AccessGraph graph) {
    this.rule = rule;
    this.graph = graph;
  }

  @Override
  public void accept(Row row) {
    String subject = subject(row);
    String object = row.at("object").map(Cell::text).orElse("");
    if (object.isEmpty()) {
      throw wrong("a row has no ?object", "Bind it in every row.");
    }
    Optional<Crossing> crossing = crossing(row);
    Severity severity = crossing.map(Crossing::severity).orElseGet(() -> severity(row));
    if (severity != Severity.NONE) {
      groups
          .computeIfAbsent(subject, any -> new TreeMap<>())
          .computeIfAbsent(object, any -> new Group(subject, object))
          .add(new Candidate(row, severity, crossing), named(row, "severityBest"));
    }
  }

  /** By subject, then by object. */
  ImmutableList<Group> groups() {
    return Lists.immutable.fromStream(
        groups.values().stream().flatMap(objects -> objects.values().stream()));
  }

  private String subject(Row row) {
    Optional<Cell> cell = row.at("subject");
    if (cell.isPresent() && cell.get() instanceof Cell.Named named && graph.has(named.id())) {
      return named.id();
    }
    throw wrong(
        "a row has ?subject "
            + cell.map(each -> "'" + each.text() + "'").orElse("unbound")
            + ", which is no node of the inputs",
        "Bind ?subject to an agent, a credential, a gate or another node.");
  }

  private Optional<Crossing> crossing(Row row) {
    Optional<Cell> cell = row.at("crossing");
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    Optional<Crossing> crossing =
        cell.get() instanceof Cell.Path path ? graph.crossing(path) : Optional.empty();
    if (crossing.isEmpty()) {
      throw wrong(
          "a row has ?crossing '" + cell.get().text() + "', which is no crossing",
          "Bind ?crossing to an amb:Crossing.");
    }
    return crossing;
  }

  private Severity severity(Row row) {
    return named(row, "severity")
        .or(rule.severity()::value)
        .orElseThrow(
            () ->
                wrong(
                    "a row has neither ?crossing nor ?severity",
                    "Bind one of them in every row, or add a line '#+ severity: ...'."));
  }

  private Optional<Severity> named(Row row, String column) {
    Optional<Cell> cell = row.at(column);
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    Optional<Severity> severity = Severity.named(cell.get().text());
    if (severity.isEmpty()) {
      throw wrong(
          "a row has ?" + column + " '" + cell.get().text() + "'",
          "Give critical, high, medium, low, info or none.");
    }
    return severity;
  }

  private RuleException wrong(String what, String remedy) {
    return new RuleException(rule.id(), what, remedy);
  }
}
