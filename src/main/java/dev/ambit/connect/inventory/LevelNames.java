package dev.ambit.connect.inventory;

import dev.ambit.connect.InputException;
import dev.ambit.model.Asset;
import dev.ambit.model.Channel;
import dev.ambit.model.Facts;
import dev.ambit.model.Levels;
import dev.ambit.model.Nearest;
import dev.ambit.model.Origin;
import dev.ambit.model.Principal;
import dev.ambit.model.Said;
import dev.ambit.model.Settings;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;

/**
 * Checks that each level that is named is on the ladder. A foreign label that the inventory maps
 * stands for its level.
 */
final class LevelNames {
  private final Settings settings;
  private final Levels levels;
  private final ImmutableMap<String, String> labels;
  private final Consumer<InputException> mistakes;

  LevelNames(Settings settings, Consumer<InputException> mistakes) {
    this.settings = settings;
    this.levels = settings.levels();
    this.mistakes = mistakes;
    this.labels = settings.labels().select((label, level) -> isLevel(level, at("labels." + label)));
  }

  /** The same facts without the records that name an unknown level. */
  Facts checked(Facts facts) {
    Settings defaults = Settings.over(levels);
    return facts.with(
        checked ->
            checked
                .settings(
                    settings.with(
                        each ->
                            each.labels(labels)
                                .clearance(known("clearance", Settings::clearance, defaults))
                                .level(known("level", Settings::level, defaults))))
                .principals(facts.principals().flatCollect(this::principal))
                .assets(facts.assets().flatCollect(this::asset))
                .channels(facts.channels().flatCollect(this::channel)));
  }

  private Origin at(String key) {
    return settings.saidAt().getIfAbsentValue(key, Origin.BUILT_IN);
  }

  private String known(String key, Function<Settings, String> level, Settings defaults) {
    String said = level.apply(settings);
    return isLevel(said, at("defaults." + key)) ? said : level.apply(defaults);
  }

  private ImmutableList<Principal> principal(Principal principal) {
    return resolved(principal.clearance())
        .map(level -> principal.with(each -> each.clearance(level)))
        .map(Lists.immutable::of)
        .orElse(Lists.immutable.empty());
  }

  private ImmutableList<Channel> channel(Channel channel) {
    return resolved(channel.level())
        .map(level -> channel.with(each -> each.level(level)))
        .map(Lists.immutable::of)
        .orElse(Lists.immutable.empty());
  }

  private ImmutableList<Asset> asset(Asset asset) {
    ImmutableList<Said.Value<String>> known =
        asset
            .levels()
            .select(level -> isKnown(level.said(), level.origin()))
            .collect(level -> new Said.Value<>(level(level.said()), level.origin()));
    return known.size() == asset.levels().size()
        ? Lists.immutable.of(asset.with(each -> each.levels(known)))
        : Lists.immutable.empty();
  }

  /** What was said, as a level; empty if it is none. */
  private Optional<Said<String>> resolved(Said<String> said) {
    if (said instanceof Said.Value<String> value) {
      return isKnown(value.said(), value.origin())
          ? Optional.of(Said.of(level(value.said()), value.origin()))
          : Optional.empty();
    }
    return Optional.of(said);
  }

  private String level(String name) {
    return levels.rank(name).isPresent() ? name : labels.getIfAbsentValue(name, name);
  }

  private boolean isKnown(String name, Origin origin) {
    return labels.containsKey(name) || isLevel(name, origin);
  }

  private boolean isLevel(String name, Origin origin) {
    boolean known = levels.rank(name).isPresent();
    if (!known) {
      mistakes.accept(
          new InputException(
              origin,
              "'" + Nearest.shortened(name) + "' is no level",
              "Accepted: " + Nearest.few(name, levels.names()).makeString(", ")));
    }
    return known;
  }
}
