package dev.ambit.resolve.aws;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Some actions of a {@link ActionTable}, by their numbers, ascending. */
final class ActionSet {
  static final ActionSet NONE = new ActionSet(new int[0]);

  private final int[] numbers;

  private ActionSet(int[] numbers) {
    this.numbers = numbers;
  }

  /** In any order, repetitions allowed. */
  static ActionSet of(IntStream numbers) {
    return new ActionSet(numbers.sorted().distinct().toArray());
  }

  boolean isEmpty() {
    return numbers.length == 0;
  }

  boolean has(int action) {
    return Arrays.binarySearch(numbers, action) >= 0;
  }

  void forEach(IntConsumer action) {
    for (int number : numbers) {
      action.accept(number);
    }
  }

  IntStream stream() {
    return Arrays.stream(numbers);
  }

  boolean overlaps(ActionSet other) {
    ActionSet smaller = numbers.length < other.numbers.length ? this : other;
    ActionSet larger = smaller == this ? other : this;
    return Arrays.stream(smaller.numbers).anyMatch(larger::has);
  }

  ActionSet minus(ActionSet other) {
    return new ActionSet(Arrays.stream(numbers).filter(each -> !other.has(each)).toArray());
  }
}
