package dev.ambit.resolve.aws;

import dev.ambit.model.Policy.Condition;
import dev.ambit.model.Policy.Statement;
import dev.ambit.resolve.aws.request.Wildcards;
import java.util.Locale;
import java.util.Set;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A provider of identities that a role trusts and that serves many organisations: without a
 * condition that says whose identities, everybody who can sign in there can have the role. An
 * audience alone says nothing where all callers use the same.
 *
 * @param keys any of these, behind the provider's name, says who
 * @param stranger what the first key says of somebody else
 */
record WebIdentity(String provider, ImmutableList<String> keys, String stranger) {
  /** The name of the other owner in the table. */
  private static final String STRANGER = "a-stranger";

  private static final ImmutableList<WebIdentity> SHARED =
      ActionLines.of("shared-identity-providers.tsv").collect(WebIdentity::read);

  private static WebIdentity read(String line) {
    String[] fields = line.split("\t", -1);
    return new WebIdentity(fields[0], Lists.immutable.of(fields[1].split(" ", -1)), fields[2]);
  }

  /** Whether a trust statement lets in everybody who signs in at the provider it names. */
  static boolean isOpenTo(Statement trust, String principal) {
    return principal.startsWith("Federated:")
        && SHARED.anySatisfy(
            each -> each.isNamedBy(principal) && trust.conditions().noneSatisfy(each::says));
  }

  private boolean isNamedBy(String principal) {
    String name = principal.substring(principal.indexOf(':') + 1);
    return name.equals(provider) || name.endsWith(":oidc-provider/" + provider);
  }

  private boolean says(Condition condition) {
    String key = condition.key().toLowerCase(Locale.ROOT);
    boolean negated =
        condition.operator().contains("Not")
            || condition.operator().endsWith("IfExists")
            || condition.operator().startsWith("ForAllValues")
            || Set.of("Null").contains(condition.operator());
    return !negated
        && keys.anySatisfy(each -> key.equals(provider + ":" + each))
        && condition.values().noneSatisfy(this::coversStrangers);
  }

  private boolean coversStrangers(String value) {
    return Wildcards.covers(value, stranger)
        || value.chars().allMatch(c -> c == '*')
        || leavesOwnerOpen(value);
  }

  /**
   * Whether the owner's name ends in a wildcard, or is one: {@code repo:acme*} is also for whoever
   * calls itself {@code acme-2}, and {@code repo:*}{@code /site} for any owner of a {@code site}.
   */
  private boolean leavesOwnerOpen(String value) {
    String fixed = value.split("[*?]", 2)[0];
    int owner = stranger.indexOf(STRANGER);
    int end = owner + STRANGER.length();
    return owner >= 0
        && end < stranger.length()
        && fixed.length() < value.length()
        && fixed.startsWith(stranger.substring(0, owner))
        && fixed.indexOf(stranger.charAt(end), owner) < 0;
  }
}
