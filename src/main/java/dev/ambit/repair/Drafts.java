package dev.ambit.repair;

import dev.ambit.model.Change;
import dev.ambit.model.Change.Op;
import dev.ambit.model.Facts;
import dev.ambit.model.Finding;
import dev.ambit.model.InputFile;
import dev.ambit.model.Origin;
import dev.ambit.model.Ref;
import dev.ambit.model.Refs;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/** Collects the changes that are worth a trial. One of a file that is no input is left out. */
final class Drafts {
  private final ImmutableSet<String> files;
  private final Finding about;
  private final Costs costs;
  private final MutableList<Edit> edits = Lists.mutable.empty();

  Drafts(Facts facts, Finding about, Costs costs) {
    this.about = about;
    this.costs = costs;
    this.files = facts.inputs().collect(InputFile::path).toImmutableSet();
  }

  /** All of them, cheapest first. */
  ImmutableList<Edit> sorted() {
    return edits.toImmutableSortedList(Edit.ORDER);
  }

  void remove(Origin at, Move move, String say, Facts after) {
    add(new Change(Op.REMOVE, at.file(), at.pointer(), ""), move, say, after);
  }

  /** Gives {@code key} of the record at {@code at} a value that it may or may not have now. */
  void set(Origin at, String key, String json, Move move, String say, Facts after) {
    add(new Change(Op.ADD, at.file(), at.pointer() + "/" + key, json), move, say, after);
  }

  void replace(Origin at, String key, String json, Move move, String say, Facts after) {
    add(new Change(Op.REPLACE, at.file(), at.pointer() + "/" + key, json), move, say, after);
  }

  private void add(Change change, Move move, String say, Facts after) {
    String key = change.op() + " " + change.file() + " " + change.pointer() + " " + change.value();
    add(key, change, Lists.immutable.empty(), move, say, after);
  }

  /** A change of several places, all of one file. */
  void add(
      String key,
      Change change,
      ImmutableList<Change> besides,
      Move move,
      String say,
      Facts after) {
    if (files.contains(change.file())) {
      edits.add(new Edit(key, change, besides, say, move, costs.of(move), after, about));
    }
  }

  static <T> ImmutableList<T> swap(ImmutableList<T> all, T before, T after) {
    return all.collect(each -> each.equals(before) ? after : each);
  }

  /** The list without this name; one that becomes empty means none. */
  static Refs without(Refs refs, Ref ref) {
    return Refs.of(refs.all().newWithout(ref));
  }

  /** A JSON text for a name or a word. */
  static String json(String name) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < name.length(); i++) {
      char each = name.charAt(i);
      if (each == '"' || each == '\\') {
        json.append('\\').append(each);
      } else if (each < ' ') {
        json.append(String.format("\\u%04x", (int) each));
      } else {
        json.append(each);
      }
    }
    return json.append('"').toString();
  }
}
