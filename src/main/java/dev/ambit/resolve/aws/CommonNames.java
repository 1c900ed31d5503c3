package dev.ambit.resolve.aws;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether some name is in several sets of patterns at once and in none of others. All patterns are
 * followed side by side, one character after the other, as far as they still can match; a search
 * that becomes long is given up and says that there may be one.
 */
final class CommonNames {
  private static final int LONGEST_SEARCH = 5_000;

  /** Any character that no pattern speaks of. */
  private static final char OTHER = '\uFFFF';

  private final List<String> patterns = new ArrayList<>();
  private final List<int[]> required = new ArrayList<>();
  private final int excluded;

  private CommonNames(List<List<String>> oneOfEach, List<String> none) {
    for (List<String> oneOf : oneOfEach) {
      int[] numbers = new int[oneOf.size()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = patterns.size();
        patterns.add(oneOf.get(i));
      }
      required.add(numbers);
    }
    excluded = patterns.size();
    patterns.addAll(none);
  }

  /** Whether a name matches one pattern of each list, and none of the last. */
  static boolean exist(List<List<String>> oneOfEach, List<String> none) {
    return new CommonNames(oneOfEach, none).search();
  }

  private boolean search() {
    List<BitSet> start = new ArrayList<>();
    for (String pattern : patterns) {
      start.add(withStars(pattern, 0, new BitSet()));
    }
    Set<List<BitSet>> seen = new HashSet<>();
    Deque<List<BitSet>> open = new ArrayDeque<>();
    open.push(start);
    while (!open.isEmpty()) {
      List<BitSet> here = open.pop();
      if (!canLead(here) || !seen.add(here)) {
        continue;
      }
      if (isCommon(here) || seen.size() > LONGEST_SEARCH) {
        return true;
      }
      for (char next : expected(here)) {
        open.push(after(here, next));
      }
    }
    return false;
  }

  /** Adds a place in a pattern, and those that it reaches without a character. */
  private static BitSet withStars(String pattern, int place, BitSet places) {
    places.set(place);
    for (int i = place; i < pattern.length() && pattern.charAt(i) == '*'; i++) {
      places.set(i + 1);
    }
    return places;
  }

  private boolean canLead(List<BitSet> here) {
    return required.stream().allMatch(oneOf -> any(oneOf, here, false));
  }

  private boolean isCommon(List<BitSet> here) {
    for (int i = excluded; i < patterns.size(); i++) {
      if (isWhole(i, here)) {
        return false;
      }
    }
    return required.stream().allMatch(oneOf -> any(oneOf, here, true));
  }

  private boolean any(int[] oneOf, List<BitSet> here, boolean whole) {
    for (int each : oneOf) {
      if (whole ? isWhole(each, here) : !here.get(each).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private boolean isWhole(int pattern, List<BitSet> here) {
    return here.get(pattern).get(patterns.get(pattern).length());
  }

  private Set<Character> expected(List<BitSet> here) {
    Set<Character> expected = new TreeSet<>();
    expected.add(OTHER);
    for (int i = 0; i < patterns.size(); i++) {
      String pattern = patterns.get(i);
      for (int place = here.get(i).nextSetBit(0); place >= 0; ) {
        if (place < pattern.length()
            && pattern.charAt(place) != '*'
            && pattern.charAt(place) != '?') {
          expected.add(pattern.charAt(place));
        }
        place = here.get(i).nextSetBit(place + 1);
      }
    }
    return expected;
  }

  private List<BitSet> after(List<BitSet> here, char next) {
    List<BitSet> after = new ArrayList<>(patterns.size());
    for (int i = 0; i < patterns.size(); i++) {
      String pattern = patterns.get(i);
      BitSet places = new BitSet();
      for (int place = here.get(i).nextSetBit(0); place >= 0; ) {
        if (place < pattern.length()) {
          char c = pattern.charAt(place);
          if (c == '*') {
            withStars(pattern, place, places);
          } else if (c == '?' || c == next) {
            withStars(pattern, place + 1, places);
          }
        }
        place = here.get(i).nextSetBit(place + 1);
      }
      after.add(places);
    }
    return after;
  }
}
