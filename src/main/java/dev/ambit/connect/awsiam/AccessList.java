package dev.ambit.connect.awsiam;

import dev.ambit.model.Origin;
import dev.ambit.model.Policy;
import dev.ambit.model.Policy.Statement;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * A bucket's access control list in the words of a policy. Source: S3 user guide, "Access control
 * list (ACL) overview", mapping of permissions. A list on a bucket says nothing about reading the
 * objects in it.
 */
final class AccessList {
  private static final String GROUPS = "http://acs.amazonaws.com/groups/";

  private final String bucket;
  private final String owner;
  private final MutableList<Statement> statements = Lists.mutable.empty();

  AccessList(String bucket, String owner) {
    this.bucket = bucket;
    this.owner = owner;
  }

  /** What the owner grants to itself is no news and is left out. */
  void add(JsonPart grant, Origin origin) {
    JsonPart grantee = grant.at("Grantee");
    String permission = grant.at("Permission").text();
    if (owner.isEmpty() || !grantee.at("ID").text().equals(owner)) {
      String principal = principal(grantee);
      String name = principal.substring(principal.indexOf(':') + 1);
      statements.add(
          new Statement(
              bucket + "/acl#" + permission + "-" + (name.equals("*") ? "AllUsers" : name),
              true,
              Lists.immutable.of(principal),
              Lists.immutable.empty(),
              actions(permission),
              Lists.immutable.empty(),
              Lists.immutable.of(bucket, bucket + "/*"),
              Lists.immutable.empty(),
              Lists.immutable.empty(),
              origin));
    }
  }

  private static String principal(JsonPart grantee) {
    return switch (grantee.at("URI").text()) {
      case GROUPS + "global/AllUsers" -> "*";
      case GROUPS + "global/AuthenticatedUsers" -> "Group:authenticated";
      case GROUPS + "s3/LogDelivery" -> "Service:logging.s3.amazonaws.com";
      default ->
          "CanonicalUser:"
              + (grantee.has("ID") ? grantee.at("ID").text() : grantee.at("EmailAddress").text());
    };
  }

  private static ImmutableList<String> actions(String permission) {
    ImmutableList<String> read =
        Lists.immutable.of(
            "s3:ListBucket", "s3:ListBucketVersions", "s3:ListBucketMultipartUploads");
    return switch (permission) {
      case "READ" -> read;
      case "WRITE" -> Lists.immutable.of("s3:PutObject");
      case "READ_ACP" -> Lists.immutable.of("s3:GetBucketAcl");
      case "WRITE_ACP" -> Lists.immutable.of("s3:PutBucketAcl");
      default ->
          read.newWithAll(Lists.immutable.of("s3:PutObject", "s3:GetBucketAcl", "s3:PutBucketAcl"));
    };
  }

  /** None if it gives nobody anything. */
  ImmutableList<Policy> policy(Origin origin) {
    return statements.isEmpty()
        ? Lists.immutable.empty()
        : Lists.immutable.of(
            new Policy(
                bucket + "/acl",
                Policy.Kind.ACCESS_LIST,
                bucket,
                "2012-10-17",
                statements.toImmutable(),
                origin));
  }
}
