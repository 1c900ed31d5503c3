package dev.ambit.cli;

import dev.ambit.model.Severity;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;
import picocli.CommandLine.Option;

/**
 * How severe findings of a rule are for those who ask, in every command that asks rules. There is
 * no {@code none}: that would be a finding nobody sees, and {@code info} fails no gate either.
 */
final class SeverityOptions {
  private static final ImmutableList<String> WORDS =
      Lists.immutable
          .of(Severity.values())
          .toReversed()
          .reject(severity -> severity == Severity.NONE)
          .collect(Severity::word);

  @Option(
      names = "--severity",
      paramLabel = "RULE=SEVERITY",
      description = {
        "Findings of this rule have this severity, in place of their own: critical, high,",
        "medium, low, info. Every output says so. Repeatable."
      })
  private List<String> set = new ArrayList<>();

  /**
   * By rule.
   *
   * @throws UsageException if one is no severity of a rule, or a rule has two
   */
  ImmutableSortedMap<String, Severity> all() {
    MutableSortedMap<String, Severity> all = SortedMaps.mutable.empty();
    for (String each : set) {
      int equals = each.indexOf('=');
      if (equals < 1) {
        throw wrong(each, "write RULE=SEVERITY, as in action/open-egress=medium");
      }
      Severity severity = severity(each, each.substring(equals + 1));
      Severity before = all.put(each.substring(0, equals), severity);
      if (before != null && before != severity) {
        throw wrong(each, "the rule is set to " + before.word() + " already; keep one of them");
      }
    }
    return all.toImmutable();
  }

  private static Severity severity(String each, String word) {
    if (word.equals(Severity.NONE.word())) {
      throw wrong(each, "none would hide findings; take info, which is shown and fails no gate");
    }
    return Severity.named(word)
        .orElseThrow(
            () -> wrong(each, "'" + word + "' is no severity" + Suggestion.after(word, WORDS)));
  }

  private static UsageException wrong(String each, String why) {
    return new UsageException("--severity " + each + ": " + why);
  }
}
