package dev.ambit;

import dev.ambit.model.Decisions;
import dev.ambit.model.Severity;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/**
 * What one run is asked.
 *
 * @param inputs files and folders to read, at least one
 * @param ruleFolders folders of rules, besides those that come with Ambit
 * @param failOn findings of this severity and above fail; {@link Severity#NONE}: none does
 * @param strict whether the worst case of a range counts as its severity
 * @param inFull whether findings are to come with changes that close them, and the result with a
 *     statement of all access; trying changes takes many more scans, so a person who only looks at
 *     the terminal is not kept waiting
 * @param severities by rule, in place of what its findings have by themselves
 * @param decisions waivers and baselines
 * @param at which day the judgement is made for
 * @param snapshot keeps all that does not depend on rules, for the next run of the same inputs
 */
@RecordBuilder
public record Options(
    ImmutableList<Path> inputs,
    ImmutableList<Path> ruleFolders,
    Severity failOn,
    boolean strict,
    boolean inFull,
    ImmutableSortedMap<String, Severity> severities,
    Decisions decisions,
    AsOf at,
    Optional<Path> snapshot)
    implements OptionsBuilder.With {

  /** Without a snapshot. */
  public Options(
      ImmutableList<Path> inputs,
      ImmutableList<Path> ruleFolders,
      Severity failOn,
      boolean strict,
      boolean inFull,
      ImmutableSortedMap<String, Severity> severities,
      Decisions decisions,
      AsOf at) {
    this(inputs, ruleFolders, failOn, strict, inFull, severities, decisions, at, Optional.empty());
  }

  /** With nothing decided before. */
  public Options(
      ImmutableList<Path> inputs,
      ImmutableList<Path> ruleFolders,
      Severity failOn,
      boolean strict,
      boolean inFull,
      ImmutableSortedMap<String, Severity> severities,
      AsOf at) {
    this(inputs, ruleFolders, failOn, strict, inFull, severities, Decisions.NONE, at);
  }

  /** And with every rule as severe as it is by itself. */
  public Options(
      ImmutableList<Path> inputs,
      ImmutableList<Path> ruleFolders,
      Severity failOn,
      boolean strict,
      boolean inFull,
      AsOf at) {
    this(
        inputs,
        ruleFolders,
        failOn,
        strict,
        inFull,
        SortedMaps.immutable.empty(),
        Decisions.NONE,
        at);
  }
}
