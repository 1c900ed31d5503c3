package dev.ambit.report.lanes;

import dev.ambit.model.AgentAccess;
import dev.ambit.model.AgentAccess.Deed;
import dev.ambit.model.AgentAccess.Outlet;
import dev.ambit.model.Finding;
import dev.ambit.model.Hop;
import dev.ambit.model.Verb;
import dev.ambit.report.Counted;
import dev.ambit.report.Wording;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Everything one agent reaches, in six lanes: on one rail what it reads and changes, on the other
 * where it posts and who reads that. A dotted line joins the two where a finding says that data can
 * be carried over.
 */
final class AgentWay {
  private static final int AGENT = 0;
  private static final int IDENTITY = 1;
  private static final int GRANT = 2;
  private static final int DATA = 3;
  private static final int CHANNEL = 4;
  private static final int PEOPLE = 5;

  /** What stands over the lanes. */
  static final ImmutableList<String> HEADS =
      Lists.immutable.of("Agent", "Acts as", "By", "What it reaches", "Posts to", "Who reads it");

  /** So many boxes are drawn in a lane; one more says how many are not. */
  static final int BOXES = 6;

  private final Way way = new Way();
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final TreeSet<String> drawn = new TreeSet<>();
  private final AgentAccess access;
  private final ImmutableList<Finding> findings;
  private final ImmutableList<String> worst;

  private AgentWay(AgentAccess access, ImmutableList<Finding> findings) {
    this.access = access;
    this.findings = findings;
    this.worst =
        findings
            .take(1)
            .flatCollect(Finding::paths)
            .take(1)
            .flatCollect(path -> path.hops())
            .flatCollect(hop -> Lists.immutable.of(hop.from(), hop.to()));
  }

  static Way of(AgentAccess access, ImmutableList<Finding> findings) {
    AgentWay made = new AgentWay(access, findings);
    int agent = made.place(AGENT, access.agent(), Role.AGENT, "");
    made.deeds(agent);
    made.outlets(agent);
    made.join();
    return made.way;
  }

  private int place(int lane, String name, Role role, String below) {
    return numbers.computeIfAbsent(
        lane + " " + name,
        key -> way.place(new Way.Place(name, role, HEADS.get(lane), below, lane)));
  }

  private void line(int from, int to, boolean thick) {
    if (drawn.add(from + " " + to)) {
      way.steps.add(Way.Step.plain(from, to, thick));
    }
  }

  private boolean isOnWorst(String name) {
    return worst.contains(name);
  }

  private void deeds(int agent) {
    ImmutableList<Deed> telling = access.deeds().reject(deed -> deed.verb() == Verb.DISCOVER);
    ImmutableList<String> things = telling.collect(Deed::on).distinct();
    ImmutableList<String> shown = things.take(BOXES);
    for (String thing : shown) {
      ImmutableList<Deed> deeds = telling.select(deed -> deed.on().equals(thing));
      int data = place(DATA, thing, Role.DATA, below(deeds));
      for (Deed deed : deeds) {
        boolean thick = isOnWorst(thing);
        int grant = grant(deed);
        line(grant, data, thick);
        line(deed.as().isEmpty() ? agent : identity(agent, deed, thick), grant, thick);
      }
    }
    int unseen = things.size() - shown.size() + access.deedsTotal() - access.deeds().size();
    if (unseen > 0) {
      line(agent, place(DATA, "and " + Counted.number(unseen) + " more", Role.REST, ""), false);
    }
  }

  private int identity(int agent, Deed deed, boolean thick) {
    int identity = place(IDENTITY, deed.as(), Role.IDENTITY, "");
    line(agent, identity, thick);
    return identity;
  }

  private int grant(Deed deed) {
    long grants = way.places.count(place -> place.lane() == GRANT);
    boolean fits = numbers.containsKey(GRANT + " " + deed.via()) || grants < BOXES;
    return fits
        ? place(GRANT, deed.via(), Role.GRANT, deed.isGated() ? "after a check" : "")
        : place(GRANT, "and other grants", Role.REST, "");
  }

  /** "restricted · read, delete"; a pattern says how much it covers. */
  private static String below(ImmutableList<Deed> deeds) {
    Deed first = deeds.getFirst();
    String covers = first.things() > 1 ? Counted.number(first.things()) + " things" : "";
    return Lists.immutable
        .of(
            first.level(),
            covers,
            deeds.collect(deed -> deed.verb().word()).distinct().take(3).makeString(", "))
        .reject(String::isEmpty)
        .makeString(" · ");
  }

  private void outlets(int agent) {
    for (Outlet outlet : access.outlets().take(BOXES)) {
      String check =
          outlet.isGated()
              ? "after a check"
              : outlet.gates().isEmpty() ? "" : "no check that holds";
      int channel = place(CHANNEL, outlet.channel(), Role.CHANNEL, check);
      boolean thick = isOnWorst(outlet.channel());
      line(agent, channel, thick);
      line(channel, readers(outlet), thick);
    }
    int unseen = access.outlets().size() - BOXES;
    if (unseen > 0) {
      line(agent, place(CHANNEL, "and " + Counted.number(unseen) + " more", Role.REST, ""), false);
    }
    if (access.answersAskers() && access.askers().notEmpty()) {
      int answer = place(CHANNEL, "its answers", Role.CHANNEL, "to the one who asks");
      line(agent, answer, false);
      line(answer, place(PEOPLE, access.asking().toString(), Role.PEOPLE, "who may ask"), false);
    }
  }

  private int readers(Outlet outlet) {
    String who =
        outlet.readers().size() == 1
            ? outlet.readers().getFirst()
            : Counted.of(outlet.readers().size(), "group or person", "groups and people");
    return place(PEOPLE, outlet.audience().toString(), Role.PEOPLE, Names.line(who));
  }

  /** Where a path reads and posts, the data can be carried over. */
  private void join() {
    for (Finding finding : findings) {
      for (Hop out :
          finding
              .paths()
              .flatCollect(path -> path.hops())
              .select(hop -> hop.kind() == Hop.Kind.PUBLISHES)) {
        Integer data = numbers.get(DATA + " " + finding.object());
        Integer channel = numbers.get(CHANNEL + " " + out.to());
        boolean isItself = finding.object().equals(out.to());
        if (data != null && channel != null && !isItself && drawn.add(data + " " + channel)) {
          way.steps.add(
              new Way.Step(
                  data,
                  channel,
                  "",
                  0,
                  false,
                  false,
                  isOnWorst(finding.object()),
                  Lists.immutable.empty()));
        }
      }
    }
  }

  /** Every lane in words, for those who do not see the picture. */
  static String description(AgentAccess access) {
    String deeds =
        access
            .deeds()
            .take(BOXES)
            .collect(
                deed ->
                    access.agent()
                        + " can "
                        + Wording.deed(deed.verb())
                        + " "
                        + deed.on()
                        + (deed.as().isEmpty() ? "" : " as " + deed.as())
                        + " by "
                        + deed.via()
                        + ".")
            .makeString(" ");
    String outlets =
        access
            .outlets()
            .take(BOXES)
            .collect(
                outlet ->
                    access.agent()
                        + " can post to "
                        + outlet.channel()
                        + ", read by "
                        + outlet.audience()
                        + ".")
            .makeString(" ");
    return (deeds + " " + outlets).strip();
  }
}
