package dev.ambit.rules;

import dev.ambit.model.Nearest;
import dev.ambit.model.Origin;
import dev.ambit.model.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The lines {@code #+ key: value} of a rule file. For the query language they are comments: the
 * convention of grlc, so that the text stays plain SPARQL.
 */
final class Header {
  private static final Pattern LINE = Pattern.compile("#\\+\\s*([A-Za-z]+)\\s*:\\s*(.*?)\\s*");
  private static final ImmutableList<String> NEEDED =
      Lists.immutable.of("title", "message", "why", "fix", "since");
  private static final ImmutableList<String> MANY = Lists.immutable.of("references", "formerly");
  private static final ImmutableList<String> KEYS =
      NEEDED.newWithAll(MANY).newWithAll(Lists.immutable.of("severity", "hop"));

  private final Map<String, List<Said.Value<String>>> values = new TreeMap<>();
  private final String rule;
  private final Problems problems;

  private Header(String rule, Problems problems) {
    this.rule = rule;
    this.problems = problems;
  }

  /** Of a text; what is wrong with it goes to {@code problems}. */
  static Header of(String rule, String file, String text, Problems problems) {
    Header header = new Header(rule, problems);
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.startsWith("#+")) {
        header.add(line, new Origin(file, number, ""));
      }
    }
    NEEDED
        .reject(header.values::containsKey)
        .forEach(
            key ->
                problems.add(
                    "the header has no '" + key + "'", "Add a line '#+ " + key + ": ...'."));
    return header;
  }

  /** The one value of a key; empty text if it is missing, which is a problem already. */
  String text(String key) {
    return values.getOrDefault(key, List.of()).stream()
        .map(Said.Value::said)
        .findFirst()
        .orElse("");
  }

  ImmutableList<String> texts(String key) {
    return Lists.immutable.fromStream(
        values.getOrDefault(key, List.of()).stream().map(Said.Value::said));
  }

  /** One of a few words. */
  <T> Said<T> word(String key, Function<String, Optional<T>> named, String accepted) {
    List<Said.Value<String>> said = values.getOrDefault(key, List.of());
    if (said.isEmpty()) {
      return Said.nothing();
    }
    Optional<T> value = named.apply(said.get(0).said());
    if (value.isEmpty()) {
      problems.add("'" + said.get(0).said() + "' is no " + key, "Write one of " + accepted + ".");
      return Said.nothing();
    }
    return Said.of(value.get(), said.get(0).origin());
  }

  private void add(String line, Origin origin) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches() || parts.group(2).isEmpty()) {
      problems.add(
          "line " + origin.line() + " of the header has no key and value",
          "Write it as '#+ key: value'.");
      return;
    }
    String key = parts.group(1).toLowerCase(Locale.ROOT);
    if (!KEYS.contains(key)) {
      problems.add(
          "the header key '" + parts.group(1) + "' is unknown",
          "Did you mean '" + Nearest.to(key, KEYS) + "'?");
      return;
    }
    if (values.containsKey(key) && !MANY.contains(key)) {
      problems.add("the header says '" + key + "' twice", "Keep one of them.");
      return;
    }
    values
        .computeIfAbsent(key, any -> new ArrayList<>())
        .add(new Said.Value<>(parts.group(2), origin));
  }

  @Override
  public String toString() {
    return rule + " " + values.keySet();
  }
}
