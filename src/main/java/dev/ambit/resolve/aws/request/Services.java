package dev.ambit.resolve.aws.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What AWS does otherwise for some services. Which resource control policies bind is data with a
 * date, {@code rcp-services.tsv}. Roles and keys: the IAM guide, "Policy evaluation logic", and the
 * KMS Developer Guide, "Key policies".
 */
public final class Services {
  private static final ImmutableList<String> BOUND_BY_RESOURCE_CONTROL =
      lines("/dev/ambit/resolve/aws/rcp-services.tsv");

  private static final Set<String> OF_BUCKET_POLICY =
      Set.of("s3:getbucketpolicy", "s3:putbucketpolicy", "s3:deletebucketpolicy");

  private static final Set<String> FOR_THOSE_WITHOUT_ROLE =
      Set.of("sts:assumerolewithsaml", "sts:assumerolewithwebidentity");

  private static final Set<String> ON_A_ROLE =
      Set.of(
          "sts:assumerole",
          "sts:assumerolewithsaml",
          "sts:assumerolewithwebidentity",
          "sts:setcontext",
          "sts:setsourceidentity",
          "sts:tagsession");

  /** Source: the STS API reference, "GetCallerIdentity": not even a policy that denies stops it. */
  private static final String FOR_EVERYBODY = "sts:getcalleridentity";

  private Services() {}

  /** All lines of a shipped table but comments and empty ones. */
  static ImmutableList<String> lines(String table) {
    InputStream bytes = Objects.requireNonNull(Services.class.getResourceAsStream(table), table);
    try (bytes) {
      return Lists.immutable.fromStream(
          new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isEmpty() && !line.startsWith("#")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Prefixes of the services that resource control policies bind, sorted. */
  public static ImmutableList<String> boundByResourceControl() {
    return BOUND_BY_RESOURCE_CONTROL;
  }

  static boolean areBoundByResourceControl(Asked asked) {
    return BOUND_BY_RESOURCE_CONTROL.contains(asked.service());
  }

  /**
   * Whether the caller's own policies count only where one on the resource says so: for KMS keys,
   * and for assuming a role. A request that brings no trust policy asks what the caller's say.
   */
  static boolean needResourcePolicy(Asked asked, boolean hasResourcePolicy) {
    return isOnKey(asked) || (hasResourcePolicy && isOnRole(asked));
  }

  private static boolean isOnKey(Asked asked) {
    return asked.service().equals("kms") && asked.resource().contains(":key/");
  }

  static boolean isOnRole(Asked asked) {
    return ON_A_ROLE.contains(asked.action()) && asked.resource().contains(":role/");
  }

  /** Whether the call carries no credentials of AWS, so that no policy of the caller's counts. */
  static boolean takeNoCredentials(Asked asked) {
    return FOR_THOSE_WITHOUT_ROLE.contains(asked.action());
  }

  /**
   * Whether the resource belongs to AWS, so that nobody's policies let anyone change it: managed
   * policies of AWS, roles that Identity Center made, aliases of keys that AWS made. Sources: the
   * IAM guide, "Managed policies and inline policies" ("you cannot change the permissions defined
   * in AWS managed policies"); the KMS Developer Guide, "Aliases" ("the aws/ prefix is reserved").
   */
  static boolean belongsToAws(Asked asked) {
    String resource = asked.resource();
    return switch (asked.service()) {
      case "iam" ->
          (resource.contains(":iam::aws:policy/") || resource.contains(":role/aws-reserved/"))
              && KnownActions.of(asked.action()).changes();
      case "kms" -> resource.contains(":alias/aws/") && KnownActions.of(asked.action()).changes();
      default -> false;
    };
  }

  /**
   * Whether it is the root user at the policy of a bucket of its own account: no bucket policy
   * locks it out. Source: the S3 API reference, "PutBucketPolicy".
   */
  static boolean passBucketPolicy(Asked asked) {
    return asked.caller().kind() == Caller.Kind.ROOT
        && asked.caller().account().equals(asked.owner())
        && OF_BUCKET_POLICY.contains(asked.action());
  }

  /** Whether AWS answers whoever has credentials, whatever policies say. */
  static boolean needNoPermission(Asked asked) {
    return asked.action().equals(FOR_EVERYBODY) && asked.caller().kind().hasIdentity();
  }
}
