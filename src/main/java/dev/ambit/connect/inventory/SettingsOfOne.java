package dev.ambit.connect.inventory;

import dev.ambit.connect.Cursor;
import dev.ambit.connect.InputException;
import dev.ambit.model.Levels;
import dev.ambit.model.Origin;
import dev.ambit.model.Said;
import dev.ambit.model.Settings;
import dev.ambit.model.SettingsBuilder;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.MutableMap;

/**
 * What one inventory says about the whole organisation. A setting with a mistake counts as not
 * said. Whether levels exist is asked when all files are known.
 */
final class SettingsOfOne {
  static final ImmutableList<String> KEYS =
      Lists.immutable.of("organisation", "asOf", "closed", "levels", "labels", "defaults");

  private static final ImmutableList<String> SECTIONS =
      Lists.immutable.of(
          "principals", "assets", "channels", "credentials", "grants", "agents", "tools", "gates");

  private final Consumer<InputException> mistakes;
  private final Values values;
  private final SettingsBuilder read = SettingsBuilder.builder(Settings.DEFAULT);
  private final MutableMap<String, Origin> saidAt = Maps.mutable.empty();

  SettingsOfOne(Consumer<InputException> mistakes) {
    this.mistakes = mistakes;
    this.values = new Values(mistakes);
  }

  Settings settings() {
    Settings defaults = Settings.over(read.levels());
    if (!saidAt.containsKey("defaults.clearance")) {
      read.clearance(defaults.clearance());
    }
    if (!saidAt.containsKey("defaults.level")) {
      read.level(defaults.level());
    }
    return read.saidAt(saidAt.toImmutable()).build();
  }

  void said(String key, Origin origin) {
    saidAt.put(key, origin);
  }

  void openAll() {
    read.closed(Lists.immutable.empty());
  }

  /** Whether the key is that of a setting; if so, its value is read. */
  boolean read(Cursor value) {
    switch (value.key()) {
      case "organisation" ->
          keep(value, values::text, text -> read.organisation(Said.of(text, value.origin())));
      case "asOf" -> keep(value, values::day, day -> read.asOf(Said.of(day, value.origin())));
      case "closed" -> keep(value, this::closed, read::closed);
      case "levels" -> keep(value, this::levels, read::levels);
      case "labels" -> labels(value);
      case "defaults" -> Fields.read(value, this::defaults, mistakes);
      default -> {
        return false;
      }
    }
    return true;
  }

  private <T> void keep(Cursor value, Function<Cursor, Optional<T>> reading, Consumer<T> into) {
    reading
        .apply(value)
        .ifPresent(
            read -> {
              into.accept(read);
              said(value.key(), value.origin());
            });
  }

  private Optional<ImmutableList<String>> closed(Cursor list) {
    values.checkDifferent(list);
    return Optional.of(
        values
            .each(list, item -> values.oneOf(item, SECTIONS))
            .toSortedSet()
            .toList()
            .toImmutable());
  }

  private Optional<Levels> levels(Cursor list) {
    values.checkDifferent(list);
    ImmutableList<String> names = values.each(list, values::text).distinct();
    if (names.size() >= 2) {
      return Optional.of(new Levels(names));
    }
    mistakes.accept(
        list.wrong("a ladder needs at least two levels", "Write them from low to high"));
    return Optional.empty();
  }

  private void labels(Cursor object) {
    MutableMap<String, String> labels = Maps.mutable.empty();
    values
        .of(Cursor.Kind.OBJECT, object)
        .ifPresent(all -> all.children().forEach(each -> label(each, labels)));
    read.labels(labels.toImmutable());
    said(object.key(), object.origin());
  }

  private void label(Cursor level, MutableMap<String, String> labels) {
    values
        .text(level)
        .ifPresent(
            name -> {
              labels.put(level.key(), name);
              said("labels." + level.key(), level.origin());
            });
  }

  private boolean defaults(Fields fields) {
    keep("clearance", fields.text("clearance"), read::clearance);
    keep("level", fields.text("level"), read::level);
    keep("largeAudience", fields.count("largeAudience"), read::largeAudience);
    keep("credentialMaxAgeDays", fields.count("credentialMaxAgeDays"), read::credentialMaxAgeDays);
    keep("dormantDays", fields.count("dormantDays"), read::dormantDays);
    keep("logRetentionDays", fields.count("logRetentionDays"), read::logRetentionDays);
    keep("approvalsPerDay", fields.count("approvalsPerDay"), read::approvalsPerDay);
    said("defaults", fields.origin());
    return true;
  }

  private <T> void keep(String key, Said<T> value, Consumer<T> into) {
    if (value instanceof Said.Value<T> said) {
      into.accept(said.said());
      said("defaults." + key, said.origin());
    }
  }
}
