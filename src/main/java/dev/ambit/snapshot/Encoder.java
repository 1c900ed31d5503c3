package dev.ambit.snapshot;

import dev.ambit.model.NodeSet;
import dev.ambit.model.Origin;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Writes what everything else is made of. A text is written once and named by its number after
 * that; so is a set of nodes that many rights share. {@link Decoder} reads it.
 */
final class Encoder {
  private final OutputStream out;
  private final Map<String, Integer> texts = new HashMap<>();
  private final IdentityHashMap<NodeSet, Integer> sets = new IdentityHashMap<>();
  private String pointer = "";

  Encoder(OutputStream out) {
    this.out = out;
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
    Integer known = texts.putIfAbsent(text, texts.size());
    number(known == null ? texts.size() - 1 : known);
    if (known == null) {
      bytes(text);
    }
  }

  private void bytes(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    out.write(bytes);
  }

  /** Pointers follow one another in a file: each is told by what it shares with the one before. */
  void origin(Origin origin) throws IOException {
    text(origin.file());
    number(origin.line());
    String next = origin.pointer();
    int same = 0;
    while (same < Math.min(pointer.length(), next.length())
        && pointer.charAt(same) == next.charAt(same)) {
      same++;
    }
    number(same);
    bytes(next.substring(same));
    pointer = next;
  }

  /** As stretches of neighbours: how many nodes there are, then each gap and its stretch. */
  void nodes(NodeSet nodes) throws IOException {
    Integer known = sets.putIfAbsent(nodes, sets.size());
    number(known == null ? sets.size() - 1 : known);
    if (known != null) {
      return;
    }
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
}
