package dev.ambit.repair;

import dev.ambit.model.Asset;
import dev.ambit.model.AssetBuilder;
import dev.ambit.model.Channel;
import dev.ambit.model.ChannelBuilder;
import dev.ambit.model.Credential;
import dev.ambit.model.CredentialBuilder;
import dev.ambit.model.Facts;
import dev.ambit.model.Principal;
import dev.ambit.model.PrincipalBuilder;
import dev.ambit.model.Ref;
import dev.ambit.model.Refs;
import dev.ambit.model.Said;
import java.util.function.Function;
import org.eclipse.collections.api.list.ImmutableList;

/** What can be changed at the nodes beyond the agent: who reads, writes, holds and runs what. */
final class PeopleEdits {
  private final Facts facts;
  private final Places places;
  private final Drafts drafts;

  PeopleEdits(Facts facts, Places places, Drafts drafts) {
    this.facts = facts;
    this.places = places;
    this.drafts = drafts;
  }

  void draft() {
    facts.channels().select(each -> places.isIn(each.origin())).forEach(this::channel);
    facts.assets().select(each -> places.isIn(each.origin())).forEach(this::asset);
    facts.principals().select(each -> places.isIn(each.origin())).forEach(this::principal);
    facts.credentials().select(each -> places.isIn(each.origin())).forEach(this::credential);
  }

  private void channel(Channel channel) {
    String id = channel.id();
    cut(
        channel.readers(),
        Move.PEOPLE,
        "Do not let %s read " + id,
        refs -> with(channel, c -> c.readers(refs)));
    cut(
        channel.writers(),
        Move.PEOPLE,
        "Do not let %s write to " + id,
        refs -> with(channel, c -> c.writers(refs)));
    if (channel.destinations() instanceof Said.Value<Channel.Destinations> open
        && !open.said().closed()) {
      Channel.Destinations closed = new Channel.Destinations(true, open.said().hosts());
      drafts.set(
          open.origin(),
          "closed",
          "true",
          Move.SETTING,
          "Let " + id + " reach the named hosts only.",
          with(channel, c -> c.destinations(Said.of(closed, open.origin()))));
    }
  }

  private void asset(Asset asset) {
    String id = asset.id();
    cut(
        asset.readers(),
        Move.PEOPLE,
        "Do not let %s read " + id,
        refs -> with(asset, a -> a.readers(refs)));
    cut(
        asset.writers(),
        Move.PEOPLE,
        "Do not let %s write to " + id,
        refs -> with(asset, a -> a.writers(refs)));
    cut(
        asset.holds(),
        Move.CONTROL,
        "Keep %s out of " + id,
        refs -> with(asset, a -> a.holds(refs)));
    if (asset.runsAs() instanceof Said.Value<Ref> as && places.isAt(as.origin())) {
      drafts.remove(
          as.origin(),
          Move.IDENTITY,
          "Do not let what runs in " + id + " act as " + as.said().id() + ".",
          with(asset, a -> a.runsAs(Said.nothing())));
    }
  }

  private void principal(Principal principal) {
    String id = principal.id();
    cut(
        principal.consumes(),
        Move.CONTROL,
        "Do not let " + id + " run what stands in %s",
        refs -> with(principal, p -> p.consumes(refs)));
    cut(
        principal.memberOf(),
        Move.PEOPLE,
        "Take " + id + " out of %s",
        refs -> with(principal, p -> p.memberOf(refs)));
  }

  private void credential(Credential credential) {
    String id = credential.id();
    credential
        .holders()
        .all()
        .select(ref -> places.isOver(ref.id()))
        .forEach(
            ref ->
                drafts.remove(
                    ref.origin(),
                    Move.AGENT_PART,
                    "Take " + id + " from " + ref.id() + ".",
                    with(credential, c -> c.holders(Drafts.without(credential.holders(), ref)))));
    if (credential.storedIn() instanceof Said.Value<Ref> place) {
      drafts.remove(
          place.origin(),
          Move.CONTROL,
          "Keep " + id + " out of " + place.said().id() + ".",
          with(credential, c -> c.storedIn(Said.nothing())));
    }
    if (credential.inline() instanceof Said.Value<Boolean> literal && literal.said()) {
      drafts.remove(
          literal.origin(),
          Move.CONTROL,
          "Take the literal secret of " + id + " out of the configuration.",
          with(credential, c -> c.inline(Said.nothing())));
    }
  }

  private void cut(Refs refs, Move move, String say, Function<Refs, Facts> after) {
    refs.all()
        .select(ref -> places.isAt(ref.origin()))
        .forEach(
            ref ->
                drafts.remove(
                    ref.origin(),
                    move,
                    say.replace("%s", ref.id()) + ".",
                    after.apply(Drafts.without(refs, ref))));
  }

  private Facts with(Channel channel, Function<ChannelBuilder, ChannelBuilder> change) {
    Channel after = change.apply(ChannelBuilder.builder(channel)).build();
    return facts.with(all -> all.channels(Drafts.swap(facts.channels(), channel, after)));
  }

  private Facts with(Asset asset, Function<AssetBuilder, AssetBuilder> change) {
    Asset after = change.apply(AssetBuilder.builder(asset)).build();
    return facts.with(all -> all.assets(Drafts.swap(facts.assets(), asset, after)));
  }

  private Facts with(Principal principal, Function<PrincipalBuilder, PrincipalBuilder> change) {
    Principal after = change.apply(PrincipalBuilder.builder(principal)).build();
    ImmutableList<Principal> all = Drafts.swap(facts.principals(), principal, after);
    return facts.with(builder -> builder.principals(all));
  }

  private Facts with(Credential credential, Function<CredentialBuilder, CredentialBuilder> change) {
    Credential after = change.apply(CredentialBuilder.builder(credential)).build();
    return facts.with(all -> all.credentials(Drafts.swap(facts.credentials(), credential, after)));
  }
}
