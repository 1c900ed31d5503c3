package dev.ambit.resolve.aws;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;
import org.eclipse.collections.impl.map.sorted.mutable.TreeSortedMap;

/** The shipped tables as lines; NOTICE.md beside them says where they come from. */
final class ActionLines {
  /** Lines of {@code service, access level, types, actions} with tabs between, by service. */
  static final ImmutableSortedMap<String, ImmutableList<String>> BY_SERVICE = byService();

  private ActionLines() {}

  private static ImmutableSortedMap<String, ImmutableList<String>> byService() {
    TreeSortedMap<String, MutableList<String>> lines = TreeSortedMap.newMap();
    for (String line : of("actions.tsv")) {
      String service = line.substring(0, line.indexOf('\t'));
      lines.getIfAbsentPut(service, Lists.mutable::empty).add(line);
    }
    return lines.collectValues((service, block) -> block.toImmutable()).toImmutable();
  }

  /** All lines of a shipped table but comments and empty ones. */
  static ImmutableList<String> of(String table) {
    InputStream bytes = Objects.requireNonNull(ActionLines.class.getResourceAsStream(table), table);
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8), 1 << 16)) {
      return Lists.immutable.fromStream(
          reader.lines().filter(line -> !line.isEmpty() && !line.startsWith("#")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
