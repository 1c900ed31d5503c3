package dev.ambit.connect.awsiam;

import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.factory.Lists;

/**
 * Pages that say that others follow. Which one a page follows it does not say; but where a command
 * has no last page, pages are missing for sure, and what they give must not read as nothing.
 */
final class MorePages {
  private record Page(String call, Origin origin) {}

  private final MutableList<Page> pages = Lists.mutable.empty();
  private final Set<String> ended = new TreeSet<>();
  private String call = "";
  private boolean isLast = true;

  /** A file begins, with the answer of that command. */
  void begin(String answerOf) {
    call = answerOf;
    isLast = true;
  }

  /** It says there that others follow. */
  void follow(Origin origin) {
    isLast = false;
    pages.add(new Page(call, origin));
  }

  /** The file is at its end. */
  void end() {
    if (isLast) {
      ended.add(call);
    }
  }

  /** One for each page that others follow, in the order of the files. */
  ImmutableList<Note> notes() {
    return pages
        .collect(
            page ->
                ended.contains(page.call())
                    ? new Note(
                        Note.Kind.NOTE,
                        "the answer says that more pages follow. Add them, if they are not here",
                        page.origin())
                    : new Note(
                        Note.Kind.ERROR,
                        "the answer says that more pages follow, and the last one is not here. Add"
                            + " them",
                        page.origin()))
        .toImmutable();
  }
}
