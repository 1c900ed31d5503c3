package dev.ambit.trace;

import dev.ambit.model.AccessMap;
import dev.ambit.model.Agent;
import dev.ambit.model.Case;
import dev.ambit.model.Channel;
import dev.ambit.model.Heads;
import dev.ambit.model.NodeAccess;
import dev.ambit.model.NodeAccess.Holder;
import dev.ambit.model.Nodes;
import dev.ambit.model.Ref;
import dev.ambit.model.Right;
import dev.ambit.model.Verb;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.factory.Lists;
import org.roaringbitmap.RoaringBitmap;

/** Finds everybody who can do something to one thing. */
public final class Holders {
  private final Estate estate;
  private final int node;
  private final Set<Holder> found = new TreeSet<>();
  private final Set<String> told = new HashSet<>();

  private Holders(Estate estate, int node) {
    this.estate = estate;
    this.node = node;
  }

  /** Of what has this id, in the worst case; empty if nothing has. */
  public static Optional<NodeAccess> of(AccessMap access, String id) {
    Estate estate = new Estate(new Known(access), Case.WORST);
    int node = estate.nodes().number(id);
    if (node < 0) {
      return Optional.empty();
    }
    Holders holders = new Holders(estate, node);
    estate.assumed.channel(id).ifPresent(holders::ofChannel);
    estate.assumed.access().rights().forEach(holders::ofRight);
    for (Agent agent : estate.assumed.access().facts().agents().reject(Agent::isRetired)) {
      holders.ofAgent(agent);
    }
    return Optional.of(
        new NodeAccess(id, estate.nodes().kind(node), Lists.immutable.withAll(holders.found)));
  }

  private void ofChannel(Channel channel) {
    boolean readersKnown = !estate.assumed.readersAreUnknown(channel);
    for (Ref reader : estate.assumed.readers(channel)) {
      add(
          reader,
          Verb.READ,
          readersKnown ? "it is among its readers" : "nothing says who reads it");
    }
    boolean writersKnown = !estate.assumed.writersAreUnknown(channel);
    for (Ref writer : estate.assumed.writers(channel)) {
      add(
          writer,
          Verb.PUBLISH,
          writersKnown ? "it is among its writers" : "nothing says who writes it");
    }
  }

  private void add(Ref who, Verb verb, String because) {
    told.add(who.id() + " " + verb);
    found.add(new Holder(who.id(), verb, people(who.id()), false, "", because, who.origin()));
  }

  private void ofRight(Right right) {
    if (right.deny() || right.holder() < 0 || !right.targets().has(node)) {
      return;
    }
    if (!estate.rights.isHeld(right) || estate.nodes().kind(right.holder()) == Nodes.Kind.AGENT) {
      return;
    }
    String who = estate.id(right.holder());
    for (Verb verb : Verb.values()) {
      boolean isTold = told.contains(who + " " + verb);
      if (right.verbs().has(verb)
          && !isTold
          && !estate.rights.isDenied(right.holder(), verb, node)) {
        found.add(
            new Holder(
                who,
                verb,
                people(who),
                false,
                right.dependsOn(),
                "by the grant "
                    + right.grant()
                    + (right.pattern().equals(estate.id(node)) ? "" : " on " + right.pattern())
                    + (right.how().isEmpty() ? "" : ", " + right.how()),
                right.origin()));
      }
    }
  }

  private void ofAgent(Agent agent) {
    Subject subject = estate.subject(agent);
    if (agent.id().equals(estate.id(node))) {
      subject
          .askers()
          .forEach(
              asker ->
                  found.add(
                      new Holder(
                          estate.id(asker.principal()),
                          Verb.INVOKE,
                          people(estate.id(asker.principal())),
                          false,
                          "",
                          asker.hop().because(),
                          asker.hop().origin())));
    }
    ImmutableList<Way> ways =
        subject.ways().select(way -> way.targets().has(node) && way.source() != Way.Source.REPLY);
    for (Way way : ways) {
      found.add(
          new Holder(
              agent.id(),
              way.verb(),
              Heads.NOBODY,
              true,
              "",
              "by "
                  + way.via()
                  + (way.actor() < 0 ? "" : " as " + estate.id(way.actor()))
                  + (way.counting().isEmpty() ? "" : "; somebody has to agree first"),
              way.origin()));
    }
  }

  private Heads people(String id) {
    RoaringBitmap behind = estate.membership.behind(estate.nodes().number(id));
    return behind.isEmpty() ? Heads.NOBODY : estate.headCount.of(behind);
  }
}
