package dev.ambit.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;

/**
 * What an inventory says about the whole organisation.
 *
 * @param labels foreign labels ({@code "PII.Sensitive"}, {@code "DataClass=Secret"}) to level names
 * @param clearance level name that a person of the organisation without a clearance may see
 * @param level level name that unlabelled data counts as in the worst case
 * @param closed sections that are complete: {@code principals}, {@code grants}, …; sorted
 * @param saidAt where each top-level key of an inventory stands, sections and settings, by its name
 *     ({@code levels}, {@code defaults.clearance}, {@code grants}); empty where nothing is said
 */
@RecordBuilder
public record Settings(
    Said<String> organisation,
    Said<LocalDate> asOf,
    Levels levels,
    ImmutableMap<String, String> labels,
    String clearance,
    String level,
    int largeAudience,
    int credentialMaxAgeDays,
    int dormantDays,
    int logRetentionDays,
    int approvalsPerDay,
    ImmutableList<String> closed,
    ImmutableMap<String, Origin> saidAt)
    implements SettingsBuilder.With {

  /** What holds where no inventory says anything. */
  public static final Settings DEFAULT = over(Levels.DEFAULT);

  /**
   * The defaults over a ladder: people are cleared for its second level, unlabelled data is at its
   * highest.
   */
  public static Settings over(Levels levels) {
    return new Settings(
        Said.nothing(),
        Said.nothing(),
        levels,
        Maps.immutable.empty(),
        levels.name(1),
        levels.name(levels.highest()),
        50,
        90,
        90,
        183,
        50,
        Lists.immutable.empty(),
        Maps.immutable.empty());
  }

  public boolean isClosed(String section) {
    return closed.contains(section);
  }
}
