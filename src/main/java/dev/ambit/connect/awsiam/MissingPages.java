package dev.ambit.connect.awsiam;

import dev.ambit.model.Origin;
import dev.ambit.model.Policy;
import dev.ambit.model.Policy.Condition;
import dev.ambit.model.Policy.Statement;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Permissions of Lake Formation that may stand on pages which nobody exported. */
final class MissingPages {
  private static final ImmutableList<String> NONE = Lists.immutable.empty();

  private MissingPages() {}

  /** A policy on all of an account's catalogue that names nobody, as nobody knows whom. */
  static Policy policy(String account, Origin origin) {
    String base = "arn:aws:glue:*:" + account + ":";
    String id = base + "catalog/lakeformation/missing-pages";
    Statement statement =
        new Statement(
            id + "#missing",
            true,
            NONE,
            NONE,
            Lists.immutable.of("lakeformation:ALL"),
            NONE,
            Lists.immutable.of(base + "catalog", base + "database/*", base + "table/*"),
            NONE,
            Lists.immutable.of(
                new Condition(
                    "may give",
                    "pages of Lake Formation's permissions that may not be here",
                    Lists.immutable.of("it"))),
            origin);
    return new Policy(
        id,
        Policy.Kind.DATA_LAKE,
        base + "catalog",
        "2012-10-17",
        Lists.immutable.of(statement),
        origin);
  }
}
