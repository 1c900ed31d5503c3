package dev.ambit.resolve;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.eclipse.collections.impl.map.mutable.primitive.LongObjectHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which of many names a pattern covers. What stands before the first wildcard is an interval of the
 * sorted names; within it only the names are looked at that have the rarest three characters which
 * the rest of the pattern asks for (Cox, "Regular Expression Matching with a Trigram Index", 2012).
 * A candidate is always looked at, so the index decides nothing, it only leaves out.
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

  private final String[] names;
  private final long patience;
  private final LongAdder looked = new LongAdder();
  private volatile @Nullable LongObjectHashMap<Runs> postings;

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
    Runs rarest = to - from <= FEW ? null : rarest(glob.pattern(), beginning.length(), from, to);
    if (rarest != null) {
      return rarest.all(from, to, (start, stop) -> look(glob, start, stop, wantsMore));
    }
    looked.add(to - from);
    return look(glob, from, to, wantsMore);
  }

  private boolean look(Glob glob, int from, int to, IntPredicate wantsMore) {
    int known = glob.beginning().length();
    for (int i = from; i < to; i++) {
      if (glob.covers(names[i], known) && !wantsMore.test(i)) {
        return false;
      }
    }
    return true;
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

  /** None if the pattern has no three characters in a row behind its beginning, or not yet. */
  private @Nullable Runs rarest(String pattern, int behind, int from, int to) {
    LongObjectHashMap<Runs> known = postings;
    if (known == null) {
      if (looked.sum() < patience) {
        return null;
      }
      known = postings();
    }
    Runs rarest = null;
    int fewest = to - from;
    for (int i = behind; i + GRAM <= pattern.length(); i++) {
      if (isWild(pattern.charAt(i))
          || isWild(pattern.charAt(i + 1))
          || isWild(pattern.charAt(i + 2))) {
        continue;
      }
      Runs runs = known.getIfAbsent(gram(pattern, i), () -> Runs.NONE);
      int count = runs.count(from, to);
      if (count < fewest) {
        fewest = count;
        rarest = runs;
      }
    }
    return rarest;
  }

  private static boolean isWild(char character) {
    return character == '*' || character == '?';
  }

  private static long gram(String text, int at) {
    return (long) text.charAt(at) << 32 | (long) text.charAt(at + 1) << 16 | text.charAt(at + 2);
  }

  private synchronized LongObjectHashMap<Runs> postings() {
    LongObjectHashMap<Runs> made = postings;
    if (made == null) {
      made = postings(names);
      postings = made;
    }
    return made;
  }

  private static LongObjectHashMap<Runs> postings(String[] names) {
    LongObjectHashMap<Runs> postings = new LongObjectHashMap<>();
    Runs[] runs = {};
    for (int i = 0; i < names.length; i++) {
      String name = names[i];
      // Sorted names begin alike: what is as in the name before needs no looking up.
      int same = i == 0 ? 0 : sameBeginning(names[i - 1], name);
      runs = Arrays.copyOf(runs, Math.max(0, name.length() - GRAM + 1));
      for (int at = 0; at < runs.length; at++) {
        if (at + GRAM > same) {
          runs[at] = postings.getIfAbsentPut(gram(name, at), Runs::new);
        }
        runs[at].add(i);
      }
    }
    return postings;
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

    void add(int position) {
      if (size > 0) {
        int end = starts[size - 1] + positions - before[size - 1];
        if (position < end) {
          return; // the same three characters twice in one name
        }
        if (position == end) {
          positions++;
          return;
        }
      }
      if (size == starts.length) {
        starts = Arrays.copyOf(starts, size * 2);
        before = Arrays.copyOf(before, size * 2);
      }
      starts[size] = position;
      before[size] = positions;
      size++;
      positions++;
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
