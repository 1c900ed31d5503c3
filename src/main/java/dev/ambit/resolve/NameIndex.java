package dev.ambit.resolve;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which of many names a pattern covers. What stands before the first wildcard is an interval of the
 * sorted names; within it only the names are looked at that have the two rarest threes of
 * characters which the rest of the pattern asks for (Cox, "Regular Expression Matching with a
 * Trigram Index", 2012). A candidate is always looked at, so the index decides nothing, it only
 * leaves out.
 *
 * <p>The postings are made once enough looking was done in vain that they pay for themselves: a
 * small input never makes them. Names that follow one another in order mostly share their
 * characters, so a posting is a list of runs. For any number of threads.
 */
final class NameIndex {
  /** Names that were looked at before the postings are worth their price. */
  private static final long PATIENCE = 1_000_000;

  /** An interval so short is looked through as it is. */
  private static final int FEW = 64;

  private static final int GRAM = 3;

  /**
   * So many bits of each character are kept, so that an array finds the postings. Characters that
   * share them only bring in more candidates.
   */
  private static final int BITS = 7;

  private static final Runs[] NOT_KNOWN = {};

  private final String[] names;
  private final long patience;
  private final LongAdder looked = new LongAdder();
  private volatile @Nullable Runs @Nullable [] postings;

  /**
   * @param names ascending, each once; not to be changed afterwards
   */
  NameIndex(String[] names) {
    this(names, PATIENCE);
  }

  /**
   * @param patience how many names are looked at before the postings are made
   */
  NameIndex(String[] names, long patience) {
    this.names = names;
    this.patience = patience;
  }

  /** Hands on the position of each name that the pattern covers, ascending. */
  void each(Glob glob, IntConsumer found) {
    find(
        glob,
        position -> {
          found.accept(position);
          return true;
        });
  }

  /** Whether the pattern covers any name. */
  boolean hasAny(Glob glob) {
    return !find(glob, position -> false);
  }

  /** Hands on what the pattern covers until somebody has enough; whether nobody ever had. */
  private boolean find(Glob glob, IntPredicate wantsMore) {
    String beginning = glob.beginning();
    int from = first(beginning);
    int to = end(beginning, from);
    if (glob.isBeginning()) {
      return IntStream.range(from, to).allMatch(wantsMore);
    }
    Stretch look = looking(glob.reading(), wantsMore);
    Runs[] rarest =
        to - from <= FEW ? NOT_KNOWN : rarest(glob.pattern(), beginning.length(), from, to);
    if (rarest.length > 0) {
      return inAll(rarest, 0, from, to, look);
    }
    looked.add(to - from);
    return look.test(from, to);
  }

  private Stretch looking(Predicate<String> covers, IntPredicate wantsMore) {
    return (from, to) -> {
      for (int i = from; i < to; i++) {
        if (covers.test(names[i]) && !wantsMore.test(i)) {
          return false;
        }
      }
      return true;
    };
  }

  /** The stretches that all of the postings have in common. */
  private static boolean inAll(Runs[] postings, int which, int from, int to, Stretch look) {
    return which == postings.length
        ? look.test(from, to)
        : postings[which].all(
            from, to, (start, stop) -> inAll(postings, which + 1, start, stop, look));
  }

  private int first(String beginning) {
    int found = Arrays.binarySearch(names, beginning);
    return found >= 0 ? found : -found - 1;
  }

  /** Behind the last name from {@code from} on with that beginning. */
  private int end(String beginning, int from) {
    int low = from;
    int high = names.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (names[middle].startsWith(beginning)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * The postings of the rarest three characters of the pattern, then of the next; none if it has no
   * three in a row behind its beginning, or not yet.
   */
  private Runs[] rarest(String pattern, int behind, int from, int to) {
    if (postings == null && looked.sum() < patience) {
      return NOT_KNOWN;
    }
    @Nullable Runs[] known = postings();
    Runs first = null;
    Runs second = null;
    int fewest = to - from;
    int next = to - from;
    for (int i = behind; i + GRAM <= pattern.length(); i++) {
      if (isWild(pattern.charAt(i))
          || isWild(pattern.charAt(i + 1))
          || isWild(pattern.charAt(i + 2))) {
        continue;
      }
      Runs runs = known[gram(pattern, i)];
      if (runs == null) {
        return new Runs[] {Runs.NONE};
      }
      int count = runs.count(from, to);
      if (count < fewest) {
        second = first;
        next = fewest;
        first = runs;
        fewest = count;
      } else if (count < next && runs != first) {
        second = runs;
        next = count;
      }
    }
    if (first == null) {
      return NOT_KNOWN;
    }
    return second == null ? new Runs[] {first} : new Runs[] {first, second};
  }

  private static boolean isWild(char character) {
    return character == '*' || character == '?';
  }

  private static int gram(String text, int at) {
    int mask = (1 << BITS) - 1;
    return ((text.charAt(at) & mask) << (2 * BITS))
        | ((text.charAt(at + 1) & mask) << BITS)
        | (text.charAt(at + 2) & mask);
  }

  private synchronized @Nullable Runs[] postings() {
    @Nullable Runs[] made = postings;
    if (made == null) {
      made = postings(names);
      postings = made;
    }
    return made;
  }

  /** Sorted names begin alike, and only where one differs from the one before anything is done. */
  private static @Nullable Runs[] postings(String[] names) {
    @Nullable Runs[] postings = new Runs[1 << (GRAM * BITS)];
    String last = "";
    for (int i = 0; i < names.length; i++) {
      String name = names[i];
      int same = Math.max(0, sameBeginning(last, name) - GRAM + 1);
      for (int at = same; at + GRAM <= name.length(); at++) {
        int gram = gram(name, at);
        Runs runs = postings[gram];
        if (runs == null) {
          runs = new Runs();
          postings[gram] = runs;
        }
        runs.enter(i);
      }
      leave(last, same, i, postings);
      last = name;
    }
    leave(last, 0, names.length, postings);
    return postings;
  }

  private static void leave(String name, int from, int position, @Nullable Runs[] postings) {
    for (int at = from; at + GRAM <= name.length(); at++) {
      Runs runs = postings[gram(name, at)];
      if (runs != null) {
        runs.leave(position);
      }
    }
  }

  private static int sameBeginning(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    int same = 0;
    while (same < shorter && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    return same;
  }

  private interface Stretch {
    boolean test(int from, int to);
  }

  /** Ascending positions, kept as stretches of neighbours. */
  private static final class Runs {
    static final Runs NONE = new Runs();

    private int[] starts = new int[2];
    private int[] before = new int[2]; // how many positions stand in the runs before each
    private int size;
    private int positions;
    private int places; // that have the characters just now, while the postings are made

    /** One more place has the characters, in the name at that position and all that follow. */
    void enter(int position) {
      if (places++ > 0 || (size > 0 && end(size - 1) == position)) {
        return;
      }
      if (size == starts.length) {
        starts = Arrays.copyOf(starts, size * 2);
        before = Arrays.copyOf(before, size * 2);
      }
      starts[size] = position;
      before[size] = positions;
      size++;
    }

    /** One place has them no more, from the name at that position on. */
    void leave(int position) {
      if (--places == 0) {
        positions = before[size - 1] + position - starts[size - 1];
      }
    }

    private int end(int run) {
      int next = run + 1 < size ? before[run + 1] : positions;
      return starts[run] + next - before[run];
    }

    /** The first run that ends behind {@code position}. */
    private int runAt(int position) {
      int found = Arrays.binarySearch(starts, 0, size, position);
      int run = found >= 0 ? found : -found - 2;
      return run >= 0 && end(run) > position ? run : run + 1;
    }

    /** How many positions stand before {@code position}. */
    private int rank(int position) {
      int run = runAt(position);
      if (run == size) {
        return positions;
      }
      return before[run] + Math.max(0, position - starts[run]);
    }

    int count(int from, int to) {
      return rank(to) - rank(from);
    }

    /** Whether every stretch between {@code from} and {@code to} passes; ends at the first not. */
    boolean all(int from, int to, Stretch stretch) {
      for (int run = runAt(from); run < size && starts[run] < to; run++) {
        if (!stretch.test(Math.max(from, starts[run]), Math.min(to, end(run)))) {
          return false;
        }
      }
      return true;
    }
  }
}
