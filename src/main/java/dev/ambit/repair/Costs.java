package dev.ambit.repair;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** What each kind of change costs those who have to make it or live with it. */
public final class Costs {
  /** As this house would weigh them. */
  public static final Costs DEFAULT = new Costs(Map.of());

  private final Map<Move, Integer> own;

  private Costs(Map<Move, Integer> own) {
    this.own = own;
  }

  /** The words for the kinds of change, cheapest first. */
  public static ImmutableList<String> words() {
    return Lists.immutable.of(Move.values()).collect(Move::word);
  }

  /** With another cost for one kind of change; empty if there is no such kind. */
  public Optional<Costs> with(String word, int cost) {
    return Lists.immutable
        .of(Move.values())
        .detectOptional(move -> move.word().equals(word))
        .map(
            move -> {
              Map<Move, Integer> more = new EnumMap<>(Move.class);
              more.putAll(own);
              more.put(move, cost);
              return new Costs(more);
            });
  }

  int of(Move move) {
    return own.getOrDefault(move, move.cost());
  }
}
