package dev.ambit.report.lanes;

import dev.ambit.model.Certainty;
import dev.ambit.model.ExposurePath;
import dev.ambit.model.Finding;
import dev.ambit.model.GateUse;
import dev.ambit.model.Heads;
import dev.ambit.model.Hop;
import dev.ambit.report.Counted;
import dev.ambit.report.Cut;
import dev.ambit.report.Wording;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * One path of a finding: a place for each name, a step for each hop. A name that a way comes back
 * to has a second place, so that every line runs from left to right; an agent that is called stands
 * in a column of its own.
 */
final class PathWay {
  private final Way way = new Way();
  private final Finding finding;
  private final Map<String, Integer> numbers = new HashMap<>();

  private PathWay(ExposurePath path, Finding finding) {
    this.finding = finding;
    int number = 1;
    for (Hop hop : path.hops()) {
      add(hop, number++);
    }
    joinRails(path);
  }

  static Way of(ExposurePath path, Finding finding) {
    PathWay made = new PathWay(path, finding);
    for (int place = 0; place < made.way.places.size(); place++) {
      Way.Place bare = made.way.places.get(place);
      made.way.places.set(
          place, new Way.Place(bare.name(), bare.role(), bare.head(), made.below(bare, place), -1));
    }
    return made.way;
  }

  private void add(Hop hop, int number) {
    Integer known = numbers.get(hop.from());
    int from = known == null ? start(hop) : known;
    Role role = Role.of(hop.kind(), way.places.get(from).role());
    if (hop.kind() == Hop.Kind.INVOKED_BY) {
      // People ask before anything else happens: they stand on the left, and the line turns round.
      int asker = place(hop.to(), role, Role.head(hop.kind(), role));
      way.steps.add(step(asker, from, "asks", hop, number));
      return;
    }
    Integer there = numbers.get(hop.to());
    int to =
        there == null || way.leads(there, from)
            ? place(hop.to(), role, Role.head(hop.kind(), role))
            : there;
    numbers.put(hop.to(), to);
    way.steps.add(step(from, to, Wording.arrow(hop.kind()), hop, number));
  }

  private Way.Step step(int from, int to, String verb, Hop hop, int number) {
    return new Way.Step(
        from,
        to,
        verb,
        number,
        hop.certainty().compareTo(Certainty.DECLARED) >= 0,
        Cut.removes(finding, hop),
        true,
        gates(hop));
  }

  /** A gate stands on the step whose reason names it. */
  private ImmutableList<GateUse> gates(Hop hop) {
    return finding
        .gates()
        .select(
            gate ->
                Pattern.compile("(?<![\\w-])" + Pattern.quote(gate.id()) + "(?![\\w-])")
                    .matcher(hop.because())
                    .find());
  }

  private int start(Hop hop) {
    Role role = Role.ofStart(hop.kind());
    String head = hop.kind() == Hop.Kind.FEEDS ? "Who feeds it" : Role.head(role);
    int from = place(hop.from(), role, head);
    numbers.put(hop.from(), from);
    return from;
  }

  private int place(String name, Role role, String head) {
    return way.place(new Way.Place(name, role, head, "", -1));
  }

  /** What is read and goes nowhere else goes where the agent posts: that is the exposure. */
  private void joinRails(ExposurePath path) {
    Hop read = path.hops().detect(hop -> hop.kind() == Hop.Kind.READS);
    Hop out =
        path.hops()
            .detect(hop -> hop.kind() == Hop.Kind.PUBLISHES || hop.kind() == Hop.Kind.REPLIES);
    if (read == null || out == null) {
      return;
    }
    Integer data = numbers.get(read.to());
    Integer sink = numbers.get(out.to());
    if (data != null && sink != null && way.isEnd(data) && !way.leads(sink, data)) {
      way.steps.add(
          new Way.Step(data, sink, "carried", 0, false, false, true, Lists.immutable.empty()));
    }
  }

  /** Who is not cleared, under the people at the end; how many read it, under a channel. */
  private String below(Way.Place place, int number) {
    if (place.role() == Role.PEOPLE && way.isEnd(number) && somebodyIsUncleared()) {
      Heads uncleared = finding.audience().uncleared();
      return uncleared.isNumber() ? few(uncleared) + " not cleared" : "cleared or not";
    }
    Heads total = finding.audience().total();
    if (place.role() == Role.CHANNEL && !total.equals(Heads.NOBODY)) {
      boolean fits = total.isNumber() && !total.atLeast();
      return "read by " + (fits ? total.toString() : few(total));
    }
    return "";
  }

  /** In as few letters as a box has room for. */
  private static String few(Heads heads) {
    return heads.isNumber()
        ? (heads.atLeast() ? "at least " : "") + Counted.number(heads.count())
        : heads.word().equals("everyone") ? "everyone" : "anyone";
  }

  private boolean somebodyIsUncleared() {
    return !finding.audience().uncleared().equals(Heads.NOBODY);
  }
}
