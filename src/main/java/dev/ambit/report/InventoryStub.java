package dev.ambit.report;

import dev.ambit.model.Facts;
import dev.ambit.model.Gap;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Set;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;

/**
 * An inventory that asks for what is missing. As printed it is valid and says nothing: each record
 * is a comment. A person takes away the marks of those that can be answered and writes the answer
 * in the place of {@value #BLANK}, which is a mistake in every key where it stands, so that a blank
 * can never pass for an answer.
 */
public final class InventoryStub {
  /** One scalar also where a list is asked for: as an element it would be somebody's id. */
  static final String BLANK = "???";

  /** In the order of an inventory. */
  private static final ImmutableList<String> SECTIONS =
      Lists.immutable.of(
          "principals", "assets", "channels", "credentials", "gates", "tools", "agents");

  /**
   * The first thing to say of a node that nothing declares: never a key that takes one id, for
   * which {@value #BLANK} would do.
   */
  private static final ImmutableMap<String, String> FIRST_KEY =
      Maps.immutable
          .of("principals", "kind", "assets", "level", "channels", "readers", "gates", "strength")
          .newWithKeyValue("credentials", "expires")
          .newWithKeyValue("tools", "effects")
          .newWithKeyValue("agents", "invokers");

  /** What every record of a section must say beside its id. */
  private static final ImmutableMap<String, String> REQUIRED =
      Maps.immutable.of("principals", "kind", "gates", "strength", "tools", "effects");

  private final StringBuilder text = new StringBuilder();
  private final ImmutableList<Gap> gaps;
  private final Facts facts;

  private InventoryStub(ImmutableList<Gap> gaps, Facts facts) {
    this.gaps = gaps;
    this.facts = facts;
  }

  /** The stub for these gaps of these facts; sections in the order of an inventory. */
  public static String of(ImmutableList<Gap> gaps, Facts facts, LocalDate at) {
    InventoryStub stub = new InventoryStub(gaps, facts);
    stub.head(at);
    SECTIONS.forEach(stub::section);
    return stub.text.toString();
  }

  /**
   * The same for somebody who has no inventory yet: with what the sections are for, as comments.
   */
  public static String toBegin(ImmutableList<Gap> gaps, Facts facts, LocalDate at) {
    return of(gaps, facts, at)
        + """

        # What an inventory can say. None of this is read while it stands behind '# '.
        # principals:   # who there is: people, groups, services; what they are cleared for
        #   - {id: all-staff, kind: group, clearance: internal, size: 400}
        # assets:       # what holds data or power, and how sensitive it is
        #   - {id: customer-table, level: restricted, owner: all-staff}
        # channels:     # what people read, and who reads it
        #   - {id: team-chat, readers: [all-staff], writers: [all-staff]}
        # grants:       # who may do what
        #   - {who: all-staff, can: [read], on: customer-table}
        # gates:        # what must say yes first, and what enforces it
        #   - {id: review, strength: host, approvers: [all-staff], independent: true}
        # tools:        # what an agent's tools do, and on what
        #   - {id: post, effects: [publish], on: [team-chat], gate: review}
        # agents:
        #   - {id: helper, owner: all-staff, tools: [post], invokers: [all-staff], stage: pilot}
        """;
  }

  private void head(LocalDate at) {
    line("# " + Counted.of(gaps.size(), "fact") + " that nobody has said, asked on " + at + ".");
    if (gaps.notEmpty()) {
      line(
          "# Take '# ' from the start of the lines that you can answer, a section line first, and");
      line(
          "# write the answer in the place of "
              + BLANK
              + ". Then scan this file beside the others.");
    }
    line("ambit: 1");
    ImmutableList<String> closed = facts.settings().closed();
    if (gaps.notEmpty() && closed.notEmpty()) {
      line(
          "closed: ["
              + closed.makeString(", ")
              + "] # as they are: a file may not open them again");
    }
  }

  private void section(String section) {
    ImmutableList<Gap> here = gaps.select(gap -> gap.addTo().startsWith(section + "[]."));
    if (here.isEmpty()) {
      return;
    }
    line("");
    line("# " + section + ":");
    here.collect(Gap::about).distinct().forEach(node -> record(section, node, here));
  }

  private void record(String section, String node, ImmutableList<Gap> here) {
    ImmutableList<Gap> own =
        here.select(gap -> gap.about().equals(node))
            .toSortedList(Comparator.comparing(Gap::matters).reversed().thenComparing(Gap::missing))
            .distinctBy(gap -> key(gap, section))
            .toImmutable();
    line("#   - id: " + scalar(node));
    String required = REQUIRED.getIfAbsentValue(section, "");
    boolean isAsked = own.anySatisfy(gap -> key(gap, section).equals(required));
    if (!required.isEmpty() && !isAsked) {
      line("#     " + required + ": " + BLANK + " # as at " + place(own.getFirst()));
    }
    own.forEach(gap -> ask(gap, section));
  }

  private void ask(Gap gap, String section) {
    String key = key(gap, section);
    String weight = Wording.matters(gap) + "; " + place(gap);
    if (key.contains("[]")) {
      // A list of another file cannot be added to, so the answer belongs where the list is.
      line("#     # add to its record: " + key + ": " + hint(key) + " (" + weight + ")");
    } else {
      line("#     " + key + ": " + BLANK + " # " + hint(key) + " (" + weight + ")");
    }
  }

  private static String key(Gap gap, String section) {
    String key = gap.addTo().substring(section.length() + 3);
    return key.equals("id") ? FIRST_KEY.getIfAbsentValue(section, "") : key;
  }

  private static String place(Gap gap) {
    return Visible.of(gap.origin().toString());
  }

  /** What can stand there. */
  private String hint(String key) {
    return switch (key) {
      case "readers", "writers", "invokers" -> "a list of principals, [] for nobody";
      case "level" -> "one of " + facts.settings().levels().names().makeString(", ");
      case "labelled", "labelEnforced" -> "true or false";
      case "audit" -> "{log: ASSET, attributable: true, retentionDays: 365}, or false";
      case "stop" -> "remote, local or none";
      case "budget" -> "a list like [{can: [read], on: ASSET}]";
      case "pilotedOn" -> "a list of assets";
      case "authentication" -> "required or none";
      case "calls[].token" -> "passed, exchanged or own";
      case "knowledge[].filtered" -> "by-reader or none";
      case "effects" ->
          "a list of read, write, delete, share, administer, execute, publish, egress";
      case "destinations" -> "{closed: true, hosts: [{host: NAME, ownerVerified: true}]}";
      case "strength" -> "none, prompt, advisory, host or resource";
      case "size", "approvalsPerDay" -> "a number";
      case "kind" -> "person, group, service, role, external or job";
      case "expires" -> "a date like 2026-03-31, or never";
      default -> "see the inventory page";
    };
  }

  /** Plain where YAML cannot take it for anything but a text, else in quotes. */
  private static String scalar(String id) {
    String visible = Visible.of(id);
    boolean isPlain = visible.matches("[A-Za-z][A-Za-z0-9_./@-]*(:[A-Za-z0-9_./@-]+)*");
    return isPlain && !Set.of("true", "false", "null").contains(visible)
        ? visible
        : "\"" + visible.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
