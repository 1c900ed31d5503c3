package dev.ambit.cli;

import dev.ambit.model.AccessMap;
import dev.ambit.model.Facts;
import dev.ambit.model.NodeAccess;
import dev.ambit.model.Nodes;
import dev.ambit.report.HoldersFound;
import dev.ambit.trace.Holders;
import java.util.stream.IntStream;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** The work of {@code ambit who} without an action. */
final class Holding {
  private Holding() {}

  static Outcome who(WhoCommand asked, Console console) {
    if (!asked.options.values().isEmpty()) {
      throw new UsageException("--context belongs to one action; name it, by --action");
    }
    boolean asJson = asked.options.asJson();
    AccessMap access;
    HoldersFound found;
    try (Progress progress = Progress.of(console)) {
      progress.begin("reading");
      access = asked.resolving.access(asked.paths, console);
      found = new HoldersFound(holders(asked.asset, access));
    }
    console.tell(found, asJson);
    return Outcome.answered(access.facts().areWhole());
  }

  private static NodeAccess holders(String name, AccessMap access) {
    return Holders.of(access, idOf(name, access.facts()))
        .orElseThrow(
            () ->
                new UsageException(
                    "there is no '" + name + "'" + Suggestion.after(name, ids(access.nodes()))));
  }

  /** A join key of an export names the same thing as the id. */
  private static String idOf(String name, Facts facts) {
    return facts
        .channels()
        .asLazy()
        .select(each -> each.aliases().contains(name))
        .collect(each -> each.id())
        .concatenate(
            facts
                .assets()
                .asLazy()
                .select(each -> each.aliases().contains(name))
                .collect(each -> each.id()))
        .concatenate(
            facts
                .principals()
                .asLazy()
                .select(each -> each.aliases().contains(name))
                .collect(each -> each.id()))
        .detectOptional(id -> true)
        .orElse(name);
  }

  private static ImmutableList<String> ids(Nodes nodes) {
    return Lists.immutable.fromStream(IntStream.range(0, nodes.count()).mapToObj(nodes::id));
  }
}
