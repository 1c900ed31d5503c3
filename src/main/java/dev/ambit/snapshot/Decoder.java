package dev.ambit.snapshot;

import dev.ambit.model.NodeSet;
import dev.ambit.model.Origin;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads what an {@link Encoder} has written. Whatever else stands there ends in a {@link
 * RuntimeException}, and takes no more memory than the bytes that are left can fill.
 */
final class Decoder {
  private final ByteBuffer in;
  private final Function<int[], NodeSet> setOf;
  private final List<String> texts = new ArrayList<>();
  private final List<NodeSet> sets = new ArrayList<>();
  private String pointer = "";

  /**
   * @param setOf makes a set of ascending nodes
   */
  Decoder(ByteBuffer in, Function<int[], NodeSet> setOf) {
    this.in = in;
    this.setOf = setOf;
  }

  boolean isAtEnd() {
    return !in.hasRemaining();
  }

  long number() {
    long number = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      number |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return number;
      }
    }
  }

  int integer() {
    return (int) number();
  }

  /** How many things follow, each of at least one byte. */
  int count() {
    long count = number();
    if (count < 0 || count > in.remaining()) {
      throw new IllegalStateException("more is announced than there is");
    }
    return (int) count;
  }

  String text() {
    int number = integer();
    if (number == texts.size()) {
      texts.add(bytes());
    }
    return texts.get(number);
  }

  private String bytes() {
    byte[] bytes = new byte[count()];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  Origin origin() {
    String file = text();
    int line = integer();
    int same = integer();
    pointer = pointer.substring(0, same).concat(bytes());
    return new Origin(file, line, pointer);
  }

  NodeSet nodes(int most) {
    int number = integer();
    if (number == sets.size()) {
      sets.add(setOf.apply(stretches(most)));
    }
    return sets.get(number);
  }

  private int[] stretches(int most) {
    int size = integer();
    if (size < 0 || size > most) {
      throw new IllegalStateException("more nodes than there are");
    }
    int[] nodes = new int[size];
    int node = 0;
    for (int i = 0; i < size; ) {
      node += integer();
      for (int left = integer(); left > 0; left--) {
        nodes[i++] = node++;
      }
    }
    return nodes;
  }
}
