package dev.ambit.model;

import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What people decided about findings before this run.
 *
 * @param waivers entries that could be read, in the order of their file
 * @param baselines what is known already, each under the name of its file
 * @param notes what is wrong with them; an entry that is wrong excuses nothing
 */
public record Decisions(
    ImmutableList<WaiverEntry> waivers,
    ImmutableList<Baseline> baselines,
    ImmutableList<Note> notes) {
  public static final Decisions NONE =
      new Decisions(Lists.immutable.empty(), Lists.immutable.empty(), Lists.immutable.empty());

  /**
   * The findings of an earlier day. No acceptance: they are known, and nobody decided about them.
   *
   * @param file as the person named it
   * @param then what else the file says of that day
   */
  public record Baseline(String file, ImmutableList<KnownFinding> findings, Said<Earlier> then) {
    /** One that says nothing else. */
    public Baseline(String file, ImmutableList<KnownFinding> findings) {
      this(file, findings, Said.nothing());
    }
  }

  /** With what another file says. */
  public Decisions and(Decisions more) {
    return new Decisions(
        waivers.newWithAll(more.waivers),
        baselines.newWithAll(more.baselines),
        notes.newWithAll(more.notes));
  }
}
