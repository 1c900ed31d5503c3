package dev.ambit.resolve.aws;

import dev.ambit.model.NodeSet;
import dev.ambit.model.Policy;
import dev.ambit.model.Policy.Statement;
import dev.ambit.model.Principal;
import dev.ambit.model.Ref;
import dev.ambit.resolve.Names;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Who is there, by number: what each is called in AWS, holds itself, and has by its groups. */
final class Roster {
  private final Names names;
  private final TreeMap<Integer, Held> held = new TreeMap<>();
  private final TreeMap<Integer, String> arns = new TreeMap<>();
  private final TreeMap<Integer, MutableList<Integer>> groups = new TreeMap<>();
  private final TreeMap<Integer, MutableList<Integer>> members = new TreeMap<>();
  private final TreeMap<String, NodeSet> accounts = new TreeMap<>();

  private final TreeMap<Integer, Told> told = new TreeMap<>();
  private final Organisation organisation;
  private final Exported exported;

  Roster(
      ImmutableList<Policy> policies,
      ImmutableList<Principal> principals,
      Organisation organisation,
      Names names) {
    this.names = names;
    this.organisation = organisation;
    this.exported = new Exported(policies, principals, organisation);
    principals.forEach(this::learn);
    policies.select(each -> each.kind().isOnPrincipal()).forEach(this::learn);
  }

  private void learn(Principal principal) {
    int node = names.node(principal.id());
    String arn =
        Lists.immutable
            .of(principal.id())
            .newWithAll(principal.aliases())
            .detectOptional(name -> name.startsWith("arn:"))
            .orElse("");
    arns.put(node, arn);
    if (!arn.isEmpty()) {
      told.put(node, Told.of(principal, arn, Accounts.rootOf(arn), organisation));
    }
    for (Ref group : principal.memberOf().all()) {
      int of = names.node(group.id());
      groups.computeIfAbsent(node, key -> Lists.mutable.empty()).add(of);
      members.computeIfAbsent(of, key -> Lists.mutable.empty()).add(node);
    }
  }

  private void learn(Policy policy) {
    String root = Accounts.rootOf(policy.holder());
    if (!root.isEmpty()) {
      accounts.computeIfAbsent(root, names::matching);
    }
    int node = names.node(policy.holder());
    if (node >= 0) {
      arns.put(node, policy.holder());
      if (policy.kind() != Policy.Kind.TRUST) {
        held.computeIfAbsent(node, key -> new Held()).add(policy);
      }
    }
  }

  /** Everybody with policies, groups among them, by number. */
  ImmutableList<Integer> holders() {
    return Lists.immutable.ofAll(held.keySet());
  }

  /** Every principal with an ARN, by number. */
  ImmutableList<Integer> identities() {
    return Lists.immutable.ofAll(arns.keySet()).select(node -> subject(node).isKnown());
  }

  Held held(int node) {
    return held.getOrDefault(node, Held.NOTHING);
  }

  /** Members of a group that the input knows. */
  ImmutableList<Integer> members(int group) {
    return members.getOrDefault(group, Lists.mutable.empty()).distinct().toImmutable();
  }

  Subject subject(int node) {
    String arn = arns.getOrDefault(node, "");
    return arn.contains(":group/")
        ? Subject.group(node, arn).with(Told.ofAccount(Accounts.rootOf(arn), organisation))
        : Subject.of(node, arn).with(told.getOrDefault(node, Told.NOTHING));
  }

  /** Whether the policies of all that account's principals are in the input. */
  boolean isExported(String account) {
    return exported.account(account);
  }

  /** Whether all its own are. */
  boolean isExported(Subject subject) {
    return exported.principal(subject.arn());
  }

  /** The account that an asset belongs to; empty if the input does not tell. */
  String ownerOf(int asset) {
    return accounts.entrySet().stream()
        .filter(each -> each.getValue().has(asset))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  /** The groups it is in. */
  ImmutableList<Integer> groups(int node) {
    return groups.getOrDefault(node, Lists.mutable.empty()).toImmutable();
  }

  /** What it holds itself, then what its groups hold. */
  ImmutableList<Held> sources(int node) {
    return Lists.immutable
        .of(held(node))
        .newWithAll(groups.getOrDefault(node, Lists.mutable.empty()).collect(this::held));
  }

  /** Everything that its own and its groups' policies allow. */
  ImmutableList<Statement> identityAllows(Subject subject) {
    return sources(subject.node()).flatCollect(each -> each.allows(subject));
  }

  /** The accounts that the input has whole, and all that each of them holds. */
  Map<String, NodeSet> accounts() {
    TreeMap<String, NodeSet> whole = new TreeMap<>(accounts);
    whole.keySet().removeIf(each -> !isExported(each));
    return whole;
  }
}
