package dev.ambit.connect.awsiam;

import org.eclipse.collections.api.factory.Lists;

/** What AWS Resource Access Manager shares with other accounts and with the organisation. */
public final class AwsResourceShares implements AnswerFamily {
  private static final String SHARE = "resourceShareArn";

  private static final Answers<ResourceShares> ANSWERS =
      new Answers<>(
          ResourceShares::new,
          ResourceShares::facts,
          Lists.immutable.of(
              Answer.list(
                  "ram get-resource-shares",
                  "resourceShares",
                  SHARE,
                  (p, into) -> into.described(p)),
              Answer.list("ram list-resources", "resources", SHARE, (p, into) -> into.resource(p)),
              Answer.list(
                  "ram list-principals", "principals", SHARE, (p, into) -> into.principal(p)),
              Answer.list(
                  "ram get-resource-share-associations",
                  "resourceShareAssociations",
                  SHARE,
                  (p, into) -> into.association(p)),
              Answer.list(
                  "ram list-permission-associations",
                  "permissions",
                  SHARE,
                  (p, into) -> into.permissionOfShare(p)),
              Answer.object(
                  "ram get-permission",
                  shape -> shape.has("permission", "resourceType"),
                  (p, into) -> into.permission(p))));

  @Override
  public String id() {
    return "aws-resource-shares";
  }

  @Override
  public String reads() {
    return "the answers of aws ram: shares, what is in them, with whom, and their permissions";
  }

  @Override
  public Answers<ResourceShares> answers() {
    return ANSWERS;
  }
}
