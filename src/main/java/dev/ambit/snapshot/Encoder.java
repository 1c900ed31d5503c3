package dev.ambit.snapshot;

import dev.ambit.model.NodeSet;
import dev.ambit.model.Origin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes what everything else is made of. A text is named by its number and stands in a table of
 * its own, so that whoever reads can do so in several places at once; so does a set of nodes that
 * many rights share. {@link Decoder} reads it.
 */
final class Encoder {
  /** An origin that is the one before; see {@link #origin}. */
  static final int SAME = 0;

  /** An origin in the document of the one before. */
  static final int SAME_DOCUMENT = 1;

  /** An origin in another document. */
  static final int OTHER = 2;

  private final OutputStream out;
  private final Tables tables;
  private final @Nullable Object[][] before;
  private @Nullable Origin origin;

  /** What all parts of one file name by number. */
  private record Tables(int kinds, Map<String, Integer> texts, Map<NodeSet, Integer> sets) {}

  private Encoder(OutputStream out, Tables tables) {
    this.out = out;
    this.tables = tables;
    this.before = new Object[tables.kinds][];
  }

  /**
   * Writes a value, and behind it the tables that it needs, so that a reader begins at the end:
   * eight bytes tell where the tables are.
   */
  static void write(Object value, Codecs codecs, Codec codec, OutputStream out) throws IOException {
    Tables tables = new Tables(codecs.kinds(), new LinkedHashMap<>(), new IdentityHashMap<>());
    Counting counting = new Counting(out);
    codec.write(value, new Encoder(counting, tables));
    long end = counting.written;
    Encoder last = new Encoder(counting, tables);
    last.texts();
    last.sets();
    for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      out.write((int) (end >>> shift));
    }
  }

  private static final class Counting extends OutputStream {
    private final OutputStream out;
    private long written;

    Counting(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int next) throws IOException {
      out.write(next);
      written++;
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      out.write(bytes, from, count);
      written += count;
    }
  }

  private interface Part {
    void write(Encoder out) throws IOException;
  }

  /**
   * Some of the elements of a list, which are read without those before them.
   *
   * @param elements in their order
   */
  void block(Iterable<?> elements, Codec codec) throws IOException {
    block(
        part -> {
          for (Object each : elements) {
            codec.write(each, part);
          }
        });
  }

  private void block(Part part) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    part.write(new Encoder(bytes, tables));
    number(bytes.size());
    bytes.writeTo(out);
  }

  private void texts() throws IOException {
    String[] all = tables.texts.keySet().toArray(new String[0]);
    number(all.length);
    for (int from = 0; from < all.length; from += Decoder.BLOCK) {
      String[] some = Arrays.copyOfRange(all, from, Math.min(from + Decoder.BLOCK, all.length));
      block(
          part -> {
            for (String each : some) {
              part.bytes(each);
            }
          });
    }
  }

  private void sets() throws IOException {
    NodeSet[] all = new NodeSet[tables.sets.size()];
    tables.sets.forEach((set, number) -> all[number] = set);
    number(all.length);
    for (NodeSet each : all) {
      stretches(each);
    }
  }

  /** Seven bits a byte, the lowest first (LEB128); a negative number takes the most. */
  void number(long number) throws IOException {
    long left = number;
    while ((left & ~0x7FL) != 0) {
      out.write((int) ((left & 0x7F) | 0x80));
      left >>>= 7;
    }
    out.write((int) left);
  }

  void text(String text) throws IOException {
    Integer known = tables.texts.putIfAbsent(text, tables.texts.size());
    number(known == null ? tables.texts.size() - 1 : known);
  }

  private void bytes(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    out.write(bytes);
  }

  /**
   * What one record says is mostly said in one place, and what is said near it in the same
   * document, so each origin is told by what it shares with the one before.
   */
  void origin(Origin next) throws IOException {
    Origin last = origin;
    origin = next;
    if (last != null && next.equals(last)) {
      number(SAME);
      return;
    }
    boolean isNear =
        last != null && next.file().equals(last.file()) && next.document().equals(last.document());
    number(isNear ? SAME_DOCUMENT : OTHER);
    if (!isNear) {
      text(next.file());
      document(last == null ? "" : last.document(), next.document());
    }
    number(next.line());
    text(next.place());
  }

  private void document(String last, String next) throws IOException {
    int same = 0;
    while (same < Math.min(last.length(), next.length())
        && last.charAt(same) == next.charAt(same)) {
      same++;
    }
    number(same);
    bytes(next.substring(same));
  }

  void nodes(NodeSet nodes) throws IOException {
    Integer known = tables.sets.putIfAbsent(nodes, tables.sets.size());
    number(known == null ? tables.sets.size() - 1 : known);
  }

  /** How many nodes there are, then each gap and the stretch of neighbours behind it. */
  private void stretches(NodeSet nodes) throws IOException {
    number(nodes.size());
    int[] all = new int[nodes.size()];
    int[] count = {0};
    nodes.forEach(node -> all[count[0]++] = node);
    int end = 0;
    for (int from = 0; from < all.length; ) {
      int to = from + 1;
      while (to < all.length && all[to] == all[to - 1] + 1) {
        to++;
      }
      number(all[from] - end);
      number(to - from);
      end = all[to - 1] + 1;
      from = to;
    }
  }

  /** The components of the record of that kind that was written before in this part. */
  @Nullable Object[] before(RecordCodec kind) {
    @Nullable Object[] known = before[kind.number()];
    if (known == null) {
      known = new Object[kind.size()];
      before[kind.number()] = known;
    }
    return known;
  }
}
