package dev.ambit.connect.mcp;

import dev.ambit.connect.Document;
import dev.ambit.connect.InputException;
import dev.ambit.connect.Syntax;
import dev.ambit.connect.Tokens;
import dev.ambit.connect.Tokens.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * The keys in the first levels of a document, as far as its beginning shows them. A document that
 * breaks or is cut off has the keys that stand before that place.
 */
public final class TopKeys {
  private static final int LEVELS = 3;

  private final ImmutableList<ImmutableList<String>> paths;

  private TopKeys(ImmutableList<ImmutableList<String>> paths) {
    this.paths = paths;
  }

  /** Whether there is a value under these keys. */
  public boolean has(ImmutableList<String> path) {
    return paths.contains(path);
  }

  /** The keys of a JSON or YAML document; none for other names. */
  public static TopKeys of(Document document) {
    String name = document.name().toLowerCase(Locale.ROOT);
    MutableList<ImmutableList<String>> paths = Lists.mutable.empty();
    if (name.endsWith(".json") || name.endsWith(".yaml") || name.endsWith(".yml")) {
      Syntax syntax = name.endsWith(".json") ? Syntax.JSON_WITH_COMMENTS : Syntax.YAML;
      try (Tokens tokens = syntax.open(document.headText(), document.path(), 1)) {
        collect(tokens, paths);
      } catch (InputException e) {
        // What is wrong with it is said by whoever claims and reads it.
        return new TopKeys(paths.toImmutable());
      }
    }
    return new TopKeys(paths.toImmutable());
  }

  private static void collect(Tokens tokens, MutableList<ImmutableList<String>> paths) {
    Deque<String> open = new ArrayDeque<>();
    String key = "";
    for (Token token = tokens.next(); token != Token.END; token = tokens.next()) {
      switch (token) {
        case KEY -> {
          key = tokens.text();
          if (open.size() <= LEVELS) {
            // The outermost object has no key of its own.
            paths.add(Lists.immutable.withAll(open).drop(1).newWith(key));
          }
        }
        case OBJECT, LIST -> open.addLast(key);
        case END_OBJECT, END_LIST -> open.removeLast();
        case TEXT, NUMBER, BOOLEAN, NULL, END -> {}
      }
    }
  }
}
