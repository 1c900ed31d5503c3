package dev.ambit.repair;

import dev.ambit.model.Day;
import dev.ambit.model.Facts;
import dev.ambit.model.Gate;
import dev.ambit.model.Grant;
import dev.ambit.model.GrantBuilder;
import dev.ambit.model.Policy;
import dev.ambit.model.Principal;
import dev.ambit.model.Ref;
import dev.ambit.model.Said;
import dev.ambit.model.Settings;
import dev.ambit.model.Verb;
import dev.ambit.model.Verbs;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** What can be changed at a right on the way: gone, smaller, or behind a gate. */
final class GrantEdits {
  private static final Set<Principal.Kind> PROGRAMS =
      EnumSet.of(Principal.Kind.SERVICE, Principal.Kind.ROLE, Principal.Kind.JOB);

  private final Facts facts;
  private final Places places;
  private final Drafts drafts;

  GrantEdits(Facts facts, Places places, Drafts drafts) {
    this.facts = facts;
    this.places = places;
    this.drafts = drafts;
  }

  void draft() {
    facts.grants().reject(Grant::deny).select(this::isOnTheWay).forEach(this::draft);
    facts
        .policies()
        .flatCollect(Policy::statements)
        .select(statement -> places.isAt(statement.origin()))
        .distinctBy(Policy.Statement::origin)
        .forEach(this::withoutStatement);
  }

  private boolean isOnTheWay(Grant grant) {
    return places.isIn(grant.origin());
  }

  private void draft(Grant grant) {
    String right = grant.who().id() + " to " + words(grant.can()) + " " + grant.on().id();
    drafts.remove(
        grant.origin(),
        isUnused(grant) ? Move.UNUSED_RIGHT : isOfProgram(grant) ? Move.RIGHT : Move.PEOPLE,
        "Withdraw the right of " + right + ".",
        facts.with(all -> all.grants(facts.grants().newWithout(grant))));
    Verbs fewer = fewer(grant);
    if (!fewer.isEmpty() && !fewer.equals(grant.can())) {
      smaller(grant, fewer);
    }
    FitGates.of(facts)
        .reject(gate -> grant.gate().value().map(Ref::id).equals(Optional.of(gate.id())))
        .forEach(gate -> gated(grant, gate));
  }

  /** Of a wildcard, what the tools that use it declare; else all but what is done on the way. */
  private Verbs fewer(Grant grant) {
    if (!grant.anyVerb()) {
      return grant.can().without(places.verbs());
    }
    return facts
        .tools()
        .select(tool -> tool.uses().value().map(Ref::id).equals(Optional.of(grant.who().id())))
        .collect(tool -> tool.effects().or(Verbs.NONE))
        .injectInto(Verbs.NONE, Verbs::or)
        .and(Verbs.ANY);
  }

  private void smaller(Grant grant, Verbs fewer) {
    String now = fewer.all().collect(Verb::word).toSortedList().makeString("+");
    drafts.replace(
        grant.origin(),
        "can",
        json(fewer),
        isOfProgram(grant) ? Move.SMALLER_RIGHT : Move.PEOPLE,
        "Let " + grant.who().id() + " only " + words(fewer) + " " + grant.on().id() + ".",
        changed(
            grant,
            to -> to.can(fewer).anyVerb(false).id(isNamed(grant) ? grant.id() : id(grant, now))));
  }

  private static boolean isNamed(Grant grant) {
    String verbs =
        grant.anyVerb()
            ? "*"
            : grant.can().all().collect(Verb::word).toSortedList().makeString("+");
    return !grant.id().equals(id(grant, verbs));
  }

  /** The name that the inventory page gives to a grant without an id. */
  private static String id(Grant grant, String verbs) {
    return grant.who().id() + ":" + verbs + ":" + grant.on().id();
  }

  private void gated(Grant grant, Gate gate) {
    drafts.set(
        grant.origin(),
        "gate",
        Drafts.json(gate.id()),
        Move.GATE,
        "Put the gate "
            + gate.id()
            + " before the right of "
            + grant.who().id()
            + " on "
            + grant.on().id()
            + ".",
        changed(grant, to -> to.gate(Said.of(new Ref(gate.id(), grant.origin()), grant.origin()))));
  }

  private void withoutStatement(Policy.Statement statement) {
    ImmutableList<Policy> without = facts.policies().collect(policy -> without(policy, statement));
    drafts.remove(
        statement.origin(),
        isUnused(statement) ? Move.UNUSED_RIGHT : Move.RIGHT,
        "Remove the statement " + statement.id() + lastUse(statement) + ".",
        facts.with(all -> all.policies(without)));
  }

  private static Policy without(Policy policy, Policy.Statement statement) {
    return new Policy(
        policy.id(),
        policy.kind(),
        policy.holder(),
        policy.version(),
        policy.statements().reject(each -> each.origin().equals(statement.origin())),
        policy.origin());
  }

  /** Whether the input says so. */
  private boolean isUnused(Grant grant) {
    return grant.lastUsed() instanceof Said.Value<Day> used && isLongAgo(used.said());
  }

  /** Whether all who have it are said to use none of its services. */
  private boolean isUnused(Policy.Statement statement) {
    ImmutableList<Principal.Used> uses = uses(statement);
    return uses.notEmpty() && uses.allSatisfy(each -> !each.orLater() && isLongAgo(each.last()));
  }

  /**
   * When each of those who have a statement used each of its services; empty where one of that is
   * not told, as it is not of a wildcard, which may be any service.
   */
  private ImmutableList<Principal.Used> uses(Policy.Statement statement) {
    ImmutableList<String> services =
        statement.actions().collect(action -> action.replaceAll(":.*", "")).distinct();
    ImmutableList<ImmutableList<Principal.Used>> uses =
        facts
            .policies()
            .select(
                policy ->
                    policy
                        .statements()
                        .anySatisfy(each -> each.origin().equals(statement.origin())))
            .flatCollect(policy -> services.collect(service -> uses(policy.holder(), service)));
    return uses.allSatisfy(ImmutableList::notEmpty)
        ? uses.flatCollect(each -> each)
        : Lists.immutable.empty();
  }

  private ImmutableList<Principal.Used> uses(String holder, String service) {
    return facts
        .principals()
        .select(each -> each.id().equals(holder))
        .flatCollect(Principal::uses)
        .select(each -> each.service().equalsIgnoreCase(service));
  }

  /** A clause for whoever decides; empty where it is not told. */
  private String lastUse(Policy.Statement statement) {
    ImmutableList<Principal.Used> uses = uses(statement);
    if (uses.isEmpty()) {
      return "";
    }
    Optional<LocalDate> last =
        uses.flatCollect(each -> Lists.immutable.fromStream(each.last().date().stream()))
            .maxOptional();
    return uses.anySatisfy(Principal.Used::orLater)
        ? last.map(date -> ", whose services were seen used on " + date).orElse("")
        : ", whose services were " + last.map(date -> "last used on " + date).orElse("never used");
  }

  /** On the day that the input speaks of, for as long as makes a right dormant. */
  private boolean isLongAgo(Day used) {
    Settings settings = facts.settings();
    return used.date()
        .map(
            day ->
                settings
                    .asOf()
                    .value()
                    .map(now -> day.plusDays(settings.dormantDays()).isBefore(now))
                    .orElse(false))
        .orElse(true);
  }

  private boolean isOfProgram(Grant grant) {
    return facts
        .principals()
        .anySatisfy(each -> each.id().equals(grant.who().id()) && PROGRAMS.contains(each.kind()));
  }

  private Facts changed(Grant grant, UnaryOperator<GrantBuilder> change) {
    Grant after = change.apply(GrantBuilder.builder(grant)).build();
    return facts.with(all -> all.grants(Drafts.swap(facts.grants(), grant, after)));
  }

  /** "read, write and delete". */
  private static String words(Verbs verbs) {
    ImmutableList<String> words = verbs.all().collect(Verb::word);
    if (verbs.equals(Verbs.ANY)) {
      return "do anything on";
    }
    String first = words.take(words.size() - 1).makeString(", ");
    return (first.isEmpty() ? "" : first + " and ") + words.getLast();
  }

  static String json(Verbs verbs) {
    return verbs.all().collect(verb -> Drafts.json(verb.word())).makeString("[", ", ", "]");
  }
}
