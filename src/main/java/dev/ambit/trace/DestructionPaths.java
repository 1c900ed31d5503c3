package dev.ambit.trace;

import dev.ambit.model.Asset;
import dev.ambit.model.Audience;
import dev.ambit.model.Crossing;
import dev.ambit.model.ExposurePath;
import dev.ambit.model.Ref;
import dev.ambit.model.Severity;
import dev.ambit.model.Verb;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.factory.Lists;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.eclipse.collections.impl.map.sorted.mutable.TreeSortedMap;

/**
 * Destruction: the agent can delete, or change, send or pay for good, and on some way no gate
 * counts (contract/semantics.md, Kinds of path 5). There is no audience: the level of the data
 * decides.
 */
final class DestructionPaths {
  private final Estate estate;
  private final Targets targets;

  DestructionPaths(Estate estate) {
    this.estate = estate;
    this.targets = new Targets(estate);
  }

  void of(Subject subject, Found found) {
    ImmutableList<Way> deeds =
        subject
            .ways()
            .reject(way -> way.source() == Way.Source.LOG || way.source() == Way.Source.MEMORY);
    destroyed(subject, Verb.DELETE, deeds.select(way -> way.verb() == Verb.DELETE), found);
    destroyed(
        subject,
        Verb.EXECUTE,
        deeds.select(way -> way.verb() == Verb.EXECUTE && !way.reversible()),
        found);
    destroyed(subject, Verb.WRITE, deeds.select(way -> way.verb() == Verb.WRITE), found);
    sent(subject, deeds, found);
  }

  private void destroyed(Subject subject, Verb verb, ImmutableList<Way> ways, Found found) {
    targets
        .of(ways)
        .forEachKeyValue(
            (node, doing) -> {
              ImmutableList<Way> lasting =
                  verb == Verb.WRITE
                      ? doing.select(way -> !way.reversible() || isUnrecoverable(node))
                      : doing;
              if (lasting.notEmpty() && estate.ranks.isData(node)) {
                int base = estate.ranks.judged(node);
                boolean raised =
                    subject.isFedByUntrusted()
                        || subject.isUnattended()
                        || !canBeUndone(subject, node);
                ungated(subject, verb, node, lasting, base, raised)
                    .ifPresent(crossing -> found.add(crossing, estate.ranks.isKnown(node)));
              }
            });
  }

  /** Sending to people outside: what is out does not come back. The object is the channel. */
  private void sent(Subject subject, ImmutableList<Way> deeds, Found found) {
    TreeSortedMap<Integer, FastList<Way>> out = TreeSortedMap.newMap();
    for (Way way : deeds) {
      if (way.verb() == Verb.EGRESS) {
        way.targets().forEach(node -> out.getIfAbsentPut(node, FastList::newList).add(way));
      } else if (way.verb() == Verb.PUBLISH) {
        way.targets()
            .forEach(
                node -> {
                  if (isReadOutside(node)) {
                    out.getIfAbsentPut(node, FastList::newList).add(way);
                  }
                });
      }
    }
    boolean raised = subject.isFedByUntrusted() || subject.isUnattended();
    out.forEachKeyValue(
        (node, ways) ->
            ungated(subject, Verb.PUBLISH, node, ways.toImmutable(), 1, raised)
                .ifPresent(crossing -> found.add(crossing, true)));
  }

  private boolean isReadOutside(int channel) {
    for (int reader : estate.people.audience(channel).toArray()) {
      if (estate.rights.isOutside(reader)) {
        return true;
      }
    }
    return false;
  }

  private boolean isUnrecoverable(int node) {
    return estate
        .assumed
        .asset(node)
        .flatMap(asset -> asset.recoverable().value())
        .filter(recoverable -> !recoverable)
        .isPresent();
  }

  /** It can be brought back from outside the reach of the agent. */
  private boolean canBeUndone(Subject subject, int node) {
    Optional<Asset> asset = estate.assumed.asset(node);
    if (asset.flatMap(known -> known.recoverable().value()).filter(yes -> yes).isEmpty()) {
      return false;
    }
    return asset
        .flatMap(known -> known.backupsIn().value())
        .map(Ref::id)
        .filter(
            backups -> {
              int store = estate.nodes().number(backups);
              return subject
                  .ways()
                  .anySatisfy(
                      way ->
                          (way.verb() == Verb.DELETE || way.verb() == Verb.WRITE)
                              && way.targets().has(store));
            })
        .isEmpty();
  }

  private Optional<Crossing> ungated(
      Subject subject, Verb verb, int node, ImmutableList<Way> ways, int base, boolean raised) {
    Weakest weakest = Weakest.of(estate, Lists.immutable.of(ways), Lists.immutable.empty());
    if (weakest.weight() > 0) {
      return Optional.empty();
    }
    Severity severity = Severity.of(base, 0, raised);
    return Optional.of(
        new Crossing(
            Crossing.Kind.DESTRUCTION,
            Crossing.Route.DEED,
            subject.agent().id(),
            estate.id(node),
            Words.todo(verb),
            verb,
            "",
            estate.ranks.isKnown(node) ? estate.levelName(estate.ranks.judged(node)) : "",
            severity,
            Audience.NOBODY,
            weakest.tier(),
            weakest.uses(),
            weakest.bypassed(),
            new ExposurePath(
                Hops.to(estate.assumed, subject.agent().id(), weakest.ways().getFirst(), node),
                severity)));
  }
}
