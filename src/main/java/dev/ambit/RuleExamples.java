package dev.ambit;

import dev.ambit.connect.Cursor;
import dev.ambit.connect.Syntax;
import dev.ambit.model.Severity;
import dev.ambit.rules.ExampleFile;
import java.util.Locale;
import org.eclipse.collections.api.list.ImmutableList;

/** Reads the examples beside rules. */
public final class RuleExamples {
  private RuleExamples() {}

  /**
   * The examples of a file, in their order.
   *
   * @throws dev.ambit.connect.InputException if it is no list of worlds
   */
  public static ImmutableList<RuleExample> in(ExampleFile file) {
    return Syntax.YAML
        .read(file.text(), file.path(), 1)
        .expect(Cursor.Kind.LIST)
        .items()
        .collect(each -> example(file.rule(), each));
  }

  private static RuleExample example(String rule, Cursor each) {
    ImmutableList<Cursor> finds = each.required("finds").expect(Cursor.Kind.LIST).items();
    return new RuleExample(
        rule,
        each.requiredText("world"),
        each.origin(),
        json(each.required("given").expect(Cursor.Kind.OBJECT)),
        finds.collect(RuleExamples::row).toSortedList().toImmutable(),
        finds.flatCollect(row -> row.child("says").map(RuleExamples::text).stream().toList()),
        each.itemsAt("gaps").collect(RuleExamples::text));
  }

  private static RuleExample.Row row(Cursor finds) {
    Severity severity = severity(finds.required("severity"));
    return new RuleExample.Row(
        finds.requiredText("subject"),
        finds.requiredText("object"),
        severity,
        finds.child("severityBest").map(RuleExamples::severity).orElse(severity));
  }

  private static Severity severity(Cursor word) {
    return word.text()
        .flatMap(Severity::named)
        .orElseThrow(
            () ->
                word.wrong(
                    "expected a severity", "Write critical, high, medium, low, info or none"));
  }

  private static String text(Cursor value) {
    return value.text().orElseThrow(() -> value.expected(Cursor.Kind.TEXT));
  }

  /** An example's world stands in a larger document; as JSON it is a document of its own. */
  private static String json(Cursor value) {
    return switch (value.kind()) {
      case OBJECT ->
          value
              .children()
              .collect(child -> quoted(child.key()) + ":" + json(child))
              .makeString("{", ",", "}");
      case LIST -> value.items().collect(RuleExamples::json).makeString("[", ",", "]");
      case TEXT -> quoted(value.text().orElse(""));
      case NUMBER, BOOLEAN -> value.scalar().orElse("");
      case NULL -> "null";
    };
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars()
        .forEach(
            letter -> {
              if (letter >= ' ' && letter != '"' && letter != '\\') {
                quoted.append((char) letter);
              } else {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", letter));
              }
            });
    return quoted.append('"').toString();
  }
}
