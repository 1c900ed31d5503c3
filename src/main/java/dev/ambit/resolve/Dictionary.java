package dev.ambit.resolve;

import dev.ambit.model.Asset;
import dev.ambit.model.Builtin;
import dev.ambit.model.Facts;
import dev.ambit.model.Nodes;
import dev.ambit.model.Nodes.Kind;
import dev.ambit.model.Ref;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.collections.api.list.ImmutableList;

/** Numbers all names in their order. Assets, of which there can be a million, come sorted. */
final class Dictionary {
  private final String[] ids;
  private final Kind[] kinds;
  private int count;

  private Dictionary(int most) {
    ids = new String[most];
    kinds = new Kind[most];
  }

  /**
   * @param facts assets sorted by id, each id once
   * @param undeclared names of which nothing else is known
   */
  static Nodes of(Facts facts, ImmutableList<Ref> undeclared) {
    Map<String, Kind> others = others(facts, undeclared);
    String[] names = others.keySet().toArray(new String[0]);
    Arrays.sort(names);
    Dictionary all = new Dictionary(names.length + facts.assets().size());
    int next = 0;
    for (Asset asset : facts.assets()) {
      String id = asset.id();
      while (next < names.length && names[next].compareTo(id) < 0) {
        all.add(names[next], kind(others, names[next]));
        next++;
      }
      boolean twice = next < names.length && names[next].equals(id);
      all.add(id, twice ? stronger(kind(others, names[next++])) : Kind.ASSET);
    }
    for (; next < names.length; next++) {
      all.add(names[next], kind(others, names[next]));
    }
    return all.nodes();
  }

  private static Kind kind(Map<String, Kind> others, String name) {
    return others.getOrDefault(name, Kind.UNKNOWN);
  }

  /** An agent or a channel hides an asset of the same name, and that hides anything else. */
  private static Kind stronger(Kind other) {
    return other == Kind.AGENT || other == Kind.CHANNEL ? other : Kind.ASSET;
  }

  private static Map<String, Kind> others(Facts facts, ImmutableList<Ref> undeclared) {
    Map<String, Kind> kinds = new HashMap<>();
    undeclared.forEach(ref -> kinds.put(ref.id(), Kind.UNKNOWN));
    for (Builtin builtin : Builtin.values()) {
      kinds.put(builtin.id(), Kind.PRINCIPAL);
    }
    facts.gates().forEach(each -> kinds.put(each.id(), Kind.GATE));
    facts.tools().forEach(each -> kinds.put(each.id(), Kind.TOOL));
    facts.credentials().forEach(each -> kinds.put(each.id(), Kind.CREDENTIAL));
    facts.principals().forEach(each -> kinds.put(each.id(), Kind.PRINCIPAL));
    facts.channels().forEach(each -> kinds.put(each.id(), Kind.CHANNEL));
    facts.agents().forEach(each -> kinds.put(each.id(), Kind.AGENT));
    return kinds;
  }

  private void add(String id, Kind kind) {
    ids[count] = id;
    kinds[count] = kind;
    count++;
  }

  private Nodes nodes() {
    return new Nodes(Arrays.copyOf(ids, count), Arrays.copyOf(kinds, count));
  }
}
