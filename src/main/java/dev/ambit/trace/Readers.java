package dev.ambit.trace;

import dev.ambit.model.Audience;
import dev.ambit.model.Certainty;
import dev.ambit.model.Channel;
import dev.ambit.model.Heads;
import dev.ambit.model.Hop;
import dev.ambit.model.Levels;
import dev.ambit.model.Origin;
import dev.ambit.model.Right;
import dev.ambit.model.Tool;
import dev.ambit.model.Verb;
import java.util.Optional;
import java.util.OptionalInt;
import org.roaringbitmap.RoaringBitmap;

/**
 * The people before whom one thing would come, and those of them who are not cleared for it.
 *
 * @param roots readers as the input names them
 * @param all everybody behind the roots
 * @param uncleared part of {@code all}
 * @param rank of the data
 * @param lowest clearance of the lowest uncleared person, −1 for people outside
 */
record Readers(
    RoaringBitmap roots, RoaringBitmap all, RoaringBitmap uncleared, int rank, int lowest) {

  /**
   * The people who read {@code channel}, for {@code data} of that rank; empty if all are cleared.
   */
  static Optional<Readers> of(Estate estate, int channel, int data, int rank) {
    return of(
        estate, estate.people.readersOf(channel), estate.people.audience(channel), data, rank);
  }

  static Optional<Readers> of(
      Estate estate, RoaringBitmap roots, RoaringBitmap all, int data, int rank) {
    RoaringBitmap uncleared = estate.people.uncleared(all, rank, data);
    OptionalInt lowest = estate.people.lowestClearance(uncleared);
    return lowest.isPresent() && rank > lowest.getAsInt()
        ? Optional.of(new Readers(roots, all, uncleared, rank, lowest.getAsInt()))
        : Optional.empty();
  }

  /** How far the data stands above the lowest of them: 1 or more. */
  int base() {
    return rank - lowest;
  }

  Audience audience(Estate estate) {
    return estate.people.shown(uncleared, all, roots);
  }

  /** The hop from a channel to the readers who matter most. */
  Hop hop(Estate estate, String channel, int node, String data) {
    int reader = worstRoot(estate);
    String name = reader < 0 ? "nobody" : estate.id(reader);
    boolean unknown =
        estate.assumed.channel(channel).filter(estate.assumed::readersAreUnknown).isPresent();
    String because =
        unknown
            ? "nothing says who reads " + channel + ", so it counts as " + name
            : clearance(estate, name, channel, data);
    return new Hop(
        channel,
        Hop.Kind.READ_BY,
        name,
        because,
        origin(estate, reader, node, channel),
        unknown ? Certainty.ASSUMED : Certainty.OBSERVED);
  }

  private String clearance(Estate estate, String name, String channel, String data) {
    Heads heads = estate.headCount.of(uncleared);
    Levels levels = estate.assumed.levels();
    String cleared =
        lowest < 0
            ? "from outside"
            : "cleared for " + levels.name(Math.min(lowest, levels.highest())) + " at most";
    return name
        + " can read "
        + channel
        + "; "
        + heads
        + (heads.isNumber() ? " of them " : " among them ")
        + cleared
        + ", and "
        + data
        + " is "
        + levels.name(rank);
  }

  /** The root behind which most uncleared people stand; of equal ones the first by name. */
  int worstRoot(Estate estate) {
    int worst = -1;
    long most = -1;
    for (int root : roots.toArray()) {
      RoaringBitmap behind = RoaringBitmap.and(estate.membership.behind(root), uncleared);
      if (behind.isEmpty()) {
        continue;
      }
      Heads heads = estate.headCount.of(behind);
      long weight = heads.isNumber() ? heads.count() : Long.MAX_VALUE;
      if (weight > most) {
        most = weight;
        worst = root;
      }
    }
    return worst;
  }

  /** A way out that names no channel has none that could say who reads it. */
  private static Origin origin(Estate estate, int reader, int node, String channel) {
    if (node < 0) {
      return estate.assumed.tool(channel).map(Tool::origin).orElse(Origin.BUILT_IN);
    }
    for (Right right : estate.rights.onNode(Verb.READ, node)) {
      if (right.holder() == reader) {
        return right.origin();
      }
    }
    return estate.assumed.channel(channel).map(Channel::origin).orElse(Origin.BUILT_IN);
  }
}
