package dev.ambit.connect.inventory;

import dev.ambit.connect.InputException;
import dev.ambit.model.Facts;
import dev.ambit.model.Note;
import dev.ambit.model.Settings;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** What several inventories say together. */
final class Joined {
  private Joined() {}

  /**
   * {@code all} is what the parts say one after the other. Of two records that contradict each
   * other the first stays; a record with an unknown level is dropped.
   */
  static Facts of(ImmutableList<Facts> parts, Facts all) {
    MutableList<InputException> mistakes = Lists.mutable.empty();
    Settings settings = SettingsOfAll.joined(parts.collect(Facts::settings), mistakes::add);
    ImmutableList<Note> soFar = all.notes().newWithAll(mistakes.collect(InputException::note));
    Facts checked =
        // Where the ladder itself has a mistake, every level would be called unknown.
        soFar.anySatisfy(Joined::isAboutLevels)
            ? all.with(facts -> facts.settings(settings))
            : new LevelNames(settings, mistakes::add).checked(all);
    Facts joined = new SameIds(mistakes::add).joined(checked);
    return joined.with(
        facts -> facts.notes(all.notes().newWithAll(mistakes.collect(InputException::note))));
  }

  private static boolean isAboutLevels(Note note) {
    return note.kind() == Note.Kind.ERROR && note.origin().pointer().startsWith("/levels");
  }
}
