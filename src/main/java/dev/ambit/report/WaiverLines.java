package dev.ambit.report;

import dev.ambit.model.WaiverEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The text of a waiver file, in which single entries can be put in, changed and taken out while
 * everything else, comments included, stays as people wrote it.
 */
public final class WaiverLines {
  private static final String EMPTY =
      """
      # Decisions about findings. 'ambit waive --help' explains the keys.
      version: 1
      waivers:
      """;

  private final List<String> lines;

  private WaiverLines(List<String> lines) {
    this.lines = lines;
  }

  /** A new file. */
  public static WaiverLines empty() {
    return of(EMPTY);
  }

  public static WaiverLines of(String text) {
    List<String> lines = new ArrayList<>();
    text.lines().map(line -> line.equals("waivers: []") ? "waivers:" : line).forEach(lines::add);
    return new WaiverLines(lines);
  }

  /**
   * Puts an entry in where its id belongs.
   *
   * @param entries those of the file, as read from it
   * @return whether that was possible: the list has a block for each entry
   */
  public boolean add(WaiverEntry entry, ImmutableList<WaiverEntry> entries) {
    if (!isInBlocks(entries) || !lines.contains("waivers:")) {
      return false;
    }
    Optional<WaiverEntry> next =
        entries.detectOptional(each -> each.waiver().id().compareTo(entry.waiver().id()) > 0);
    lines.addAll(
        next.map(each -> start(each) - comments(start(each))).orElseGet(this::end),
        WaiverBlock.of(entry).castToList());
    return true;
  }

  /** Takes an entry out, with the comment above it; as {@link #add}. */
  public boolean remove(WaiverEntry entry) {
    if (!isInBlocks(Lists.immutable.of(entry))) {
      return false;
    }
    int start = start(entry);
    lines.subList(start - comments(start), start + length(start)).clear();
    if (lines.get(lines.size() - 1).equals("waivers:")) {
      lines.set(lines.size() - 1, "waivers: []");
    }
    return true;
  }

  /** Puts an entry in the place of another; as {@link #add}. */
  public boolean replace(WaiverEntry before, WaiverEntry after) {
    if (!isInBlocks(Lists.immutable.of(before))) {
      return false;
    }
    int start = start(before);
    lines.subList(start, start + length(start)).clear();
    lines.addAll(start, WaiverBlock.of(after).castToList());
    return true;
  }

  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }

  private boolean isInBlocks(ImmutableList<WaiverEntry> entries) {
    return entries.allSatisfy(
        each ->
            start(each) >= 0
                && start(each) < lines.size()
                && lines.get(start(each)).strip().startsWith("- ")
                && !lines.get(start(each)).strip().startsWith("- {"));
  }

  private static int start(WaiverEntry entry) {
    return entry.waiver().origin().line() - 1;
  }

  /** As far as the lines are deeper than the dash, or blank within the block. */
  private int length(int start) {
    int depth = depth(lines.get(start));
    int last = start;
    for (int i = start + 1; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank() && depth(line) <= depth) {
        break;
      }
      last = line.isBlank() ? last : i;
    }
    return last - start + 1;
  }

  private int comments(int start) {
    int count = 0;
    while (start - count - 1 >= 0
        && depth(lines.get(start - count - 1)) > 0
        && lines.get(start - count - 1).strip().startsWith("#")) {
      count++;
    }
    return count;
  }

  private int end() {
    int end = lines.size();
    while (end > 0 && lines.get(end - 1).isBlank()) {
      end--;
    }
    return end;
  }

  private static int depth(String line) {
    return line.length() - line.stripLeading().length();
  }
}
