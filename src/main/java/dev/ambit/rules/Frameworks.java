package dev.ambit.rules;

import dev.ambit.model.Framework;
import dev.ambit.model.Nearest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Which entries of public lists each rule speaks to: {@code frameworks/mapping.csv} with the
 * columns rule, id; and one file for each list with the columns id, title, list. Apart from the
 * rules, because a new edition of a list must not touch every rule file.
 */
final class Frameworks {
  /** No rule speaks to anything. */
  static final Frameworks NONE = new Frameworks();

  private static final String MAPPING = "frameworks/mapping.csv";

  private final Map<String, Framework> entries = new TreeMap<>();
  private final Map<String, List<Framework>> byRule = new TreeMap<>();

  private Frameworks() {}

  /**
   * Those of a folder of rules; none if it has none.
   *
   * @throws RuleException if a line is malformed, an id stands twice, or a mapping names an id that
   *     no list has
   */
  static Frameworks in(Path rules) {
    Frameworks frameworks = new Frameworks();
    ImmutableList<RuleFile> files =
        RuleFile.in(rules, ".csv").select(file -> file.path().startsWith("frameworks/"));
    files.reject(file -> file.path().equals(MAPPING)).forEach(frameworks::list);
    files.select(file -> file.path().equals(MAPPING)).forEach(frameworks::mapping);
    return frameworks;
  }

  /** The entries that a rule speaks to, in the order of the mapping. */
  ImmutableList<Framework> of(String rule) {
    return Lists.immutable.withAll(byRule.getOrDefault(rule, List.of()));
  }

  /** Rules that the mapping names, sorted. */
  ImmutableList<String> rules() {
    return Lists.immutable.withAll(byRule.keySet());
  }

  private void list(RuleFile file) {
    for (List<String> line : lines(file, 3)) {
      Framework entry = new Framework(line.get(0), line.get(2), line.get(1));
      if (entries.put(entry.id(), entry) != null) {
        throw new RuleException(
            file.path(), "the id '" + entry.id() + "' stands twice", "Keep one of them.");
      }
    }
  }

  private void mapping(RuleFile file) {
    for (List<String> line : lines(file, 2)) {
      Framework entry = entries.get(line.get(1));
      if (entry == null) {
        throw new RuleException(
            file.path(), "no list has the id '" + line.get(1) + "'", meant(line.get(1)));
      }
      byRule.computeIfAbsent(line.get(0), rule -> new ArrayList<>()).add(entry);
    }
  }

  private String meant(String id) {
    return entries.isEmpty()
        ? "Add a list with that id beside the mapping."
        : "Did you mean '" + Nearest.to(id, entries.keySet()) + "'?";
  }

  /** All lines but the first, which names the columns. */
  private static List<List<String>> lines(RuleFile file, int columns) {
    List<List<String>> lines = new ArrayList<>();
    for (String line : file.text().lines().skip(1).filter(each -> !each.isBlank()).toList()) {
      List<String> cells = cells(line);
      if (cells.size() != columns) {
        throw new RuleException(
            file.path(),
            "'" + line + "' has " + cells.size() + " cells and not " + columns,
            "Put cells with commas in quotation marks.");
      }
      lines.add(cells);
    }
    return lines;
  }

  /** A comma parts cells, except between quotation marks; these are doubled to stand for one. */
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char each = line.charAt(i);
      boolean doubled = quoted && line.startsWith("\"\"", i);
      if (each == ',' && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else if (doubled) {
        cell.append('"');
        i++;
      } else if (each == '"') {
        quoted = !quoted;
      } else {
        cell.append(each);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }
}
