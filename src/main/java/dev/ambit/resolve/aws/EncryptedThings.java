package dev.ambit.resolve.aws;

import dev.ambit.model.request.AccessRuling;
import dev.ambit.model.request.Layer;
import dev.ambit.model.request.LayerRuling;
import dev.ambit.model.request.Ruling;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What is encrypted with a key of the customer's is of use only to those who may use the key: the
 * service asks KMS in the name of who asks it. Source: S3 user guide, "Using server-side encryption
 * with AWS KMS keys", and the same of Secrets Manager, SQS and SNS.
 */
final class EncryptedThings {
  private static final String DECRYPT = "kms:Decrypt";
  private static final String ENCRYPT = "kms:GenerateDataKey";

  private static final Map<String, String> NEEDED =
      Map.of(
          "s3:getobject", DECRYPT,
          "s3:getobjectversion", DECRYPT,
          "s3:putobject", ENCRYPT,
          "secretsmanager:getsecretvalue", DECRYPT,
          "secretsmanager:putsecretvalue", ENCRYPT,
          "sqs:receivemessage", DECRYPT,
          "sqs:sendmessage", ENCRYPT,
          "sns:publish", ENCRYPT);

  private EncryptedThings() {}

  /** What an action on an encrypted thing needs on its key; empty if it needs nothing. */
  static Optional<String> onKey(String action) {
    return Optional.ofNullable(NEEDED.get(action.toLowerCase(Locale.ROOT)));
  }

  /** Whether it is a key of the customer's: everybody in the account may use those of AWS. */
  static boolean isOfCustomer(String key) {
    return !key.isEmpty() && !key.contains("alias/aws/") && !key.startsWith("aws/");
  }

  /** The answer, as far as the key lets it stand. */
  static AccessRuling with(AccessRuling onThing, AccessRuling onKey, String action, String key) {
    LayerRuling layer = new LayerRuling(Layer.KEY, onKey.ruling(), onKey.because());
    ImmutableList<LayerRuling> layers = onThing.layers().newWith(layer);
    return switch (onKey.ruling()) {
      case ALLOWED -> new AccessRuling(onThing.ruling(), layers, onThing.dependsOn());
      case DEPENDS -> depends(onThing, layers, onKey.dependsOn());
      case IMPLICIT_DENY, EXPLICIT_DENY ->
          action.startsWith("s3:")
              // What a bucket says of encryption holds for new objects, and each may be another's.
              ? depends(
                  onThing,
                  layers,
                  Lists.immutable.of("an object that is not encrypted with " + key))
              : new AccessRuling(onKey.ruling(), layers, Lists.immutable.empty());
    };
  }

  private static AccessRuling depends(
      AccessRuling onThing, ImmutableList<LayerRuling> layers, ImmutableList<String> on) {
    return new AccessRuling(
        Ruling.DEPENDS,
        layers,
        onThing.dependsOn().newWithAll(on).distinct().toSortedList().toImmutable());
  }
}
