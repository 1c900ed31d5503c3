package dev.ambit.connect;

import dev.ambit.model.Facts;
import dev.ambit.model.Settings;
import org.eclipse.collections.api.list.ImmutableList;

/** Puts the facts of several documents behind one another. */
final class FactsOfAll {
  private FactsOfAll() {}

  /** In the order given; the settings of the first that has any. */
  static Facts concatenated(ImmutableList<Facts> parts) {
    Settings settings =
        parts
            .collect(Facts::settings)
            .detectIfNone(each -> !each.equals(Settings.DEFAULT), () -> Settings.DEFAULT);
    return new Facts(
        settings,
        parts.flatCollect(Facts::principals),
        parts.flatCollect(Facts::assets),
        parts.flatCollect(Facts::channels),
        parts.flatCollect(Facts::credentials),
        parts.flatCollect(Facts::grants),
        parts.flatCollect(Facts::gates),
        parts.flatCollect(Facts::tools),
        parts.flatCollect(Facts::agents),
        parts.flatCollect(Facts::policies),
        parts.flatCollect(Facts::notes),
        parts.flatCollect(Facts::inputs));
  }
}
