package dev.ambit.resolve;

import dev.ambit.model.NodeSet;
import dev.ambit.model.Nodes;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.collections.api.list.primitive.MutableIntList;
import org.eclipse.collections.api.map.primitive.MutableIntObjectMap;
import org.eclipse.collections.api.map.primitive.MutableObjectIntMap;
import org.eclipse.collections.api.set.primitive.MutableIntSet;
import org.eclipse.collections.impl.factory.primitive.IntLists;
import org.eclipse.collections.impl.factory.primitive.IntSets;
import org.eclipse.collections.impl.factory.primitive.ObjectIntMaps;
import org.eclipse.collections.impl.map.mutable.primitive.IntObjectHashMap;

/**
 * Finds nodes by what the input calls them: an id, an alias, or a pattern over both. What a
 * container holds is found with it. A pattern is answered once and shared, since thousands of
 * statements write the same one. For any number of threads.
 */
public final class Names {
  private final Nodes nodes;
  private final NameIndex index;
  private final int[] owners;
  private final MutableObjectIntMap<String> byAlias;
  private final String[] beginnings;
  private final int[] beginningOwners;
  private final MutableIntObjectMap<MutableIntList> contents;
  private final Map<String, NodeSet> answered = new ConcurrentHashMap<>();

  /**
   * @param aliases alias to node; one that ends in {@code *} stands for all names with that
   *     beginning
   * @param contents container to what stands directly in it
   */
  Names(
      Nodes nodes,
      MutableObjectIntMap<String> aliases,
      MutableIntObjectMap<MutableIntList> contents) {
    this.nodes = nodes;
    this.contents = contents;
    this.byAlias = ObjectIntMaps.mutable.empty();
    MutableObjectIntMap<String> open = ObjectIntMaps.mutable.empty();
    aliases.forEachKeyValue(
        (alias, node) -> {
          if (alias.endsWith("*")) {
            open.put(alias.substring(0, alias.length() - 1), node);
          } else {
            byAlias.put(alias, node);
          }
        });
    beginnings = open.keysView().toSortedList().toArray(new String[0]);
    beginningOwners = Arrays.stream(beginnings).mapToInt(open::get).toArray();
    String[] apart = byAlias.keysView().reject(nodes::has).toSortedList().toArray(new String[0]);
    String[] names = new String[nodes.count() + apart.length];
    owners = new int[names.length];
    int node = 0;
    int alias = 0;
    for (int i = 0; i < names.length; i++) {
      boolean isAlias =
          node == nodes.count()
              || (alias < apart.length && apart[alias].compareTo(nodes.id(node)) < 0);
      names[i] = isAlias ? apart[alias++] : nodes.id(node);
      owners[i] = isAlias ? byAlias.get(names[i]) : node++;
    }
    index = new NameIndex(names);
  }

  public Nodes nodes() {
    return nodes;
  }

  /**
   * The node of that id or alias; of several open aliases the longest; negative if there is none.
   */
  public int node(String name) {
    int node = nodes.number(name);
    if (node >= 0) {
      return node;
    }
    if (byAlias.containsKey(name)) {
      return byAlias.get(name);
    }
    int owner = -1;
    for (int i = 0; i < beginnings.length; i++) {
      // Ascending, so a longer beginning of the same name comes later and wins.
      if (name.startsWith(beginnings[i])) {
        owner = beginningOwners[i];
      }
    }
    return owner;
  }

  /** All nodes whose id or alias the pattern covers, and all that they contain. */
  public NodeSet matching(String pattern) {
    return answered.computeIfAbsent(pattern, this::find);
  }

  /** Whether {@link #matching} has any node. */
  boolean coverSomething(String pattern) {
    NodeSet known = answered.get(pattern);
    if (known != null) {
      return !known.isEmpty();
    }
    Glob glob = new Glob(pattern);
    return glob.isPlain()
        ? node(pattern) >= 0
        : index.hasAny(glob) || Arrays.stream(beginnings).anyMatch(each -> overlap(glob, each));
  }

  /** Both stand for many names; they overlap if one may begin as the other does. */
  private static boolean overlap(Glob glob, String beginning) {
    return glob.beginning().startsWith(beginning) || glob.covers(beginning);
  }

  /** These nodes and all that they contain. */
  public NodeSet withContents(int... roots) {
    if (Arrays.stream(roots).noneMatch(contents::containsKey)) {
      return NodeSets.of(roots);
    }
    MutableIntSet found = IntSets.mutable.empty();
    MutableIntList open = IntLists.mutable.with(roots);
    while (!open.isEmpty()) {
      int node = open.removeAtIndex(open.size() - 1);
      if (found.add(node) && contents.containsKey(node)) {
        open.addAll(contents.get(node));
      }
    }
    return NodeSets.of(found);
  }

  private NodeSet find(String pattern) {
    Glob glob = new Glob(pattern);
    if (glob.isPlain()) {
      int node = node(pattern);
      return node < 0 ? NodeSets.NONE : withContents(node);
    }
    if (pattern.equals("*")) {
      return NodeSets.interval(0, nodes.count());
    }
    MutableIntList found = IntLists.mutable.empty();
    index.each(glob, at -> found.add(owners[at]));
    for (int i = 0; i < beginnings.length; i++) {
      if (overlap(glob, beginnings[i])) {
        found.add(beginningOwners[i]);
      }
    }
    return withContents(found.toArray());
  }

  /** Collects what a {@link Names} is made from. */
  static final class Builder {
    private final Nodes nodes;
    private final MutableObjectIntMap<String> aliases = ObjectIntMaps.mutable.empty();
    private final MutableIntObjectMap<MutableIntList> contents = IntObjectHashMap.newMap();
    private int last = -1;

    Builder(Nodes nodes) {
      this.nodes = nodes;
    }

    Builder alias(String alias, String id) {
      aliases.put(alias, nodes.number(id));
      return this;
    }

    Builder contains(String container, String id) {
      last = nodes.number(id, last + 1);
      contents.getIfAbsentPut(nodes.number(container), IntLists.mutable::empty).add(last);
      return this;
    }

    Names build() {
      return new Names(nodes, aliases, contents);
    }
  }
}
