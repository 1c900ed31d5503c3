package dev.ambit.rules;

import dev.ambit.graph.Cell;
import dev.ambit.graph.Row;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.collector.Collectors2;

/**
 * The sentence of a finding, with {@code {column}} where a row's value is to stand.
 *
 * @param template as the rule's header has it
 */
record Message(String template) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]*)}");

  /** The columns it quotes, in the order of the sentence. */
  ImmutableList<String> columns() {
    return PLACEHOLDER
        .matcher(template)
        .results()
        .map(found -> found.group(1))
        .distinct()
        .collect(Collectors2.toImmutableList());
  }

  /** Filled from a row; a column without a value reads "not known". */
  String filledFrom(Row row) {
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    row.at(found.group(1)).map(Cell::text).orElse("not known")));
  }
}
