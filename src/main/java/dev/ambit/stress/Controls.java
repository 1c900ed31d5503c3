package dev.ambit.stress;

import dev.ambit.model.Facts;
import dev.ambit.model.Gate;
import dev.ambit.model.Gate.Strength;
import dev.ambit.model.GateBuilder;
import dev.ambit.model.Grant;
import dev.ambit.model.Policy;
import dev.ambit.model.Principal;
import dev.ambit.model.PrincipalBuilder;
import dev.ambit.model.Ref;
import dev.ambit.model.Refs;
import dev.ambit.stress.Control.Kind;
import java.util.function.Predicate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/** The controls of a world, and the world when some of them fail. */
public final class Controls {
  private Controls() {}

  /** Each once, in a fixed order: by kind, then by name. */
  public static ImmutableList<Control> of(Facts facts) {
    ImmutableList<Policy.Statement> denies =
        facts.policies().flatCollect(Policy::statements).reject(Policy.Statement::allow);
    return sorted(facts.gates().select(Controls::binds).collect(Controls::of))
        .newWithAll(sorted(facts.grants().select(Grant::deny).collect(Controls::of)))
        .newWithAll(sorted(denies.collect(Controls::of)))
        .newWithAll(
            sorted(
                facts
                    .policies()
                    .select(each -> each.kind() == Policy.Kind.BOUNDARY)
                    .collect(Controls::of)))
        .newWithAll(
            sorted(
                facts
                    .principals()
                    .flatCollect(
                        member -> member.memberOf().all().collect(group -> of(member, group)))));
  }

  private static ImmutableList<Control> sorted(ImmutableList<Control> some) {
    return some.distinct()
        .toImmutableSortedListBy(control -> control.name() + "\n" + control.key());
  }

  /** One that stops nothing cannot fail. */
  private static boolean binds(Gate gate) {
    return gate.strength() != Strength.NONE;
  }

  private static Control of(Gate gate) {
    return new Control(Kind.GATE, gate.id(), gate.id());
  }

  private static Control of(Grant deny) {
    return new Control(Kind.DENY, deny.id() + " " + deny.origin(), deny.id());
  }

  private static Control of(Policy.Statement deny) {
    return new Control(Kind.STATEMENT, deny.id(), deny.id());
  }

  private static Control of(Policy boundary) {
    return new Control(Kind.BOUNDARY, boundary.id(), boundary.id());
  }

  private static Control of(Principal member, Ref group) {
    String name = member.id() + " in " + group.id();
    return new Control(Kind.MEMBERSHIP, member.id() + "\n" + group.id(), name);
  }

  /** The facts as they are when these fail, all at once. */
  public static Facts failing(Facts facts, ImmutableList<Control> failed) {
    ImmutableSet<Control> all = failed.toImmutableSet();
    Predicate<Kind> some = kind -> all.anySatisfy(each -> each.kind() == kind);
    Facts after = facts;
    if (some.test(Kind.GATE)) {
      after = with(after, gate -> all.contains(of(gate)));
    }
    if (some.test(Kind.DENY)) {
      ImmutableList<Grant> grants =
          after.grants().reject(grant -> grant.deny() && all.contains(of(grant)));
      after = after.with(to -> to.grants(grants));
    }
    if (some.test(Kind.STATEMENT) || some.test(Kind.BOUNDARY)) {
      ImmutableList<Policy> policies = after.policies().collect(policy -> failing(policy, all));
      after = after.with(to -> to.policies(policies));
    }
    if (some.test(Kind.MEMBERSHIP)) {
      ImmutableList<Principal> principals =
          after.principals().collect(member -> failing(member, all));
      after = after.with(to -> to.principals(principals));
    }
    return after;
  }

  /** The facts without the gates that this names. */
  static Facts with(Facts facts, Predicate<Gate> failed) {
    ImmutableList<Gate> gates =
        facts
            .gates()
            .collect(
                gate ->
                    failed.test(gate)
                        ? GateBuilder.builder(gate).strength(Strength.NONE).build()
                        : gate);
    return facts.with(to -> to.gates(gates));
  }

  private static Policy failing(Policy policy, ImmutableSet<Control> failed) {
    boolean isOpen = policy.kind() == Policy.Kind.BOUNDARY && failed.contains(of(policy));
    ImmutableList<Policy.Statement> left =
        policy.statements().reject(each -> !each.allow() && failed.contains(of(each)));
    return isOpen || left.size() < policy.statements().size()
        ? new Policy(
            policy.id(),
            policy.kind(),
            policy.holder(),
            policy.version(),
            isOpen ? left.collect(Controls::opened) : left,
            policy.origin())
        : policy;
  }

  private static Policy.Statement opened(Policy.Statement statement) {
    ImmutableList<String> none = Lists.immutable.empty();
    ImmutableList<String> any = Lists.immutable.of("*");
    return new Policy.Statement(
        statement.id(),
        true,
        statement.principals(),
        statement.notPrincipals(),
        any,
        none,
        any,
        none,
        Lists.immutable.empty(),
        statement.origin());
  }

  private static Principal failing(Principal member, ImmutableSet<Control> failed) {
    ImmutableList<Ref> left =
        member.memberOf().all().reject(group -> failed.contains(of(member, group)));
    return left.size() < member.memberOf().all().size()
        ? PrincipalBuilder.builder(member).memberOf(Refs.of(left)).build()
        : member;
  }
}
