package dev.ambit.resolve.aws;

import dev.ambit.model.Builtin;
import dev.ambit.model.Certainty;
import dev.ambit.model.Policy.Condition;
import dev.ambit.model.Policy.Statement;
import dev.ambit.model.request.ConditionOperator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;

/**
 * Rights that a bucket policy or a trust policy gives by itself, to those it names. Whom it names
 * only by their account needs a permission of that account too, and has the right by that one.
 */
final class ResourceRights {
  private static final Pattern ACCOUNT = Pattern.compile("(?i)\\$\\{\\s*aws:ResourceAccount\\s*}");
  private static final Pattern ORGANISATION =
      Pattern.compile("(?i)\\$\\{\\s*aws:ResourceOrgID\\s*}");

  private final Holdings holdings;
  private final Roster roster;
  private final RightList rights;
  private final UnifiedMap<String, Integer> rolesByName = UnifiedMap.newMap();

  ResourceRights(Holdings holdings, RightList rights) {
    this.holdings = holdings;
    this.roster = holdings.roster();
    this.rights = rights;
    for (int node : roster.identities()) {
      Subject subject = roster.subject(node);
      if (subject.isRole()) {
        rolesByName.put(subject.arn().replaceFirst(":role/.*", ":role/") + subject.name(), node);
      }
    }
  }

  void addAll() {
    for (Guarded each : holdings.guarded()) {
      Statement statement = each.statement();
      if (statement.allow()) {
        if (!statement.notPrincipals().isEmpty()
            || statement.principals().anySatisfy(Named::isAnyone)) {
          anyone(each);
        }
        statement.principals().reject(Named::isAnyone).forEach(written -> one(each, written));
      }
    }
  }

  private void anyone(Guarded guarded) {
    Statement statement = guarded.statement();
    if (Conditions.areAboutPrincipals(statement.conditions()) || guarded.hasVariables()) {
      roster.identities().forEach(node -> identity(guarded, roster.subject(node), true));
    }
    if (isForOwnOrganisation(guarded)) {
      // Its accounts that are not in the input have principals too.
      int everyone = holdings.names().node(Builtin.EVERYONE.id());
      add(guarded, Subject.of(everyone, ""), Certainty.ASSUMED);
    } else if (!isForOwnPrincipals(guarded)) {
      int internet = holdings.names().node(Builtin.INTERNET.id());
      add(guarded, Subject.of(internet, ""), Certainty.OBSERVED);
    }
  }

  /** Whether a condition lets in none but principals of accounts that are in the input. */
  private boolean isForOwnPrincipals(Guarded guarded) {
    return guarded
        .statement()
        .conditions()
        .anySatisfy(
            each ->
                each.key().toLowerCase(Locale.ROOT).matches("aws:principal(arn|account)")
                    && letsInOnlyListed(each)
                    && each.values().allSatisfy(value -> isOwn(ofOwner(value, guarded))));
  }

  /** Whether a condition lets in none but principals of the organisation that the thing is in. */
  private boolean isForOwnOrganisation(Guarded guarded) {
    Optional<String> own = holdings.organisation().idOf(owner(guarded));
    return guarded
        .statement()
        .conditions()
        .anySatisfy(
            each ->
                each.key().toLowerCase(Locale.ROOT).equals("aws:principalorgid")
                    && letsInOnlyListed(each)
                    && each.values()
                        .allSatisfy(
                            value -> own.filter(ofOwner(value, guarded)::equals).isPresent()));
  }

  /** Whether nobody passes whom the listed values do not name, or who has no such key. */
  private static boolean letsInOnlyListed(Condition condition) {
    return ConditionOperator.of(condition.operator())
        .filter(
            each ->
                each.comparison().takesVariables()
                    && !each.comparison().isNegated()
                    && !each.ifExists()
                    && each.quantifier() != ConditionOperator.Quantifier.FOR_ALL_VALUES)
        .isPresent();
  }

  /** With what the thing itself tells of a request: whose it is. */
  private String ofOwner(String value, Guarded guarded) {
    String owner = owner(guarded);
    if (!value.contains("${") || owner.isEmpty()) {
      return value;
    }
    String filled = ACCOUNT.matcher(value).replaceAll(owner.split(":", -1)[4]);
    return holdings
        .organisation()
        .idOf(owner)
        .map(id -> ORGANISATION.matcher(filled).replaceAll(id))
        .orElse(filled);
  }

  private boolean isOwn(String arnOrAccount) {
    String account =
        arnOrAccount.startsWith("arn:")
            ? Accounts.rootOf(arnOrAccount)
            : "arn:aws:iam::" + arnOrAccount + ":root";
    return roster.isExported(account);
  }

  private void one(Guarded guarded, String written) {
    String name = Named.node(written);
    if (Named.isAccount(written) && roster.isExported(name)) {
      return;
    }
    int known = holdings.names().node(name);
    int node = known >= 0 ? known : rolesByName.getIfAbsentValue(name, -1);
    if (node < 0) {
      return;
    }
    if (guarded.isTrust() && WebIdentity.isOpenTo(guarded.statement(), written)) {
      int anyone = holdings.names().node(Builtin.AUTHENTICATED.id());
      add(guarded, Subject.of(anyone, ""), Certainty.OBSERVED);
    }
    Subject subject = roster.subject(rolesByName.getIfAbsentValue(name, node));
    if (subject.isKnown() && !Named.isAccount(written) && written.startsWith("AWS:")) {
      identity(guarded, subject, false);
    } else {
      add(guarded, Subject.of(node, ""), Certainty.OBSERVED);
    }
  }

  private void identity(Guarded guarded, Subject subject, boolean asAnyone) {
    String owner = owner(guarded);
    boolean sameAccount = owner.isEmpty() || owner.equals(subject.accountAsset());
    boolean exported = roster.isExported(subject);
    if (guarded.isGrant()) {
      add(guarded, subject, Certainty.OBSERVED);
      return;
    }
    // The IAM guide: a boundary's silence limits what a policy gives a role by name, but not a
    // user,
    // and not what it gives to anyone.
    Layers layers =
        holdings.resourceLayers(
            subject, !sameAccount || (subject.isRole() && !asAnyone), !sameAccount && exported);
    rights.add(
        subject.node(),
        guarded.statement(),
        holdings.decided(guarded, subject, layers),
        sameAccount || exported ? Certainty.OBSERVED : Certainty.ASSUMED);
  }

  private String owner(Guarded guarded) {
    return guarded.isTrust()
        ? Accounts.rootOf(guarded.resource())
        : roster.ownerOf(holdings.names().node(guarded.resource()));
  }

  private void add(Guarded guarded, Subject subject, Certainty certainty) {
    Layers layers = holdings.resourceLayers(subject, false, false);
    rights.add(
        subject.node(), guarded.statement(), holdings.decided(guarded, subject, layers), certainty);
  }
}
