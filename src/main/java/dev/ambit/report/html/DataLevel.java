package dev.ambit.report.html;

import dev.ambit.model.AnalysisResult;
import dev.ambit.model.AssetAccess;
import dev.ambit.model.Finding;
import dev.ambit.model.Heads;
import dev.ambit.model.Hop;
import dev.ambit.model.Severity;
import dev.ambit.report.Counted;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.multimap.list.ImmutableListMultimap;
import org.eclipse.collections.impl.list.mutable.FastList;

/**
 * All data of one level that agents reach.
 *
 * @param name of the level; empty where nobody said one
 */
public record DataLevel(String name, ImmutableList<Item> items) {
  /** So many names of things that are alike stand open; the others are folded away. */
  private static final int OPEN = 10;

  /** Things of which all else is the same: hundreds of rows that differ in a name say one thing. */
  public record Alike(ImmutableList<Item> items) {
    public Item first() {
      return items.getFirst();
    }

    public ImmutableList<Item> open() {
      return items.take(OPEN);
    }

    public ImmutableList<Item> folded() {
      return items.drop(OPEN);
    }
  }

  /** In the order of the first of each; one alone is alike to itself. */
  public ImmutableList<Alike> rows() {
    Map<ImmutableList<Object>, MutableList<Item>> rows = new LinkedHashMap<>();
    items.forEach(
        item -> rows.computeIfAbsent(item.allButItsName(), key -> FastList.newList()).add(item));
    return FastList.newList(rows.values())
        .collect(row -> new Alike(row.toImmutable()))
        .toImmutable();
  }

  /**
   * One thing.
   *
   * @param goesTo channels and people that a finding says it can get to
   * @param uncleared of the worst of these findings
   * @param worst of what is found of it, and of what it is in
   * @param within what it is in, if that is where the worst is found; else empty
   */
  public record Item(
      AssetAccess asset,
      ImmutableList<String> goesTo,
      Heads uncleared,
      Severity worst,
      String within) {
    public String anchor() {
      return Anchor.asset(asset.asset());
    }

    ImmutableList<Object> allButItsName() {
      return Lists.immutable.of(
          asset.owner(), readBy(), changedBy(), goesTo, uncleared, worst, within);
    }

    public String readBy() {
      return names(asset.readBy(), asset.readByTotal());
    }

    public String changedBy() {
      return names(asset.changedBy(), asset.changedByTotal());
    }

    private static String names(ImmutableList<String> names, int total) {
      int more = total - names.size();
      return names.isEmpty()
          ? "no agent"
          : names.makeString(", ") + (more > 0 ? " and " + Counted.number(more) + " more" : "");
    }
  }

  /** Unknown first, since it could be anything; then from the highest level down. */
  static ImmutableList<DataLevel> of(AnalysisResult result) {
    ImmutableListMultimap<String, Finding> byObject = result.findings().groupBy(Finding::object);
    FastList<DataLevel> levels = FastList.newList();
    levels.add(of(result, byObject, -1, ""));
    for (int rank = result.levels().highest(); rank >= 0; rank--) {
      levels.add(of(result, byObject, rank, result.levels().name(rank)));
    }
    return levels.reject(level -> level.items().isEmpty()).toImmutable();
  }

  private static DataLevel of(
      AnalysisResult result,
      ImmutableListMultimap<String, Finding> byObject,
      int rank,
      String name) {
    return new DataLevel(
        name,
        result
            .statement()
            .assets()
            .select(asset -> asset.rank() == rank)
            .collect(
                asset ->
                    item(
                        asset,
                        asset
                            .in()
                            .newWith(asset.asset())
                            .flatCollect(byObject::get)
                            .toSortedList()
                            .toImmutable())));
  }

  private static Item item(AssetAccess asset, ImmutableList<Finding> findings) {
    Severity worst = findings.isEmpty() ? Severity.NONE : findings.getFirst().severity();
    boolean own =
        findings.anySatisfy(
            each -> each.severity() == worst && each.object().equals(asset.asset()));
    return new Item(
        asset,
        findings
            .flatCollect(Finding::paths)
            .flatCollect(path -> path.hops())
            .select(
                hop ->
                    hop.kind() == Hop.Kind.PUBLISHES
                        || hop.kind() == Hop.Kind.REPLIES
                        || hop.kind() == Hop.Kind.ADMITS)
            .collect(Hop::to)
            .distinct()
            .toSortedList()
            .take(6)
            .toImmutable(),
        findings
            .collect(finding -> finding.audience().uncleared())
            .detectIfNone(heads -> !heads.equals(Heads.NOBODY), () -> Heads.NOBODY),
        worst,
        own || findings.isEmpty() ? "" : findings.getFirst().object());
  }
}
