package dev.ambit;

import dev.ambit.model.AgentAccess;
import dev.ambit.model.AgentSummary;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.AssetAccess;
import dev.ambit.model.ExposurePath;
import dev.ambit.model.Finding;
import dev.ambit.model.FixSet;
import dev.ambit.model.Gap;
import dev.ambit.model.GateUse;
import dev.ambit.model.Hop;
import dev.ambit.model.Note;
import dev.ambit.model.Principal;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Finds the single people whose names stand in a result, so that a report can leave them out.
 * Sentences are searched too, word by word: a person is named in the reason of a hop as well as at
 * its end.
 */
final class PeopleNamed {
  /** A name has at most so many words. */
  private static final int WORDS = 4;

  private final Set<String> names = new HashSet<>();

  /** What a name begins with: only there a sentence is looked at closely. */
  private final Set<String> firstWords = new HashSet<>();

  private final Set<String> others = new HashSet<>();
  private final Set<String> found = new TreeSet<>();

  private PeopleNamed(ImmutableList<Principal> principals) {
    for (Principal principal : principals) {
      if (principal.kind() == Principal.Kind.PERSON) {
        person(principal.id());
        principal.name().value().ifPresent(this::person);
        principal.aliases().forEach(this::person);
      } else {
        others.add(principal.id());
        principal.aliases().forEach(others::add);
      }
    }
  }

  private void person(String name) {
    names.add(name);
    int end = name.indexOf(' ');
    firstWords.add(withoutMarks(end < 0 ? name : name.substring(0, end)));
  }

  static AnalysisResult in(AnalysisResult result, ImmutableList<Principal> principals) {
    PeopleNamed people = new PeopleNamed(principals);
    people.lookIn(result);
    return result.withStatement(
        result.statement().withPeople(Lists.immutable.withAll(people.found)));
  }

  private void lookIn(AnalysisResult result) {
    result.findings().forEach(this::lookIn);
    result.waived().forEach(waived -> lookIn(waived.finding()));
    result.agents().collect(AgentSummary::owner).forEach(this::owner);
    result.statement().assets().collect(AssetAccess::owner).forEach(this::owner);
    result.notes().collect(Note::text).forEach(this::sentence);
    result.gaps().collect(Gap::about).forEach(this::name);
    for (AgentAccess agent : result.statement().agents()) {
      sentence(agent.purpose());
      agent.actsAs().forEach(this::name);
      agent.askers().forEach(this::name);
      agent.feeders().forEach(feeder -> name(feeder.who()));
      agent.outlets().flatCollect(AgentAccess.Outlet::readers).forEach(this::name);
      agent.deeds().forEach(deed -> name(deed.as()));
      agent.approvals().flatCollect(AgentAccess.Approval::approvers).forEach(this::name);
      agent.approvals().forEach(approval -> sentence(approval.gate().why()));
    }
  }

  private void lookIn(Finding finding) {
    name(finding.subject());
    name(finding.object());
    sentence(finding.message());
    finding.audience().groups().forEach(this::name);
    finding.audience().sample().forEach(this::name);
    finding.gates().collect(GateUse::why).forEach(this::sentence);
    finding.fix().collect(FixSet::say).forEach(this::sentence);
    finding.fix().flatCollect(FixSet::lost).forEach(this::sentence);
    for (Hop hop : finding.paths().flatCollect(ExposurePath::hops)) {
      name(hop.from());
      name(hop.to());
      sentence(hop.because());
    }
  }

  /** Who is declared nowhere may be a person. */
  private void owner(String name) {
    if (!name.isBlank() && !others.contains(name)) {
      found.add(name);
    }
  }

  private void name(String name) {
    if (names.contains(name)) {
      found.add(name);
    }
  }

  private void sentence(String text) {
    String[] words = text.split(" ", -1);
    for (int from = 0; from < words.length; from++) {
      if (!firstWords.contains(withoutMarks(words[from]))) {
        continue;
      }
      StringBuilder name = new StringBuilder();
      for (int to = from; to < Math.min(words.length, from + WORDS); to++) {
        name.append(to > from ? " " : "").append(words[to]);
        name(name.toString());
        name(withoutMarks(name));
      }
    }
  }

  /** Without what a sentence puts around a name. */
  private static String withoutMarks(CharSequence name) {
    int from = 0;
    int to = name.length();
    while (from < to && "(\"'".indexOf(name.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && ".,;:)\"'".indexOf(name.charAt(to - 1)) >= 0) {
      to--;
    }
    return to - from == name.length() ? name.toString() : name.subSequence(from, to).toString();
  }
}
