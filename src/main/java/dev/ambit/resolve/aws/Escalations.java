package dev.ambit.resolve.aws;

import dev.ambit.model.Asset;
import dev.ambit.model.Certainty;
import dev.ambit.model.NodeSet;
import dev.ambit.model.Policy.Statement;
import dev.ambit.model.Verb;
import dev.ambit.resolve.Names;
import dev.ambit.resolve.NodeSets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.map.mutable.primitive.IntObjectHashMap;
import org.eclipse.collections.impl.set.mutable.UnifiedSet;
import org.eclipse.collections.impl.set.mutable.primitive.IntHashSet;

/**
 * Tries every path of the catalogue for every user and role, on what its policies really let it do,
 * and writes down what it gains as rights: to act as a role, user or group, or to administer
 * itself. What a single statement gives by itself is a right already and is not said again.
 */
final class Escalations {
  private final Holdings holdings;
  private final Names names;
  private final RightList rights;
  private final PassableRoles passable;
  private final RunningThings things;
  private final ActionTable actions = ActionTable.withEffects(Effects.NONE);
  private final ActionSet asked;
  private final EffectivePermissions.Answered answered;
  private final IntHashSet selfAdministrators = new IntHashSet();

  Escalations(Holdings holdings, ImmutableList<Asset> assets, RightList rights) {
    this.holdings = holdings;
    this.answered = new EffectivePermissions.Answered(holdings);
    this.names = holdings.names();
    this.rights = rights;
    this.passable = new PassableRoles(holdings.guarded(), names);
    this.things = new RunningThings(assets, names);
    this.asked =
        actions.matching(
            EscalationPath.ALL
                .flatCollect(EscalationPath::needs)
                .collect(EscalationPath.Need::action)
                .reject(each -> each.equals("sts:AssumeRole"))
                .distinct());
  }

  void addAll() {
    IntObjectHashMap<MutableList<Permission>> assuming = rights.allowing(Verb.ASSUME);
    selfAdministrators.addAll(rights.selfAdministrators());
    for (int node : holdings.roster().identities()) {
      Subject subject = holdings.roster().subject(node);
      ImmutableList<Statement> allows = holdings.roster().identityAllows(subject);
      if (allows.anySatisfy(each -> actions.of(each).overlaps(asked))
          && !isAdministrator(subject, allows)) {
        new Climb(subject, assuming).tryAll();
      }
    }
  }

  /** Who may do everything gains nothing by becoming somebody else. */
  private boolean isAdministrator(Subject subject, ImmutableList<Statement> allows) {
    return allows.anySatisfy(
            each ->
                each.actions().contains("*")
                    && each.resources().contains("*")
                    && each.conditions().isEmpty())
        && holdings.identityLayers(subject).limits().isEmpty();
  }

  /** One principal and what it gains. */
  private final class Climb {
    private final Subject subject;
    private final EffectivePermissions permissions;
    private final ImmutableList<Permission> assuming;
    private final UnifiedSet<Integer> gained = UnifiedSet.newSet();
    private final UnifiedSet<Integer> doubtful = UnifiedSet.newSet();
    private final ImmutableList<Integer> groups;

    Climb(Subject subject, IntObjectHashMap<MutableList<Permission>> assuming) {
      this.subject = subject;
      this.permissions = new EffectivePermissions(holdings, subject, answered);
      this.groups = holdings.roster().groups(subject.node());
      this.assuming =
          groups
              .newWith(subject.node())
              .flatCollect(each -> assuming.getIfAbsent(each, Lists.mutable::empty))
              .toSortedListBy(Permission::doubt)
              .toImmutable();
      this.assuming.forEach(
          each -> {
            if (each.doubt() == 0) {
              each.on().forEach(gained::add);
            }
          });
    }

    void tryAll() {
      EscalationPath.ALL.forEach(this::tryPath);
    }

    private void tryPath(EscalationPath path) {
      if (path.needs().anySatisfy(need -> isMissing(path, need))) {
        return;
      }
      Map<Way, IntHashSet> byWay = new LinkedHashMap<>();
      targets(path)
          .forEach(
              (target, on) -> {
                if (!gained.contains(target)
                    && (target != subject.node() || path.yields() == EscalationPath.Yield.SELF)) {
                  climbed(path, target, on)
                      .filter(way -> isNews(way, target))
                      .ifPresent(
                          way -> byWay.computeIfAbsent(way, key -> new IntHashSet()).add(target));
                }
              });
      byWay.forEach(
          (way, reached) -> rights.add(subject.node(), way.climbed(path, NodeSets.of(reached))));
    }

    /** Whether a permission holds nowhere at all, which settles the path for every target. */
    private boolean isMissing(EscalationPath path, EscalationPath.Need need) {
      return need.action().equals("sts:AssumeRole")
          ? assuming.isEmpty()
          : permissions.to(need.action(), path.service()).isEmpty();
    }

    /** What depends is told once, and what is certain once more. */
    private boolean isNews(Way way, int target) {
      return (way.dependsOn().isEmpty() ? gained : doubtful).add(target);
    }

    private Map<Integer, String> targets(EscalationPath path) {
      return switch (path.yields()) {
        case SELF ->
            selfAdministrators.contains(subject.node()) ? Map.of() : Map.of(subject.node(), "");
        case USER -> ofKind("user");
        case GROUP -> ofKind("group");
        case ROLE ->
            path.service().isEmpty()
                ? ofKind("role")
                : path.takesAThing() && things.areKnown(path, subject)
                    ? things.targets(path, subject)
                    : passable.to(path.service(), subject);
      };
    }

    private Map<Integer, String> ofKind(String kind) {
      Map<Integer, String> found = new TreeMap<>();
      names
          .matching("arn:" + subject.partition() + ":iam::" + subject.account() + ":" + kind + "/*")
          .forEach(node -> found.put(node, ""));
      return found;
    }

    private Optional<Way> climbed(EscalationPath path, int target, String on) {
      MutableList<Permission> used = Lists.mutable.empty();
      for (EscalationPath.Need need : path.needs()) {
        Optional<Permission> permission = permission(path, need, target);
        if (permission.isEmpty()) {
          return Optional.empty();
        }
        used.add(permission.get());
      }
      boolean unseen = path.takesAThing() && !things.areKnown(path, subject);
      return Optional.of(Way.by(used.toImmutable(), on, unseen ? things.missing(path) : ""));
    }

    private Optional<Permission> permission(
        EscalationPath path, EscalationPath.Need need, int target) {
      if (need.action().equals("sts:AssumeRole")) {
        return assuming.detectOptional(each -> each.on().has(target));
      }
      ImmutableList<Permission> may = permissions.to(need.action(), path.service());
      return switch (need.place()) {
        case ANY -> may.detectOptional(Permission::anywhere);
        case SELF -> may.detectOptional(each -> each.on().has(subject.node()));
        case TARGET -> may.detectOptional(each -> each.on().has(target));
        case OWN_GROUP ->
            may.detectOptional(each -> groups.anySatisfy(group -> each.on().has(group)));
        case OWN_POLICY -> onPolicy(path, need, groups.newWith(subject.node()));
        case TARGET_POLICY -> onPolicy(path, need, Lists.immutable.of(target));
        case THING ->
            things.areKnown(path, subject)
                ? may.detectOptional(
                    each -> things.of(path, subject, target).anySatisfy(each.on()::has))
                : may.detectOptional(Permission::anywhere);
      };
    }

    private Optional<Permission> onPolicy(
        EscalationPath path, EscalationPath.Need need, ImmutableList<Integer> holders) {
      return least(
          holders
              .flatCollect(each -> holdings.roster().held(each).ownPolicies())
              .distinct()
              .flatCollect(arn -> permissions.to(need.action(), path.service(), arn)));
    }

    private Optional<Permission> least(ImmutableList<Permission> permissions) {
      return permissions.toSortedListBy(Permission::doubt).getFirstOptional();
    }
  }

  /** By which permissions something is gained; equal if the same statements give them. */
  private record Way(ImmutableList<Permission> by, String dependsOn, Certainty certainty) {
    static Way by(ImmutableList<Permission> by, String trust, String missing) {
      ImmutableList<String> on =
          by.collect(Permission::dependsOn)
              .newWith(trust)
              .newWith(missing)
              .reject(String::isEmpty)
              .distinct();
      return new Way(
          by,
          on.makeString(" and "),
          by.collect(Permission::certainty).injectInto(Certainty.OBSERVED, Certainty::and));
    }

    Climbed climbed(EscalationPath path, NodeSet targets) {
      return new Climbed(path, targets, by, dependsOn, certainty, how(path));
    }

    /** Names every permission beyond the first with its statement and place. */
    private String how(EscalationPath path) {
      Permission first = by.getFirst();
      return " by "
          + first.action()
          + by.drop(1)
              .collect(
                  each ->
                      each.grant().equals(first.grant()) && each.origin().equals(first.origin())
                          ? ", " + each.action()
                          : ", " + each.action() + " of " + each.grant() + " at " + each.origin())
              .makeString("")
          + " (path "
          + path.id()
          + ")";
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Way way
          && dependsOn.equals(way.dependsOn)
          && certainty == way.certainty
          && by.corresponds(way.by, Permission::isBySame);
    }

    @Override
    public int hashCode() {
      return dependsOn.hashCode();
    }
  }

  /**
   * What was gained, and by which permissions.
   *
   * @param how goes on after "X lets Y act as Z"
   */
  record Climbed(
      EscalationPath path,
      NodeSet targets,
      ImmutableList<Permission> by,
      String dependsOn,
      Certainty certainty,
      String how) {}
}
