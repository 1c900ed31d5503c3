package dev.ambit.connect.claude;

import dev.ambit.connect.Cursor;
import dev.ambit.connect.Syntax;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * The settings at the head of a Markdown file, between two lines of three hyphens.
 *
 * <p>Descriptions in such files are often no YAML ("Use this: when …"), and Claude Code reads them
 * all the same. So only the keys that decide something are read; the lines of all others become
 * blank, which keeps every line number.
 */
final class FrontMatter {
  private static final Pattern KEY = Pattern.compile("([A-Za-z][\\w-]*)\\s*:(.*)");
  private static final ImmutableList<String> READ =
      Lists.immutable.of(
          "name", "tools", "disallowedTools", "permissionMode", "allowed-tools", "mcpServers");

  private FrontMatter() {}

  /**
   * The settings as a tree; empty if there are none.
   *
   * @throws dev.ambit.connect.InputException if they are no YAML
   */
  static Optional<Cursor> of(String text, String file) {
    ImmutableList<String> lines = Lists.immutable.of(text.split("\\R", -1));
    if (lines.isEmpty() || !lines.getFirst().strip().replace("\uFEFF", "").equals("---")) {
      return Optional.empty();
    }
    int end = lines.drop(1).detectIndex(line -> line.strip().equals("---"));
    if (end < 0) {
      return Optional.empty();
    }
    String kept = kept(lines.subList(1, end + 1));
    return kept.isBlank() ? Optional.empty() : Optional.of(Syntax.YAML.read(kept, file, 2));
  }

  private static String kept(ImmutableList<String> lines) {
    MutableList<String> kept = Lists.mutable.empty();
    boolean keep = false;
    for (String line : lines) {
      Matcher key = KEY.matcher(line);
      if (key.matches()) {
        keep = READ.contains(key.group(1));
      }
      kept.add(keep ? quoted(key, line) : "");
    }
    return kept.makeString("\n");
  }

  /**
   * Plain words and rules may begin or go on with what is special in YAML: {@code *}, {@code :}.
   */
  private static String quoted(Matcher key, String line) {
    if (!key.matches() || key.group(2).isBlank()) {
      return line;
    }
    String value = key.group(2).strip();
    boolean isStructure = value.startsWith("[") || value.startsWith("{");
    boolean isQuoted = value.startsWith("\"") || value.startsWith("'");
    return isStructure || isQuoted || value.matches("[|>][+-]?")
        ? line
        : key.group(1) + ": '" + value.replace("'", "''") + "'";
  }

  /** The names under a key: a list, or one text with commas between; rules keep their brackets. */
  static ImmutableList<String> names(Cursor settings, String key) {
    Optional<Cursor> value = settings.child(key);
    MutableList<String> names = Lists.mutable.empty();
    value.flatMap(Cursor::scalar).ifPresent(text -> names.addAllIterable(separated(text)));
    value
        .map(Cursor::items)
        .orElse(Lists.immutable.empty())
        .forEach(item -> item.scalar().ifPresent(names::add));
    return names.collect(String::strip).reject(String::isEmpty).toImmutable();
  }

  private static ImmutableList<String> separated(String text) {
    MutableList<String> names = Lists.mutable.empty();
    StringBuilder name = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth <= 0) {
        names.add(name.toString());
        name.setLength(0);
      } else {
        name.append(c);
      }
    }
    return names.with(name.toString()).toImmutable();
  }
}
