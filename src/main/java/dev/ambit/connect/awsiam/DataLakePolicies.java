package dev.ambit.connect.awsiam;

import dev.ambit.connect.awsiam.Answer.Piece;
import dev.ambit.model.Origin;
import dev.ambit.model.Policy;
import dev.ambit.model.Policy.Condition;
import dev.ambit.model.Policy.Statement;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Permissions of Lake Formation in the words of a policy, each as one of a single statement. */
final class DataLakePolicies {
  private static final String ANYONE_BY_IAM = "IAM_ALLOWED_PRINCIPALS";
  private static final ImmutableList<String> NONE = Lists.immutable.empty();

  private DataLakePolicies() {}

  /** One permission of a list, on those things. */
  static Policy ofPermission(
      Piece piece,
      String holder,
      ImmutableList<String> resources,
      ImmutableList<Condition> conditions) {
    JsonPart grant = piece.value();
    Origin origin = new Origin(piece.document().path(), grant.line(), piece.pointer());
    String who = grant.at("Principal").at("DataLakePrincipalIdentifier").text();
    String id = holder + "/lakeformation/" + who;
    ImmutableList<String> actions =
        grant.at("Permissions").texts().collect(each -> "lakeformation:" + each);
    if (!grant.at("PermissionsWithGrantOption").parts().isEmpty()) {
      actions = actions.newWith("lakeformation:GRANT");
    }
    Statement statement =
        new Statement(
            id + "#" + grant.at("Permissions").texts().makeString("+"),
            true,
            Lists.immutable.of(who.equals(ANYONE_BY_IAM) ? "*" : "AWS:" + who),
            NONE,
            actions,
            NONE,
            resources,
            NONE,
            conditions,
            origin);
    return policy(id, holder, statement);
  }

  /** What an administrator of an account, or of any, may do there. */
  static Policy ofAdministrator(String region, String account, String who, Origin origin) {
    String of = Bucket.isAccount(account) ? account : "*";
    String base = "arn:aws:glue:" + region + ":" + of + ":";
    String id = base + "catalog/lakeformation/administrators/" + who;
    Statement statement =
        new Statement(
            id + "#administrator",
            true,
            Lists.immutable.of("AWS:" + who),
            NONE,
            Lists.immutable.of("lakeformation:GRANT", "lakeformation:DESCRIBE"),
            NONE,
            Lists.immutable.of(base + "catalog", base + "database/*", base + "table/*"),
            NONE,
            Lists.immutable.empty(),
            origin);
    return policy(id, base + "catalog", statement);
  }

  /** A policy on all of an account's catalogue that names nobody, as nobody knows whom. */
  static Policy ofMissingPages(String account, Origin origin) {
    String base = "arn:aws:glue:*:" + account + ":";
    String id = base + "catalog/lakeformation/missing-pages";
    Statement statement =
        new Statement(
            id + "#missing",
            true,
            NONE,
            NONE,
            Lists.immutable.of("lakeformation:ALL", "lakeformation:GRANT"),
            NONE,
            Lists.immutable.of(base + "catalog", base + "database/*", base + "table/*"),
            NONE,
            Lists.immutable.of(
                new Condition(
                    "may give",
                    "pages of Lake Formation's permissions that may not be here",
                    Lists.immutable.of("it"))),
            origin);
    return policy(id, base + "catalog", statement);
  }

  private static Policy policy(String id, String holder, Statement statement) {
    return new Policy(
        id,
        Policy.Kind.DATA_LAKE,
        holder,
        "2012-10-17",
        Lists.immutable.of(statement),
        statement.origin());
  }
}
