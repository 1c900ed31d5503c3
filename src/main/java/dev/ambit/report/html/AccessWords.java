package dev.ambit.report.html;

import dev.ambit.model.AgentAccess;
import dev.ambit.model.AgentAccess.Deed;
import dev.ambit.model.AgentAccess.Outlet;
import dev.ambit.model.GateUse;
import dev.ambit.model.Heads;
import dev.ambit.model.Verb;
import dev.ambit.report.Counted;
import dev.ambit.report.Listed;
import dev.ambit.report.Wording;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.list.mutable.FastList;

/** What one agent can see and do, in sentences that ask for no knowledge of access rights. */
final class AccessWords {
  private static final int NAMES = 4;

  private final AgentAccess access;

  private AccessWords(AgentAccess access) {
    this.access = access;
  }

  /** Purpose, rights, what it sees, what it does, who hears it, who may stop it; in this order. */
  static ImmutableList<String> of(AgentAccess access) {
    AccessWords words = new AccessWords(access);
    return FastList.newListWith(
            words.purpose(),
            words.sees(),
            words.does(),
            words.posts(),
            words.answers(),
            words.approves())
        .reject(String::isEmpty)
        .toImmutable();
  }

  private String purpose() {
    String as =
        access.actsAs().isEmpty()
            ? "It has no identity of its own on record."
            : "It acts as " + Listed.of(access.actsAs(), NAMES) + ".";
    String alone = access.unattended() ? " It runs with nobody watching." : "";
    return (access.purpose().isEmpty()
            ? "Nobody wrote down what it is for. "
            : "It is there to " + access.purpose() + ". ")
        + as
        + alone;
  }

  private String sees() {
    ImmutableList<Deed> reads = access.deeds().select(deed -> deed.verb() == Verb.READ);
    if (reads.isEmpty()) {
      return "It can read nothing that is on record.";
    }
    return "It can read " + Listed.of(reads.collect(AccessWords::thing), NAMES) + ".";
  }

  /** "payroll (restricted)", "acme-* (1,204 things, up to restricted)". */
  private static String thing(Deed deed) {
    String level =
        deed.level().isEmpty() ? "" : deed.things() > 1 ? "up to " + deed.level() : deed.level();
    String count = deed.things() > 1 ? Counted.number(deed.things()) + " things" : "";
    String both = count + (count.isEmpty() || level.isEmpty() ? "" : ", ") + level;
    return (deed.on().equals("*") ? "anything" : deed.on())
        + (both.isEmpty() ? "" : " (" + both + ")");
  }

  private String does() {
    ImmutableList<Deed> deeds =
        access.deeds().reject(deed -> deed.verb() == Verb.READ || deed.verb() == Verb.DISCOVER);
    if (deeds.isEmpty()) {
      return "It can change nothing.";
    }
    return "It can "
        + Listed.of(deeds.collect(deed -> Wording.deed(deed.verb()) + " " + thing(deed)), NAMES)
        + ".";
  }

  private String posts() {
    if (access.outlets().isEmpty()) {
      return "It can post nowhere.";
    }
    ImmutableList<String> places =
        access
            .outlets()
            .collect((Outlet outlet) -> outlet.channel() + ", read by " + outlet.audience());
    int more = places.size() - NAMES;
    return "It can post to "
        + places.take(NAMES).makeString("; to ")
        + (more > 0 ? "; and to " + Counted.of(more, "more channel") : "")
        + ".";
  }

  private String answers() {
    if (access.askers().isEmpty()) {
      return "Nobody is on record who may ask it something.";
    }
    return "It can be asked by "
        + access.asking()
        + " ("
        + Listed.of(access.askers(), NAMES)
        + ")"
        + (access.answersAskers() ? ", and answers " + whom() + "." : ".");
  }

  private String whom() {
    return access.asking().equals(Heads.of(1)) ? "that one" : "each of them";
  }

  private String approves() {
    if (access.approvals().isEmpty()) {
      return "Nobody has to agree before it acts.";
    }
    return access.approvals().take(NAMES).collect(this::approval).makeString(" ");
  }

  private String approval(AgentAccess.Approval approval) {
    GateUse gate = approval.gate();
    String who =
        approval.approvers().isEmpty() ? "somebody" : Listed.of(approval.approvers(), NAMES);
    return gate.counts()
        ? "At the gate " + gate.id() + " it needs the yes of " + who + ": " + gate.why() + "."
        : "The gate " + gate.id() + " does not hold it back: " + gate.why() + ".";
  }
}
