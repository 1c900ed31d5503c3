package dev.ambit.connect.result;

import static dev.ambit.connect.result.Fields.list;
import static dev.ambit.connect.result.Fields.number;
import static dev.ambit.connect.result.Fields.severity;
import static dev.ambit.connect.result.Fields.text;
import static dev.ambit.connect.result.Fields.word;
import static dev.ambit.connect.result.Fields.words;

import dev.ambit.connect.Cursor;
import dev.ambit.model.Audience;
import dev.ambit.model.Certainty;
import dev.ambit.model.Change;
import dev.ambit.model.ExposurePath;
import dev.ambit.model.Finding;
import dev.ambit.model.FixSet;
import dev.ambit.model.Framework;
import dev.ambit.model.Gate;
import dev.ambit.model.GateUse;
import dev.ambit.model.Hop;
import java.util.Locale;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** A finding as it stands in a stored result. */
final class StoredFinding {
  private StoredFinding() {}

  static Finding read(Cursor finding) {
    finding.expect(Cursor.Kind.OBJECT);
    Finding read =
        new Finding(
            text(finding, "rule"),
            text(finding, "title"),
            text(finding, "subject"),
            text(finding, "object"),
            severity(finding, "severity"),
            severity(finding, "severityBest"),
            word(finding, "certainty", Certainty.values(), Certainty::word),
            word(finding, "status", Finding.Status.values(), StoredFinding::lower),
            text(finding, "message"),
            text(finding, "why"),
            text(finding, "advice"),
            finding.child("audience").map(StoredFinding::audience).orElse(Audience.NOBODY),
            list(finding, "gates", StoredFinding::gate),
            list(finding, "paths", StoredFinding::path),
            number(finding, "pathsTotal"),
            list(finding, "fix", StoredFinding::fix),
            list(finding, "frameworks", StoredFinding::framework),
            list(finding, "evidence", Fields::place));
    checkIdentity(finding, read);
    return read;
  }

  /** An id that does not follow from its parts would match a waiver it must not match. */
  private static void checkIdentity(Cursor stored, Finding read) {
    String id = text(stored, "id");
    if (!id.equals(read.id())) {
      throw stored
          .required("id")
          .wrong(
              "the id of this rule, subject and object is " + read.id(),
              "Take the file as ambit wrote it; this one was changed");
    }
  }

  private static String lower(Enum<?> each) {
    return each.name().toLowerCase(Locale.ROOT);
  }

  private static Audience audience(Cursor audience) {
    boolean atLeast = Fields.atLeast(audience);
    String of = Fields.textOrEmpty(audience, "atLeastOf");
    return new Audience(
        Fields.heads(audience, "uncleared", atLeast && !of.equals("total")),
        Fields.heads(audience, "total", atLeast && !of.equals("uncleared")),
        words(audience, "groups"),
        words(audience, "sample"));
  }

  static ImmutableList<GateUse> gates(Cursor object) {
    return list(object, "gates", StoredFinding::gate);
  }

  static GateUse gate(Cursor gate) {
    int tier = number(gate, "tier");
    if (tier > 4) {
      throw gate.required("tier").wrong("a tier is 0 to 4, found " + tier, "Write one of these");
    }
    return new GateUse(
        text(gate, "id"),
        word(gate, "strength", Gate.Strength.values(), Gate.Strength::word),
        tier,
        text(gate, "why"),
        Fields.origin(gate));
  }

  private static ExposurePath path(Cursor path) {
    ImmutableList<Hop> hops = list(path, "hops", StoredFinding::hop);
    if (hops.isEmpty()) {
      throw path.wrong("this path has no hop", "Take the file as ambit wrote it");
    }
    return new ExposurePath(hops, severity(path, "severity"));
  }

  private static Hop hop(Cursor hop) {
    if (text(hop, "because").isBlank()) {
      throw hop.required("because").wrong("this hop has no reason", "Say why it holds");
    }
    return new Hop(
        text(hop, "from"),
        word(hop, "kind", Hop.Kind.values(), Hop.Kind::word),
        text(hop, "to"),
        text(hop, "because"),
        Fields.origin(hop),
        word(hop, "certainty", Certainty.values(), Certainty::word));
  }

  private static FixSet fix(Cursor fix) {
    return new FixSet(
        list(fix, "changes", StoredFinding::change),
        text(fix, "say"),
        number(fix, "cost"),
        number(fix, "closes"),
        fix.has("lost") ? words(fix, "lost") : Lists.immutable.empty());
  }

  private static Change change(Cursor change) {
    return new Change(
        word(change, "op", Change.Op.values(), StoredFinding::lower),
        text(change, "file"),
        text(change, "pointer"),
        change.child("value").map(JsonText::of).orElse(""));
  }

  static Framework framework(Cursor framework) {
    return new Framework(text(framework, "id"), text(framework, "list"), text(framework, "title"));
  }
}
