package dev.ambit.connect.decisions;

import dev.ambit.connect.Cursor;
import dev.ambit.connect.Inbox;
import dev.ambit.connect.Syntax;
import dev.ambit.model.FactChange;
import dev.ambit.model.InputFile;
import dev.ambit.model.Origin;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * What is not the same in two readings of an input. Records are matched by what names them, else by
 * their place in the list, so one that moved is no change.
 */
public final class FactChanges {
  /** Whose values hold no secret; of other files it is only said that something changed. */
  private static final ImmutableSet<String> OPEN =
      Sets.immutable.of(
          "inventory", "aws-iam", "aws-bucket-policy", "aws-organizations", "aws-tags");

  private static final ImmutableList<String> NAMES =
      Lists.immutable.of("id", "Arn", "Sid", "RoleName", "UserName", "GroupName", "PolicyName");

  private final boolean isOpen;
  private final MutableList<FactChange> changes = Lists.mutable.empty();

  private FactChanges(boolean isOpen) {
    this.isOpen = isOpen;
  }

  /**
   * Of all files that both runs read and that differ, and those that only one of them read.
   *
   * @param old files of the earlier run, and {@code oldInputs} where they are now
   */
  public static ImmutableList<FactChange> between(
      ImmutableList<InputFile> old,
      ImmutableList<Path> oldInputs,
      ImmutableList<InputFile> now,
      ImmutableList<Path> nowInputs) {
    MutableList<FactChange> all = Lists.mutable.empty();
    for (InputFile file : now) {
      Optional<InputFile> then = old.detectOptional(each -> each.path().equals(file.path()));
      if (then.isEmpty()) {
        Origin place = Origin.ofFile(file.path());
        all.add(new FactChange(place, place, "", "the whole file"));
      } else if (!then.get().sha256().equals(file.sha256())) {
        FactChanges found = new FactChanges(OPEN.contains(file.source()));
        found.compare(document(oldInputs, file.path()), document(nowInputs, file.path()));
        all.addAllIterable(found.changes);
      }
    }
    old.reject(each -> now.anySatisfy(file -> file.path().equals(each.path())))
        .collect(each -> Origin.ofFile(each.path()))
        .forEach(place -> all.add(new FactChange(place, place, "the whole file", "")));
    return all.toSortedList().toImmutable();
  }

  private static Cursor document(ImmutableList<Path> inputs, String name) {
    return Syntax.ofName(name).read(Inbox.text(inputs, name), name, 1);
  }

  private void compare(Cursor was, Cursor is) {
    if (was.is(Cursor.Kind.OBJECT) && is.is(Cursor.Kind.OBJECT)) {
      for (String key : Lists.mutable.withAll(was.keys()).withAll(is.keys()).distinct()) {
        compare(was.child(key), is.child(key), was, is);
      }
    } else if (was.is(Cursor.Kind.LIST) && is.is(Cursor.Kind.LIST)) {
      compareLists(was, is);
    } else if (!text(was).equals(text(is))) {
      add(was.origin(), is.origin(), text(was), text(is));
    }
  }

  private void compare(Optional<Cursor> was, Optional<Cursor> is, Cursor wasIn, Cursor isIn) {
    if (was.isPresent() && is.isPresent()) {
      compare(was.get(), is.get());
    } else if (was.isPresent()) {
      add(was.get().origin(), isIn.origin(), text(was.get()), "");
    } else if (is.isPresent()) {
      add(wasIn.origin(), is.get().origin(), "", text(is.get()));
    }
  }

  private void compareLists(Cursor was, Cursor is) {
    MutableList<Cursor> left = Lists.mutable.withAll(was.items());
    for (Cursor item : is.items()) {
      Optional<Cursor> same = left.detectOptional(each -> name(each).equals(name(item)));
      same.ifPresent(left::remove);
      compare(same, Optional.of(item), was, is);
    }
    left.forEach(each -> compare(Optional.of(each), Optional.empty(), was, is));
  }

  /** What tells a record from its neighbours: its name, or else all of it. */
  private static String name(Cursor item) {
    return NAMES
        .collect(item::textAt)
        .detectOptional(Optional::isPresent)
        .flatMap(each -> each)
        .orElseGet(() -> text(item));
  }

  private void add(Origin before, Origin after, String was, String is) {
    changes.add(
        isOpen
            ? new FactChange(before, after, was, is)
            : new FactChange(before, after, hidden(was), hidden(is)));
  }

  private static String hidden(String value) {
    return value.isEmpty() ? "" : "…";
  }

  private static String text(Cursor value) {
    return switch (value.kind()) {
      case OBJECT ->
          value
              .children()
              .collect(child -> child.key() + ": " + text(child))
              .makeString("{", ", ", "}");
      case LIST -> value.items().collect(FactChanges::text).makeString("[", ", ", "]");
      case TEXT -> value.text().orElse("");
      case NUMBER, BOOLEAN -> value.scalar().orElse("");
      case NULL -> "null";
    };
  }
}
