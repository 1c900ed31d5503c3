package dev.ambit.rules;

import dev.ambit.model.Hop;
import dev.ambit.model.Origin;
import dev.ambit.model.Severity;
import java.util.Arrays;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Reads one rule file and checks its contract: SPARQL 1.1, SELECT, the columns, the header, the
 * terms. A rule that passes can still be wrong, but it cannot fail later for a reason its author
 * could have been told.
 */
final class RuleReader {
  private static final String SEVERITIES = "critical, high, medium, low, info";

  private final String id;
  private final String text;
  private final Origin origin;
  private final Problems problems;

  private RuleReader(RuleFile file, String origin) {
    this.id = file.id();
    this.text = file.text();
    this.origin = Origin.ofFile(origin);
    this.problems = new Problems(id);
  }

  /**
   * The rule in a file.
   *
   * @param origin what results call the file
   * @throws RuleException with a line for each thing that is wrong
   */
  static Rule read(RuleFile file, String origin) {
    return new RuleReader(file, origin).rule();
  }

  private Rule rule() {
    if (!id.matches("[a-z0-9-]+(/[a-z0-9-]+)*")) {
      problems.add(
          "the id of a rule has small letters, digits and hyphens only",
          "Name the file and its folder so: <family>/<name>.rq.");
    }
    Header header = Header.of(id, origin.file(), text, problems);
    Rule rule = withHeader(header, parsed());
    problems.check();
    checkColumns(rule);
    checkPlaceholders(rule);
    Words.check(text, rule.query(), problems);
    problems.check();
    return rule;
  }

  private Rule withHeader(Header header, Query query) {
    return new Rule(
        id,
        header.text("title"),
        header.word("severity", RuleReader::severity, SEVERITIES),
        header.text("message"),
        header.text("why"),
        header.text("fix"),
        header.texts("references"),
        header.text("since"),
        header.word("hop", RuleReader::hop, "the hop kinds, for example acts-as, reads, can-share"),
        header.texts("formerly"),
        query,
        origin);
  }

  /** A finding with severity none is no finding. */
  private static Optional<Severity> severity(String word) {
    return Severity.named(word).filter(severity -> severity != Severity.NONE);
  }

  private static Optional<Hop.Kind> hop(String word) {
    return Arrays.stream(Hop.Kind.values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  private Query parsed() {
    try {
      Query query = QueryFactory.create(text, Syntax.syntaxSPARQL_11);
      if (!query.isSelectType()) {
        problems.add("the query is no SELECT", "Write SELECT ?subject ?object ... WHERE { ... }.");
      }
      return query;
    } catch (QueryException e) {
      String reason = Optional.ofNullable(e.getMessage()).orElse("nested too deeply");
      problems.add(
          "the query is no SPARQL 1.1: " + reason.lines().findFirst().orElse("").strip(),
          "Correct it; extensions of single engines are not allowed.");
      return QueryFactory.make();
    }
  }

  private void checkColumns(Rule rule) {
    ImmutableList<String> columns = Lists.immutable.withAll(rule.query().getResultVars());
    for (String needed : Lists.immutable.of("subject", "object")) {
      if (!columns.contains(needed)) {
        problems.add("the query does not select ?" + needed, "Add it to the SELECT line.");
      }
    }
    boolean hasCrossing = columns.contains("crossing");
    if (!hasCrossing && !columns.contains("severity") && !rule.severity().isSaid()) {
      problems.add(
          "nothing says how severe a finding is",
          "Select ?crossing or ?severity, or add a line '#+ severity: ...'.");
    }
    if (!hasCrossing && !rule.hop().isSaid()) {
      problems.add(
          "nothing says how subject and object hang together",
          "Select ?crossing, or add a line '#+ hop: ...' such as reads, holds or can-share.");
    }
  }

  private void checkPlaceholders(Rule rule) {
    ImmutableList<String> columns = Lists.immutable.withAll(rule.query().getResultVars());
    new Message(rule.message())
        .columns()
        .reject(columns::contains)
        .forEach(
            column ->
                problems.add(
                    "the message quotes {" + column + "}, which the query does not select",
                    "Select ?" + column + ", or quote " + quotable(columns) + "."));
  }

  private static String quotable(ImmutableList<String> columns) {
    return columns.collect(column -> "{" + column + "}").take(5).makeString(", ");
  }
}
