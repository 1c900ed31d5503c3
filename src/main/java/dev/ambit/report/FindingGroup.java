package dev.ambit.report;

import dev.ambit.model.Finding;
import dev.ambit.model.Hop;
import dev.ambit.model.Origin;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.list.mutable.FastList;

/**
 * Findings that a person reads as one: the same subject, the same rule, and the same grant or tool
 * target behind them. One statement over a thousand tables is one thing to mend. Identity, waivers
 * and counts stay with each finding.
 *
 * @param all in the order of findings, at least one; the first is the worst
 */
public record FindingGroup(ImmutableList<Finding> all) {
  /** How many names of a group are written out. */
  public static final int NAMES = 10;

  /** Groups in the order of their first finding. */
  public static ImmutableList<FindingGroup> of(ImmutableList<Finding> findings) {
    Map<Key, MutableList<Finding>> groups = new LinkedHashMap<>();
    for (Finding finding : findings) {
      groups.computeIfAbsent(Key.of(finding), key -> FastList.newList()).add(finding);
    }
    return FastList.newList(groups.values())
        .collect(members -> new FindingGroup(members.toImmutable()))
        .toImmutable();
  }

  public Finding worst() {
    return all.getFirst();
  }

  /** The findings after the first. */
  public ImmutableList<Finding> others() {
    return all.drop(1);
  }

  /**
   * The place of the grant or tool target: of the hop that reaches the object, else the evidence.
   */
  public static Origin behind(Finding finding) {
    if (finding.paths().notEmpty()) {
      ImmutableList<Hop> hops = finding.paths().getFirst().hops();
      return hops.detectIfNone(hop -> hop.to().equals(finding.object()), hops::getFirst).origin();
    }
    return finding.evidence().isEmpty()
        ? Origin.ofFile("ambit:no-place/" + finding.id())
        : finding.evidence().getFirst();
  }

  private record Key(String rule, String subject, Origin behind) {
    static Key of(Finding finding) {
      return new Key(finding.rule(), finding.subject(), FindingGroup.behind(finding));
    }
  }
}
