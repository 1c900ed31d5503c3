package dev.ambit.connect.awsiam;

import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;

/** Keeps one of each text and list while a file is read: statements repeat each other a lot. */
final class Interner {
  private final UnifiedMap<String, String> texts = UnifiedMap.newMap();
  private final UnifiedMap<ImmutableList<String>, ImmutableList<String>> lists =
      UnifiedMap.newMap();

  String one(String text) {
    return texts.getIfAbsentPut(text, text);
  }

  ImmutableList<String> one(ImmutableList<String> list) {
    if (list.isEmpty()) {
      return Lists.immutable.empty();
    }
    ImmutableList<String> known = lists.get(list);
    if (known == null) {
      known = list.collect(this::one);
      lists.put(known, known);
    }
    return known;
  }
}
