package dev.ambit.connect.awsiam;

import dev.ambit.connect.awsiam.Answer.Piece;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Said;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** The LF-Tags of tables and databases, by which permissions may be given. */
final class DataLakeTags {
  private final FoundAssets assets;
  private final Map<String, Map<String, Set<String>>> byThing = new TreeMap<>();
  private final Set<String> listed = new TreeSet<>();

  DataLakeTags(FoundAssets assets) {
    this.assets = assets;
  }

  /** That a tag is listed as one of the account's. */
  void know(String key) {
    listed.add(key);
  }

  /** The tags that an answer gives in one of its lists. */
  void add(Piece piece, String arn, String list) {
    JsonPart all = piece.value().at(list);
    Map<String, Set<String>> of = byThing.computeIfAbsent(arn, id -> new TreeMap<>());
    for (int i = 0; i < all.parts().size(); i++) {
      JsonPart tag = all.parts().get(i);
      String key = tag.at("TagKey").text();
      if (list.equals("LFTagOnDatabase") && hasOwn(piece, key)) {
        continue;
      }
      Set<String> values = new TreeSet<>(tag.at("TagValues").texts().castToList());
      of.put(key, values);
      String at = piece.pointer() + "/" + list + "/" + i;
      Origin origin = new Origin(piece.document().path(), tag.line(), at);
      for (String value : values) {
        assets.labels(arn, Lists.immutable.of(new Said.Value<>(key + "=" + value, origin)), origin);
      }
    }
  }

  /** Whether the table has a value of a tag that stands for that of its database. */
  private static boolean hasOwn(Piece piece, String key) {
    return piece.value().at("LFTagsOnTable").parts().stream()
        .anyMatch(each -> each.at("TagKey").text().equals(key));
  }

  boolean areKnown(String arn) {
    return byThing.containsKey(arn);
  }

  /** Whether a thing carries what a tag policy asks for; of whose tags nobody told, it may. */
  boolean mayFit(JsonPart policy, String arn) {
    Map<String, Set<String>> own = byThing.get(arn);
    return own == null
        || policy.at("Expression").parts().stream()
            .allMatch(
                each ->
                    own.getOrDefault(each.at("TagKey").text(), Set.of()).stream()
                        .anyMatch(each.at("TagValues").texts()::contains));
  }

  /** What a tag policy asks for, as text. */
  static ImmutableList<String> wanted(JsonPart policy) {
    return Lists.immutable
        .ofAll(policy.at("Expression").parts())
        .collect(
            each -> each.at("TagKey").text() + "=" + each.at("TagValues").texts().makeString("|"));
  }

  /** Notes a tag that a policy asks for and the account's list does not have. */
  void noteUnknown(Piece piece, JsonPart policy, Consumer<Note> notes) {
    if (listed.isEmpty()) {
      return;
    }
    for (JsonPart each : policy.at("Expression").parts()) {
      String key = each.at("TagKey").text();
      if (!listed.contains(key)) {
        notes.accept(
            new Note(
                Note.Kind.NOTE,
                "no LF-Tag '"
                    + key
                    + "' is listed, and a permission asks for it. Export the tags"
                    + " of its account as well",
                new Origin(
                    piece.document().path(),
                    each.line(),
                    piece.pointer() + "/Resource/LFTagPolicy/Expression")));
      }
    }
  }
}
