package dev.ambit.model;

import java.util.Arrays;

/**
 * The dictionary of a run: every node's id, numbered 0, 1, 2, … in the order of the ids (UTF-16
 * code units, as {@link String#compareTo}), so that a beginning is an interval of numbers.
 */
public final class Nodes {
  private static final int FREE = -1;

  private final String[] ids;
  private final Kind[] kinds;

  /** Numbers of nodes by the hash of their id; a place that is taken means the next one. */
  private final int[] places;

  /** What a node is. UNKNOWN if it is only named somewhere. */
  public enum Kind {
    AGENT,
    PRINCIPAL,
    CREDENTIAL,
    ASSET,
    CHANNEL,
    GATE,
    TOOL,
    UNKNOWN
  }

  /** {@code ids} ascending, without repetition; {@code kinds} beside them. */
  public Nodes(String[] ids, Kind[] kinds) {
    if (ids.length != kinds.length) {
      throw new IllegalArgumentException("one kind for each id");
    }
    for (int i = 1; i < ids.length; i++) {
      if (ids[i - 1].compareTo(ids[i]) >= 0) {
        throw new IllegalArgumentException("ids ascend: " + ids[i - 1] + " before " + ids[i]);
      }
    }
    this.ids = ids.clone();
    this.kinds = kinds.clone();
    this.places = new int[Integer.highestOneBit(Math.max(1, ids.length)) << 2];
    Arrays.fill(places, FREE);
    for (int node = 0; node < ids.length; node++) {
      int place = place(ids[node]);
      while (places[place] != FREE) {
        place = next(place);
      }
      places[place] = node;
    }
  }

  private int place(String id) {
    // Spread by the golden ratio: ids that count up have hashes that count up.
    return (int) ((id.hashCode() * 0x9E3779B9L) >>> 16) & (places.length - 1);
  }

  private int next(int place) {
    return (place + 1) & (places.length - 1);
  }

  public int count() {
    return ids.length;
  }

  /** The number of a node; negative if there is none of that id. */
  public int number(String id) {
    for (int place = place(id); places[place] != FREE; place = next(place)) {
      if (ids[places[place]].equals(id)) {
        return places[place];
      }
    }
    return -1;
  }

  /** The same, for one who can guess it: in a list that is sorted by id it is often the next. */
  public int number(String id, int guess) {
    return guess < ids.length && ids[guess].equals(id) ? guess : number(id);
  }

  public boolean has(String id) {
    return number(id) >= 0;
  }

  public String id(int node) {
    return ids[node];
  }

  public Kind kind(int node) {
    return kinds[node];
  }

  /**
   * The first node whose id is not before {@code beginning}: where an interval of beginnings
   * starts.
   */
  public int from(String beginning) {
    int found = Arrays.binarySearch(ids, beginning);
    return found >= 0 ? found : -found - 1;
  }
}
