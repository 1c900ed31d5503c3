package dev.ambit.connect.inventory;

import dev.ambit.connect.InputException;
import dev.ambit.model.Levels;
import dev.ambit.model.Origin;
import dev.ambit.model.Settings;
import dev.ambit.model.SettingsBuilder;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Puts the settings of several inventories together: each said once, or everywhere the same. */
final class SettingsOfAll {
  private static final ImmutableList<Setting<?>> ALL =
      Lists.immutable.of(
          new Setting<>(
              "organisation",
              each -> each.organisation().value(),
              (to, from) -> to.organisation(from.organisation())),
          new Setting<>("asOf", each -> each.asOf().value(), (to, from) -> to.asOf(from.asOf())),
          new Setting<>("levels", Settings::levels, (to, from) -> to.levels(from.levels())),
          new Setting<>("labels", Settings::labels, (to, from) -> to.labels(from.labels())),
          of("clearance", Settings::clearance, SettingsBuilder::clearance),
          of("level", Settings::level, SettingsBuilder::level),
          of("largeAudience", Settings::largeAudience, SettingsBuilder::largeAudience),
          of(
              "credentialMaxAgeDays",
              Settings::credentialMaxAgeDays,
              SettingsBuilder::credentialMaxAgeDays),
          of("dormantDays", Settings::dormantDays, SettingsBuilder::dormantDays),
          of("logRetentionDays", Settings::logRetentionDays, SettingsBuilder::logRetentionDays),
          of("approvalsPerDay", Settings::approvalsPerDay, SettingsBuilder::approvalsPerDay));

  private SettingsOfAll() {}

  /** One thing that an inventory may say: its key, its value, and how it is taken over. */
  private record Setting<T>(
      String key, Function<Settings, T> value, BiConsumer<SettingsBuilder, Settings> copy) {

    Origin in(Settings settings) {
      return settings.saidAt().getIfAbsentValue(key, Origin.BUILT_IN);
    }

    boolean differs(Settings one, Settings other) {
      return !value.apply(one).equals(value.apply(other));
    }
  }

  private static <T> Setting<T> of(
      String key, Function<Settings, T> value, BiConsumer<SettingsBuilder, T> setter) {
    return new Setting<>(
        "defaults." + key, value, (to, from) -> setter.accept(to, value.apply(from)));
  }

  static Settings joined(ImmutableList<Settings> parts, Consumer<InputException> mistakes) {
    Levels levels =
        parts
            .detectOptional(each -> each.saidAt().containsKey("levels"))
            .map(Settings::levels)
            .orElse(Levels.DEFAULT);
    SettingsBuilder joined = SettingsBuilder.builder(Settings.over(levels));
    ALL.forEach(setting -> take(setting, parts, joined, mistakes));
    joined.closed(closed(parts));
    joined.saidAt(
        parts.injectInto(
            parts.isEmpty() ? Settings.DEFAULT.saidAt() : parts.get(0).saidAt(),
            (all, part) -> part.saidAt().newWithAllKeyValues(all.keyValuesView())));
    return joined.build();
  }

  private static void take(
      Setting<?> setting,
      ImmutableList<Settings> parts,
      SettingsBuilder joined,
      Consumer<InputException> mistakes) {
    ImmutableList<Settings> saying = parts.select(each -> each.saidAt().containsKey(setting.key()));
    if (saying.isEmpty()) {
      return;
    }
    Settings first = saying.get(0);
    setting.copy().accept(joined, first);
    saying
        .select(each -> setting.differs(first, each))
        .forEach(
            each ->
                mistakes.accept(
                    new InputException(
                        setting.in(each),
                        "'" + setting.key() + "' is not what " + setting.in(first) + " says",
                        "Say it in one file, or the same in both")));
  }

  /**
   * Closed is what a file calls closed, if every other file that has such a section does so too.
   */
  private static ImmutableList<String> closed(ImmutableList<Settings> parts) {
    return parts
        .flatCollect(Settings::closed)
        .distinct()
        .select(
            section ->
                parts.allSatisfy(
                    each -> each.isClosed(section) || !each.saidAt().containsKey(section)))
        .toSortedList()
        .toImmutable();
  }
}
