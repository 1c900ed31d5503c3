package dev.ambit.resolve.aws;

import dev.ambit.resolve.aws.request.Context;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;

/**
 * Whom a decision is about, as conditions and variables see it.
 *
 * @param node number of the principal
 * @param arn empty for a group, a service, or anyone at all
 * @param partition {@code aws}, {@code aws-cn} …
 * @param account twelve digits; empty if it has none
 * @param told what the input tells of it besides its name
 */
record Subject(int node, String arn, String partition, String account, Told told) {
  static Subject of(int node, String arn) {
    String[] parts = arn.split(":", 6);
    return parts.length == 6 && parts[0].equals("arn")
        ? new Subject(node, arn, parts[1], parts[4], Told.NOTHING)
        : new Subject(node, "", "aws", "", Told.NOTHING);
  }

  /** Whoever is in an account, and nobody by name. */
  static Subject someoneIn(String account) {
    return of(-1, account.replaceFirst(":root$", ":user/"));
  }

  /** Someone of {@code account} who stands for others: a group. */
  static Subject group(int node, String arn) {
    Subject named = of(node, arn);
    return new Subject(node, "", named.partition, named.account, Told.NOTHING);
  }

  /** The same, with what the input tells of it. */
  Subject with(Told known) {
    return new Subject(node, arn, partition, account, known);
  }

  boolean isKnown() {
    return !arn.isEmpty();
  }

  boolean isUser() {
    return arn.contains(":user/");
  }

  boolean isRole() {
    return arn.contains(":role/");
  }

  /** The last part of the ARN. */
  String name() {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  /** The account as an asset: whoever can change its IAM can open all in it. */
  String accountAsset() {
    return "arn:" + partition + ":iam::" + account + ":root";
  }

  /** What is known of any request it makes. */
  Context context() {
    UnifiedMap<String, ImmutableList<String>> values = UnifiedMap.newMap();
    values.put("aws:securetransport", Lists.immutable.of("true"));
    if (!isKnown() && account.isEmpty()) {
      return Context.partial(values, key -> false);
    }
    // A group stands for its members, who have all this in common.
    values.put("aws:principalisawsservice", Lists.immutable.of("false"));
    values.putAll(told.values());
    if (!isKnown()) {
      return Context.partial(values, "aws:principalservicename"::equals);
    }
    values.put("aws:principalarn", Lists.immutable.of(arn));
    values.put("aws:principalaccount", Lists.immutable.of(account));
    values.put("aws:principaltype", Lists.immutable.of(isUser() ? "User" : "AssumedRole"));
    if (isUser()) {
      values.put("aws:username", Lists.immutable.of(name()));
    }
    return Context.partial(
        values,
        key ->
            key.equals("aws:username")
                || key.equals("aws:principalservicename")
                || told.lacks(key));
  }
}
