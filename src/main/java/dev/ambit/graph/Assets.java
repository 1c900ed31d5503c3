package dev.ambit.graph;

import dev.ambit.graph.Vocabulary.Property;
import dev.ambit.graph.Vocabulary.Thing;
import dev.ambit.model.Asset;
import dev.ambit.model.Facts;
import dev.ambit.model.Levels;
import dev.ambit.model.Said;
import dev.ambit.model.Settings;

/** What the inputs say of assets. */
final class Assets {
  private static final Terms TERMS =
      Terms.of(
              Property.NAME,
              Property.KIND,
              Property.IN,
              Property.LABEL,
              Property.CATEGORY,
              Property.ENVIRONMENT,
              Property.OWNER,
              Property.READER,
              Property.WRITER,
              Property.RECOVERABLE,
              Property.BACKUPS_IN,
              Property.LABEL_ENFORCED,
              Property.HOLDS,
              Property.RUNS_AS,
              Property.CERTAINTY,
              Property.MASKED_FROM,
              Property.DERIVED_FROM,
              Property.LEVEL)
          .and(Thing.ASSET);

  private final Settings settings;
  private final Levels levels;

  private Assets(Settings settings) {
    this.settings = settings;
    this.levels = settings.levels();
  }

  static RecordTriples of(Facts facts) {
    Assets assets = new Assets(facts.settings());
    return new RecordTriples(new FactRecords<>(facts.assets(), TERMS, assets::describe));
  }

  private void describe(Asset asset, Describing about) {
    about
        .is(Thing.ASSET)
        .word(Property.NAME, asset.name())
        .word(Property.KIND, asset.kind())
        .to(Property.IN, asset.in())
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
    asset.labels().forEach(label -> about.word(Property.LABEL, label.said()));
    asset
        .derivedFrom()
        .forEach(
            source ->
                about.to(
                    source.masked() ? Property.MASKED_FROM : Property.DERIVED_FROM,
                    source.asset().id()));
    int rank = declaredRank(asset);
    if (rank >= 0) {
      about.word(Property.LEVEL, levels.name(rank));
    }
  }

  /** Where sources disagree the highest level wins (contract/inventory.md); negative for none. */
  private int declaredRank(Asset asset) {
    int highest = -1;
    for (Said.Value<String> level : asset.levels()) {
      highest = Math.max(highest, levels.rank(level.said()).orElse(-1));
    }
    for (Said.Value<String> label : asset.labels()) {
      String level = settings.labels().get(label.said());
      highest = level == null ? highest : Math.max(highest, levels.rank(level).orElse(-1));
    }
    return highest;
  }
}
