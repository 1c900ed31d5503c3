package dev.ambit.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.junit.jupiter.api.Test;

/** The index against asking every name. */
class NameIndexTest {
  private static final String[] PIECES = {
    "arn:", "team-", "a", "aa", "b", "-", "07", "071", "é", "/"
  };

  @Test
  void itFindsWhatAskingEveryNameFinds() {
    int found = 0;
    for (long seed = 1; seed <= 400; seed++) {
      Random random = new Random(seed);
      String[] names = names(random);
      NameIndex indexed = new NameIndex(names, 0);
      NameIndex unindexed = new NameIndex(names, Long.MAX_VALUE);
      for (int i = 0; i < 20; i++) {
        Glob glob = new Glob(pattern(random, names));
        int[] expected =
            IntStream.range(0, names.length).filter(at -> glob.covers(names[at])).toArray();
        assertThat(found(indexed, glob)).as("%s, seed %d", glob, seed).isEqualTo(expected);
        assertThat(found(unindexed, glob)).as("%s, seed %d", glob, seed).isEqualTo(expected);
        assertThat(indexed.hasAny(glob))
            .as("%s, seed %d", glob, seed)
            .isEqualTo(expected.length > 0);
        found += expected.length;
      }
    }
    assertThat(found).isGreaterThan(50_000);
  }

  private static int[] found(NameIndex index, Glob glob) {
    IntArrayList found = new IntArrayList();
    index.each(glob, found::add);
    return found.toArray();
  }

  /** Enough that an interval of them is worth an index. */
  private static String[] names(Random random) {
    TreeSet<String> names = new TreeSet<>();
    for (int i = 0; i < 300; i++) {
      names.add(text(random, 1 + random.nextInt(6)));
    }
    return names.toArray(new String[0]);
  }

  private static String text(Random random, int pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  /** A name with wildcards in it, or just anything. */
  private static String pattern(Random random, String[] names) {
    StringBuilder pattern =
        new StringBuilder(
            random.nextInt(4) == 0 ? text(random, 3) : names[random.nextInt(names.length)]);
    for (int i = random.nextInt(3); i >= 0; i--) {
      int from = random.nextInt(pattern.length() + 1);
      int to = Math.min(pattern.length(), from + random.nextInt(4));
      pattern.replace(from, to, random.nextInt(3) == 0 ? "?" : "*");
    }
    return pattern.toString();
  }
}
