package dev.ambit.resolve.aws;

/**
 * Whom a decision is about, as conditions and variables see it.
 *
 * @param node number of the principal
 * @param arn empty for a group, a service, or anyone at all
 * @param partition {@code aws}, {@code aws-cn} …
 * @param account twelve digits; empty if it has none
 */
record Subject(int node, String arn, String partition, String account) {
  static Subject of(int node, String arn) {
    String[] parts = arn.split(":", 6);
    return parts.length == 6 && parts[0].equals("arn")
        ? new Subject(node, arn, parts[1], parts[4])
        : new Subject(node, "", "aws", "");
  }

  /** Someone of {@code account} who stands for others: a group. */
  static Subject group(int node, String arn) {
    Subject named = of(node, arn);
    return new Subject(node, "", named.partition, named.account);
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
}
