package dev.ambit.report;

import dev.ambit.model.AnalysisResult;
import dev.ambit.model.AnalysisResult.FindingCounts;
import dev.ambit.model.Certainty;
import dev.ambit.model.Change;
import dev.ambit.model.Counts;
import dev.ambit.model.Finding;
import dev.ambit.model.FixSet;
import dev.ambit.model.Gap;
import dev.ambit.model.GateUse;
import dev.ambit.model.Hop;
import dev.ambit.model.Note;
import dev.ambit.model.Severity;
import dev.ambit.model.Verb;
import dev.ambit.model.Waived;
import dev.ambit.model.Waiver;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.list.mutable.FastList;

/**
 * The sentences that several outputs print, each written once. Names in them are as the input has
 * them: who prints a sentence makes it harmless for the place where it goes.
 */
public final class Wording {
  private Wording() {}

  /** "1 agent, 4 principals, 2 assets, 1 channel and 1 grant, from 3 files". */
  public static String read(AnalysisResult result) {
    Counts counts = result.counts();
    return Counted.of(counts.agents(), "agent")
        + ", "
        + Counted.of(counts.principals(), "principal")
        + ", "
        + Counted.of(counts.assets(), "asset")
        + ", "
        + Counted.of(counts.channels(), "channel")
        + " and "
        + Counted.of(counts.grants(), "grant")
        + ", from "
        + Counted.of(result.inputs().size(), "file");
  }

  /** "1 critical, 2 high", without the severities that nothing has; "no findings" if none. */
  public static String counts(FindingCounts counts) {
    FastList<String> parts = FastList.newList();
    for (Severity severity : SEVERITIES) {
      int count = count(counts, severity);
      if (count > 0) {
        parts.add(Counted.number(count) + " " + severity.word());
      }
    }
    return parts.isEmpty() ? "no findings" : parts.makeString(", ");
  }

  /** The one rule that an unknown audit trail decides; and nothing else decides it. */
  private static final String AUDIT = "oversight/audit-trail-missing";

  /** The severities a finding can have, worst first. */
  public static final ImmutableList<Severity> SEVERITIES =
      FastList.newListWith(Severity.values())
          .reject(severity -> severity == Severity.NONE)
          .reverseThis()
          .toImmutable();

  public static int count(FindingCounts counts, Severity severity) {
    return switch (severity) {
      case CRITICAL -> counts.critical();
      case HIGH -> counts.high();
      case MEDIUM -> counts.medium();
      case LOW -> counts.low();
      case INFO -> counts.info();
      case NONE -> 0;
    };
  }

  /** "critical at worst and medium at best, because it is not known who reads eng-forum". */
  public static String range(Finding finding, ImmutableList<Gap> gaps) {
    Set<String> nodes = new HashSet<>();
    nodes.add(finding.subject());
    nodes.add(finding.object());
    for (Hop hop : finding.paths().flatCollect(path -> path.hops())) {
      nodes.add(hop.from());
      nodes.add(hop.to());
    }
    finding.gates().forEach(gate -> nodes.add(gate.id()));
    boolean ofLogs = finding.rule().equals(AUDIT);
    ImmutableList<Gap> deciding =
        gaps.select(gap -> nodes.contains(gap.about()) && gap.missing().equals("audit") == ofLogs);
    String best =
        finding.severityBest() == Severity.NONE ? "nothing" : finding.severityBest().word();
    return finding.severity().word()
        + " at worst and "
        + best
        + " at best, because it is not known "
        + (deciding.isEmpty()
            ? "how something stands that decides it"
            : deciding.take(3).collect(Gap::unknown).makeString(", and "));
  }

  /** "it is not known who reads eng-forum". */
  public static String gap(Gap gap) {
    return "it is not known " + gap.unknown();
  }

  /** "up to high hangs on it", "no finding hangs on it". */
  public static String matters(Gap gap) {
    return gap.matters() == Severity.INFO
        ? "no finding hangs on it"
        : "up to " + gap.matters().word() + " hangs on it";
  }

  /** "ask-first (prompt) does not count: words to the model do not stop a call". */
  public static String gate(GateUse gate) {
    return gate.id() + " (" + gate.strength().word() + ") " + counts(gate) + ": " + gate.why();
  }

  public static String counts(GateUse gate) {
    return gate.counts() ? "counts" : "does not count";
  }

  /** Between two names, as a clause: "infra-oncall can share user-data-store". */
  public static String step(Hop.Kind kind) {
    return switch (kind) {
      case READ_BY -> "is read by";
      case INVOKED_BY -> "is asked by";
      case ADMITS -> "could be opened to";
      case IN -> "is in";
      case CAN_ADMINISTER -> "can administer";
      case ACTS_AS,
          MEMBER_OF,
          ASSUMES,
          HOLDS,
          USES,
          CALLS,
          READS,
          WRITES,
          DELETES,
          EXECUTES,
          PUBLISHES,
          REPLIES,
          FEEDS,
          CAN_SHARE,
          BECOMES ->
          arrow(kind);
    };
  }

  /** A hop as a sentence without its end: what it is, and why it holds. */
  public static String hop(Hop hop) {
    return name(hop.from()) + " " + step(hop.kind()) + " " + name(hop.to()) + ": " + hop.because();
  }

  /** A node as a sentence names it: those that every inventory has are no names. */
  public static String name(String id) {
    return switch (id) {
      case "internet" -> "anyone on the internet";
      case "authenticated" -> "anyone who can sign in";
      default -> id;
    };
  }

  /**
   * Whether the one step of a finding says no more than its message: then the place alone is worth
   * showing, and not an arrow from a thing to what it lacks.
   */
  public static boolean isAbout(Finding finding) {
    return finding.paths().notEmpty()
        && finding
            .paths()
            .allSatisfy(
                path ->
                    path.hops().size() == 1
                        && finding.message().startsWith(path.hops().getFirst().because()));
  }

  /** On an arrow between two names, in few letters. */
  public static String arrow(Hop.Kind kind) {
    return switch (kind) {
      case ACTS_AS -> "acts as";
      case MEMBER_OF -> "belongs to";
      case ASSUMES -> "assumes";
      case HOLDS -> "holds";
      case USES -> "uses";
      case CALLS -> "calls";
      case IN -> "in";
      case READS -> "reads";
      case WRITES -> "writes";
      case DELETES -> "deletes";
      case EXECUTES -> "executes";
      case PUBLISHES -> "posts to";
      case REPLIES -> "replies to";
      case READ_BY -> "read by";
      case INVOKED_BY -> "asked by";
      case FEEDS -> "feeds";
      case CAN_SHARE -> "can share";
      case CAN_ADMINISTER -> "administers";
      case ADMITS -> "opens to";
      case BECOMES -> "becomes";
    };
  }

  /** After "can": "read", "change who may use". */
  public static String deed(Verb verb) {
    return switch (verb) {
      case DISCOVER -> "look up";
      case READ -> "read";
      case WRITE -> "write";
      case DELETE -> "delete";
      case SHARE -> "change who may use";
      case ADMINISTER -> "change the settings of";
      case ASSUME -> "act as";
      case EXECUTE -> "run";
      case DECRYPT -> "decrypt with";
      case PUBLISH -> "post to";
      case INVOKE -> "call";
      case EGRESS -> "send out through";
    };
  }

  /** " (assumed)" where a step was not found as such in the input; else empty. */
  public static String doubt(Certainty certainty) {
    return certainty.compareTo(Certainty.DECLARED) < 0 ? " (" + certainty.word() + ")" : "";
  }

  /** The first set of changes, else what the rule advises. */
  public static String fix(Finding finding) {
    return finding.fix().isEmpty() ? finding.fixAdvice() : finding.fix().getFirst().say();
  }

  /** "closes 2 findings". */
  public static String closes(FixSet fix) {
    return "closes " + Counted.of(fix.closes(), "finding");
  }

  /** "remove /tools/1/on/0 in agents.yaml". */
  public static String change(Change change) {
    return switch (change.op()) {
      case REMOVE -> "remove " + change.pointer() + " in " + change.file();
      case ADD -> "add " + change.pointer() + " in " + change.file() + ": " + change.value();
      case REPLACE ->
          "replace " + change.pointer() + " in " + change.file() + " by " + change.value();
    };
  }

  /** "2 more paths lead to the same" ; empty if the first is the only one. */
  public static String morePaths(Finding finding) {
    int more = finding.pathsTotal() - 1;
    return more < 1
        ? ""
        : Counted.of(more, "more path") + Counted.verb(more, " shows", " show") + " the same";
  }

  /** "12 more findings are left out of this list; the counts and the verdict include them". */
  public static String truncated(int count) {
    return Counted.of(count, "more finding")
        + Counted.verb(count, " is", " are")
        + " left out of this list; the counts and the verdict include "
        + Counted.verb(count, "it", "them");
  }

  /**
   * "waived until 2026-12-31 by J. Ortiz, approved by M. Chen: the channel is closed (SEC-412)".
   */
  public static String waived(Waived waived) {
    Waiver waiver = waived.waiver();
    return "waived until "
        + waiver.until()
        + " by "
        + waiver.owner()
        + (waiver.approver().isEmpty() ? "" : ", approved by " + waiver.approver())
        + ": "
        + waiver.reason()
        + (waiver.ticket().isEmpty() ? "" : " (" + waiver.ticket() + ")");
  }

  /** What a note of that kind is, before its text. */
  public static String kind(Note.Kind kind) {
    return switch (kind) {
      case ERROR -> "not read";
      case NOT_JUDGED -> "not judged";
      case UNCLAIMED -> "not claimed";
      case NOTE -> "note";
    };
  }
}
