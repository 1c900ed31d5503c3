package dev.ambit.snapshot;

import dev.ambit.model.NodeSet;
import dev.ambit.model.Origin;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an {@link Encoder} has written. Whatever else stands there ends in a {@link
 * RuntimeException}, and takes no more memory than the bytes that are left can fill.
 */
final class Decoder {
  /** So many elements of a list are read by one thread. */
  static final int BLOCK = 1 << 12;

  /** No set fits in, not even an empty one. */
  private static final int NONE_YET = -1;

  private final ByteBuffer in;
  private final Tables tables;
  private final @Nullable Last[] last;
  private @Nullable Origin origin;
  private String document = "";
  private byte[] scratch = new byte[256];

  private Decoder(ByteBuffer in, Tables tables) {
    this.in = in;
    this.tables = tables;
    this.last = new Last[tables.kinds];
  }

  /**
   * The value that was written.
   *
   * @param setOf makes a set of ascending nodes
   */
  static Object read(ByteBuffer all, Codecs codecs, Codec codec, Function<int[], NodeSet> setOf) {
    int end = all.limit() - Long.BYTES;
    long body = all.getLong(end);
    if (body < 0 || body > end) {
      throw new IllegalStateException("the tables are not where they are said to be");
    }
    ByteBuffer rest = all.slice((int) body, end - (int) body);
    Tables tables = new Tables(rest, codecs.kinds(), setOf);
    Decoder first = new Decoder(all.slice(0, (int) body), tables);
    Object value = codec.read(first);
    first.mustBeAtEnd();
    return value;
  }

  private void mustBeAtEnd() {
    if (in.hasRemaining()) {
      throw new IllegalStateException("more stands there than was written");
    }
  }

  /** What all parts of one file name by number. */
  private static final class Tables {
    private final int kinds;
    private final Function<int[], NodeSet> setOf;
    private final Decoder in;
    private String[] texts = {};
    private int nodes = NONE_YET;
    private volatile NodeSet @Nullable [] sets;

    Tables(ByteBuffer bytes, int kinds, Function<int[], NodeSet> setOf) {
      this.kinds = kinds;
      this.setOf = setOf;
      this.in = new Decoder(bytes, this);
      readTexts();
    }

    private void readTexts() {
      String[] all = new String[in.count()];
      in.blocks(all.length, (number, part) -> all[number] = part.bytes());
      texts = all;
    }

    NodeSet set(int number) {
      NodeSet[] known = sets;
      return (known == null ? readSets() : known)[number];
    }

    /** When they are asked for: before the nodes were read nobody knows how many one may have. */
    private synchronized NodeSet[] readSets() {
      NodeSet[] known = sets;
      if (known == null) {
        known = new NodeSet[in.count()];
        for (int i = 0; i < known.length; i++) {
          known[i] = setOf.apply(in.stretches(nodes));
        }
        in.mustBeAtEnd();
        sets = known;
      }
      return known;
    }
  }

  /** Takes one element of a list after another, in any order. */
  interface Element {
    void read(int number, Decoder in);
  }

  /** The elements of a list, which stand there in parts of {@link #BLOCK}. */
  void blocks(int count, Element element) {
    int parts = (count + BLOCK - 1) / BLOCK;
    Decoder[] all = new Decoder[parts];
    for (int part = 0; part < parts; part++) {
      int length = count();
      all[part] = new Decoder(in.slice(in.position(), length), tables);
      in.position(in.position() + length);
    }
    IntStream.range(0, parts)
        .parallel()
        .forEach(
            part -> {
              int end = Math.min((part + 1) * BLOCK, count);
              for (int number = part * BLOCK; number < end; number++) {
                element.read(number, all[part]);
              }
              all[part].mustBeAtEnd();
            });
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
    return tables.texts[integer()];
  }

  private String bytes() {
    int count = count();
    if (count > scratch.length) {
      scratch = new byte[count * 2];
    }
    in.get(scratch, 0, count);
    return new String(scratch, 0, count, StandardCharsets.UTF_8);
  }

  Origin origin() {
    int kind = integer();
    Origin last = origin;
    if (kind == Encoder.SAME && last != null) {
      return last;
    }
    String file = kind == Encoder.SAME_DOCUMENT && last != null ? last.file() : text();
    if (kind == Encoder.OTHER) {
      document = document.substring(0, integer()).concat(bytes());
    }
    Origin next = new Origin(file, integer(), document, text());
    origin = next;
    return next;
  }

  NodeSet nodes() {
    return tables.set(integer());
  }

  /** That so many nodes there are, and a set has no more. */
  void nodes(int count) {
    tables.nodes = count;
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

  /** The record of one kind that was read last in this part. */
  static final class Last {
    final @Nullable Object[] components;
    @Nullable Object record;

    Last(int components) {
      this.components = new Object[components];
    }
  }

  Last last(RecordCodec kind) {
    Last known = last[kind.number()];
    if (known == null) {
      known = new Last(kind.size());
      last[kind.number()] = known;
    }
    return known;
  }
}
