package dev.ambit.connect.servers;

import dev.ambit.connect.Cursor;
import dev.ambit.connect.Document;
import dev.ambit.connect.Syntax;
import dev.ambit.model.Origin;
import dev.ambit.model.Said;
import dev.ambit.model.Verb;
import dev.ambit.model.Verbs;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A tool as its server lists it, from a stored answer to {@code tools/list}.
 *
 * <p>Annotations are the server's word about itself. They say effects and nothing else: no gate and
 * no right comes or goes with them. Where none is given the effects are not said, which is read at
 * best and read, write, delete and egress at worst. Where some are given, {@code readOnlyHint}
 * counts as false and {@code destructiveHint} as true when absent, as the specification has it.
 * {@code openWorldHint} counts only when it is given: its default would make an exit of every read
 * tool, and nobody said so.
 *
 * @param modelFills names of its arguments, in the order of the schema
 */
public record ListedTool(
    String name, Origin origin, Said<Verbs> effects, ImmutableList<String> modelFills) {
  /** The end of the name of a file that holds such an answer; before it stands the server. */
  public static final String FILE_END = ".tools.json";

  /** The tools of a stored answer, with or without the envelope of the protocol. */
  public static ImmutableList<ListedTool> read(Document document) {
    Cursor whole = Syntax.JSON_WITH_COMMENTS.read(document);
    Cursor answer = whole.child("result").orElse(whole);
    return answer.itemsAt("tools").select(tool -> tool.has("name")).collect(ListedTool::of);
  }

  /** Part of the id of the server whose answer the file holds. */
  public static String server(Document document) {
    String name = document.name();
    return Ids.part(name.substring(0, name.length() - FILE_END.length()));
  }

  private static ListedTool of(Cursor tool) {
    Optional<Cursor> arguments =
        tool.child("inputSchema").flatMap(schema -> schema.child("properties"));
    return new ListedTool(
        Ids.part(tool.textAt("name").orElse("")),
        Ids.place(tool),
        tool.child("annotations").map(ListedTool::effects).orElse(Said.nothing()),
        arguments.map(Cursor::keys).orElse(Lists.immutable.empty()).collect(Ids::part));
  }

  private static Said<Verbs> effects(Cursor hints) {
    Optional<Boolean> readOnly = hints.truthAt("readOnlyHint");
    Optional<Boolean> destructive = hints.truthAt("destructiveHint");
    Optional<Boolean> openWorld = hints.truthAt("openWorldHint");
    if (readOnly.isEmpty() && destructive.isEmpty() && openWorld.isEmpty()) {
      return Said.nothing();
    }
    Verbs effects = Verbs.of(Verb.READ);
    if (!readOnly.orElse(false)) {
      effects = effects.with(Verb.WRITE);
      effects = destructive.orElse(true) ? effects.with(Verb.DELETE) : effects;
    }
    effects = openWorld.orElse(false) ? effects.with(Verb.EGRESS) : effects;
    return Said.of(effects, Ids.place(hints));
  }
}
