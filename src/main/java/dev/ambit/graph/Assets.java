package dev.ambit.graph;

import dev.ambit.graph.Vocabulary.Property;
import dev.ambit.graph.Vocabulary.Thing;
import dev.ambit.model.Asset;
import dev.ambit.model.Facts;
import dev.ambit.model.Levels;
import dev.ambit.model.Settings;
import java.util.OptionalInt;
import org.eclipse.collections.api.list.ImmutableList;

/** What the inputs say of assets. */
final class Assets {
  private final Settings settings;
  private final Levels levels;

  private Assets(Settings settings) {
    this.settings = settings;
    this.levels = settings.levels();
  }

  static RecordTriples of(Facts facts) {
    Assets assets = new Assets(facts.settings());
    return new RecordTriples(new FactRecords<>(facts.assets(), assets::describe));
  }

  private void describe(Asset asset, Describing about) {
    about
        .is(Thing.ASSET)
        .word(Property.NAME, asset.name())
        .word(Property.KIND, asset.kind())
        .to(Property.IN, asset.in())
        .words(Property.LABEL, asset.labels().collect(label -> label.said()))
        .words(Property.CATEGORY, asset.categories())
        .word(Property.ENVIRONMENT, asset.environment())
        .to(Property.OWNER, asset.owner())
        .to(Property.READER, asset.readers())
        .to(Property.WRITER, asset.writers())
        .flag(Property.RECOVERABLE, asset.recoverable())
        .to(Property.BACKUPS_IN, asset.backupsIn())
        .flag(Property.LABEL_ENFORCED, asset.labelEnforced())
        .to(Property.HOLDS, asset.holds())
        .to(Property.RUNS_AS, asset.runsAs())
        .word(Property.CERTAINTY, asset.certainty().word());
    asset
        .derivedFrom()
        .forEach(
            source ->
                about.to(
                    source.masked() ? Property.MASKED_FROM : Property.DERIVED_FROM,
                    source.asset().id()));
    declaredRank(asset).ifPresent(rank -> about.word(Property.LEVEL, levels.name(rank)));
  }

  /** Where sources disagree the highest level wins (contract/inventory.md). */
  private OptionalInt declaredRank(Asset asset) {
    ImmutableList<String> named =
        asset
            .levels()
            .collect(level -> level.said())
            .newWithAll(
                asset
                    .labels()
                    .collect(label -> settings.labels().get(label.said()))
                    .select(level -> level != null));
    return named.stream().map(levels::rank).flatMapToInt(OptionalInt::stream).max();
  }
}
