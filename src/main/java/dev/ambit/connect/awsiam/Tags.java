package dev.ambit.connect.awsiam;

import dev.ambit.model.Origin;
import dev.ambit.model.Said;
import java.util.List;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Tags in the forms that the services of AWS write them in, as {@code Key=Value}. */
final class Tags {
  private Tags() {}

  /** A list of key and value, in large or small letters, or an object of keys to values. */
  static ImmutableList<Said.Value<String>> of(String file, JsonPart tags, String pointer) {
    MutableList<Said.Value<String>> found = Lists.mutable.empty();
    List<JsonPart> parts = tags.parts();
    for (int i = 0; i < parts.size(); i++) {
      JsonPart tag = parts.get(i);
      if (tags.isObject()) {
        String key = tags.keys().get(i);
        String at = pointer + "/" + Pointers.escaped(key);
        found.add(new Said.Value<>(key + "=" + tag.text(), new Origin(file, tag.line(), at)));
      } else {
        String text =
            first(tag, "Key", "key", "TagKey") + "=" + first(tag, "Value", "value", "TagValue");
        found.add(new Said.Value<>(text, new Origin(file, tag.line(), pointer + "/" + i)));
      }
    }
    return found.toImmutable();
  }

  private static String first(JsonPart tag, String... keys) {
    for (String key : keys) {
      if (tag.has(key)) {
        return tag.at(key).text();
      }
    }
    return "";
  }
}
