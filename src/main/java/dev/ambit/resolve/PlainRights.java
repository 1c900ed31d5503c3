package dev.ambit.resolve;

import dev.ambit.model.Certainty;
import dev.ambit.model.Channel;
import dev.ambit.model.Facts;
import dev.ambit.model.Grant;
import dev.ambit.model.Ref;
import dev.ambit.model.Refs;
import dev.ambit.model.Right;
import dev.ambit.model.Said;
import dev.ambit.model.Verb;
import dev.ambit.model.Verbs;
import java.time.LocalDate;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;
import org.eclipse.collections.impl.list.mutable.FastList;

/**
 * The rights that an inventory gives: its grants, and the readers and writers of assets and
 * channels, which count as grants. Denies stay rights of their own, since a deny on a group meets
 * an allow on a member only when the member is looked at.
 */
final class PlainRights {
  /** What writing is in a channel: a deny of the one word is a deny of the other. */
  private static final Verbs POST = Verbs.of(Verb.PUBLISH, Verb.WRITE);

  private final Names names;
  private final LocalDate at;
  private final ImmutableSet<String> channels;
  private final FastList<Right> rights = FastList.newList();

  private PlainRights(Names names, LocalDate at, ImmutableSet<String> channels) {
    this.names = names;
    this.channels = channels;
    this.at = at;
  }

  /** In no particular order. A grant whose last day is before {@code at} gives nothing. */
  static ImmutableList<Right> of(Facts facts, Names names, LocalDate at) {
    PlainRights plain =
        new PlainRights(names, at, facts.channels().collect(Channel::id).toImmutableSet());
    facts.grants().forEach(plain::grant);
    facts
        .assets()
        .forEach(
            asset -> {
              Verbs write = Verbs.of(Verb.WRITE);
              plain.listed(
                  asset.readers(), "readers", Verbs.of(Verb.READ), asset.id(), asset.certainty());
              plain.listed(asset.writers(), "writers", write, asset.id(), asset.certainty());
            });
    facts
        .channels()
        .forEach(
            channel -> {
              plain.listed(
                  channel.readers(),
                  "readers",
                  Verbs.of(Verb.READ),
                  channel.id(),
                  channel.certainty());
              plain.listed(channel.writers(), "writers", POST, channel.id(), channel.certainty());
            });
    return plain.rights.toImmutable();
  }

  private void grant(Grant grant) {
    if (grant.until().value().filter(last -> last.isBefore(at)).isPresent()) {
      return;
    }
    String on = grant.on().id();
    rights.add(
        new Right(
            names.node(grant.who().id()),
            denies(grant) ? grant.can().or(POST) : grant.can(),
            names.matching(on),
            grant.deny(),
            grant.undecidable() ? grant.condition().or("a condition") : "",
            grant.gate(),
            grant.id(),
            on,
            grant.anyVerb() || on.endsWith("*"),
            grant.lastUsed(),
            grant.certainty(),
            grant.origin()));
  }

  private boolean denies(Grant grant) {
    return grant.deny() && channels.contains(grant.on().id()) && !grant.can().and(POST).isEmpty();
  }

  private void listed(Refs who, String list, Verbs verbs, String on, Certainty certainty) {
    for (Ref ref : who.all()) {
      rights.add(
          new Right(
              names.node(ref.id()),
              verbs,
              names.matching(on),
              false,
              "",
              Said.nothing(),
              on + "/" + list,
              on,
              false,
              Said.nothing(),
              certainty,
              ref.origin()));
    }
  }
}
