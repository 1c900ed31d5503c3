package dev.ambit.repair;

import dev.ambit.model.ExposurePath;
import dev.ambit.model.Facts;
import dev.ambit.model.Finding;
import dev.ambit.model.GateUse;
import dev.ambit.model.Hop;
import dev.ambit.model.Origin;
import dev.ambit.model.Verb;
import dev.ambit.model.Verbs;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;
import org.eclipse.collections.api.set.MutableSet;

/**
 * Where a finding comes from: the places in the input that its hops rest on, the nodes it goes
 * over, and the verbs it needs.
 */
final class Places {
  private final ImmutableSet<Origin> all;
  private final ImmutableSet<String> nodes;
  private final Verbs verbs;

  private Places(ImmutableSet<Origin> all, ImmutableSet<String> nodes, Verbs verbs) {
    this.all = all;
    this.nodes = nodes;
    this.verbs = verbs;
  }

  static Places of(Facts facts, Finding finding) {
    ImmutableList<Hop> hops = finding.paths().flatCollect(ExposurePath::hops);
    ImmutableSet<Origin> all =
        hops.collect(Hop::origin)
            .newWithAll(finding.evidence())
            .newWithAll(finding.gates().collect(GateUse::origin))
            .toImmutableSet();
    MutableSet<String> nodes = hops.flatCollect(Places::ends).toSet();
    nodes.add(finding.subject());
    nodes.add(finding.object());
    nodes.addAllIterable(finding.gates().collect(GateUse::id));
    Places places = new Places(all, nodes.toImmutable(), verbs(hops));
    facts.channels().select(each -> places.isIn(each.origin())).forEach(c -> nodes.add(c.id()));
    facts.assets().select(each -> places.isIn(each.origin())).forEach(a -> nodes.add(a.id()));
    facts.agents().select(each -> places.isIn(each.origin())).forEach(a -> nodes.add(a.id()));
    return new Places(all, nodes.toImmutable(), places.verbs);
  }

  private static ImmutableList<String> ends(Hop hop) {
    return Lists.immutable.of(hop.from(), hop.to());
  }

  /** Whether a hop rests on exactly this place. */
  boolean isAt(Origin place) {
    return all.contains(place);
  }

  /** Whether a hop rests on this place or on something in it. */
  boolean isIn(Origin place) {
    return !place.pointer().isEmpty() && all.anySatisfy(each -> Pointers.isIn(each, place));
  }

  boolean isOver(String node) {
    return nodes.contains(node);
  }

  /** What is done on the way. */
  Verbs verbs() {
    return verbs;
  }

  private static Verbs verbs(ImmutableList<Hop> hops) {
    return hops.collect(Hop::kind).injectInto(Verbs.NONE, (all, kind) -> all.or(verbs(kind)));
  }

  private static Verbs verbs(Hop.Kind kind) {
    return switch (kind) {
      case READS -> Verbs.of(Verb.READ, Verb.DECRYPT);
      case WRITES -> Verbs.of(Verb.WRITE);
      case DELETES -> Verbs.of(Verb.DELETE);
      case EXECUTES -> Verbs.of(Verb.EXECUTE);
      case PUBLISHES -> Verbs.of(Verb.PUBLISH, Verb.EGRESS);
      case CAN_SHARE -> Verbs.of(Verb.SHARE);
      case CAN_ADMINISTER -> Verbs.of(Verb.ADMINISTER);
      case ASSUMES -> Verbs.of(Verb.ASSUME);
      case CALLS -> Verbs.of(Verb.INVOKE);
      case ACTS_AS,
          MEMBER_OF,
          HOLDS,
          USES,
          IN,
          REPLIES,
          READ_BY,
          INVOKED_BY,
          FEEDS,
          ADMITS,
          BECOMES ->
          Verbs.NONE;
    };
  }
}
