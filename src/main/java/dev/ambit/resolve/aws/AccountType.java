package dev.ambit.resolve.aws;

import dev.ambit.model.Certainty;

/**
 * A type of resource in the account that a statement is about: the principal's own, unless the
 * statement names another. What another account allows is not in its export, so that is assumed.
 */
record AccountType(ResourcePattern pattern, Certainty certainty) {
  static AccountType of(String type, Family family, ResourcePattern resource, Subject subject) {
    String[] arn = resource.asset().split(":", 6);
    boolean namesAccount = arn.length == 6 && Accounts.isNumber(arn[4]);
    String account = namesAccount ? arn[4] : subject.account();
    boolean foreign =
        namesAccount && !subject.account().isEmpty() && !account.equals(subject.account());
    // A role of any account may trust this one; its trust policy says whether it does.
    String where = family.isAssumption() || account.isEmpty() ? "*" : account;
    String pattern = "arn:" + subject.partition() + ":" + type.replace("@", where);
    return new AccountType(
        ResourcePattern.of(pattern),
        foreign && !family.isAssumption() && type.contains("@")
            ? Certainty.ASSUMED
            : Certainty.OBSERVED);
  }
}
