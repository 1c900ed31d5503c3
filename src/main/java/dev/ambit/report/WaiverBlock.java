package dev.ambit.report;

import dev.ambit.model.Circumstances;
import dev.ambit.model.Heads;
import dev.ambit.model.Waiver;
import dev.ambit.model.WaiverEntry;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** A waiver as lines of a waiver file, a key a line, so that few changes meet in one place. */
public final class WaiverBlock {
  private final List<String> keys = new ArrayList<>();

  private WaiverBlock() {}

  /** The lines, the first with a dash. */
  public static ImmutableList<String> of(WaiverEntry entry) {
    WaiverBlock block = new WaiverBlock();
    block.write(entry);
    return Lists.immutable
        .withAll(block.keys)
        .collectWithIndex((key, index) -> (index == 0 ? "  - " : "    ") + key);
  }

  private void write(WaiverEntry entry) {
    Waiver waiver = entry.waiver();
    text("id", waiver.id());
    if (entry.scope() instanceof WaiverEntry.Pattern pattern) {
      text("rule", pattern.rule());
      text("subject", pattern.subject());
      text("object", pattern.object());
    } else {
      text("finding", entry.scope().words());
    }
    text("decision", waiver.decision().word());
    text("reason", waiver.reason());
    text("owner", waiver.owner());
    textIfSaid("approver", waiver.approver());
    entry.day().value().ifPresent(day -> keys.add("date: " + day));
    keys.add("until: " + waiver.until());
    textIfSaid("ticket", waiver.ticket());
    if (!entry.lapses().equals(WaiverEntry.Lapses.NEVER)) {
      keys.add("lapses: " + lapses(entry.lapses()));
    }
    entry.facts().value().ifPresent(facts -> keys.add("facts: " + facts(facts)));
  }

  private static String lapses(WaiverEntry.Lapses lapses) {
    List<String> all = new ArrayList<>();
    lapses.audienceAbove().value().ifPresent(most -> all.add("audienceAbove: " + most));
    lapses.levelAbove().value().ifPresent(level -> all.add("levelAbove: " + YamlText.of(level)));
    if (lapses.pathChanges()) {
      all.add("pathChanges: true");
    }
    return "{" + String.join(", ", all) + "}";
  }

  private static String facts(Circumstances facts) {
    return "{severity: "
        + facts.severity().word()
        + ", audience: "
        + heads(facts.audience())
        + (facts.level().isEmpty() ? "" : ", level: " + YamlText.of(facts.level()))
        + ", paths: "
        + facts.paths()
        + ", path: \""
        + facts.path()
        + "\"}";
  }

  private static String heads(Heads heads) {
    if (!heads.isNumber()) {
      return heads.word();
    }
    return heads.atLeast() ? "\"at least " + heads.count() + "\"" : Long.toString(heads.count());
  }

  private void text(String key, String text) {
    keys.add(key + ": " + YamlText.of(text));
  }

  private void textIfSaid(String key, String text) {
    if (!text.isEmpty()) {
      text(key, text);
    }
  }
}
