package dev.ambit.graph;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;

/**
 * Which records mention a key, kept as one sorted array: eight bytes for a mention, where a map of
 * lists takes a hundred. Keys are known by their hash only, so an answer may have a few records too
 * many and never one too few: whoever asks looks at the record anyway.
 */
final class Postings {
  private final long[] sorted;

  private Postings(long[] sorted) {
    this.sorted = sorted;
  }

  /** The numbers of the records that mention {@code key}, ascending, each once, and maybe more. */
  IntStream of(Object key) {
    long first = mention(key, 0);
    int from = Arrays.binarySearch(sorted, first);
    int start = from >= 0 ? from : -from - 1;
    int end = start;
    while (end < sorted.length && sorted[end] >>> 32 == first >>> 32) {
      end++;
    }
    return Arrays.stream(sorted, start, end).mapToInt(mention -> (int) mention);
  }

  private static long mention(Object key, int record) {
    return (long) key.hashCode() << 32 | record;
  }

  /** Collects mentions in any order. */
  static final class Builder {
    private final LongArrayList mentions = new LongArrayList();

    void add(Object key, int record) {
      mentions.add(mention(key, record));
    }

    void addAll(Builder others) {
      mentions.addAll(others.mentions);
    }

    Postings build() {
      long[] sorted = mentions.toArray();
      Arrays.parallelSort(sorted);
      int kept = 0;
      for (int i = 0; i < sorted.length; i++) {
        if (i == 0 || sorted[i] != sorted[i - 1]) {
          sorted[kept++] = sorted[i];
        }
      }
      return new Postings(Arrays.copyOf(sorted, kept));
    }
  }
}
