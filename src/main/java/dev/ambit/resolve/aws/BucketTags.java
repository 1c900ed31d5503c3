package dev.ambit.resolve.aws;

import dev.ambit.model.Asset;
import dev.ambit.model.Said;

/**
 * Whether the tags of a resource count in decisions. Those of a bucket do only where that is
 * switched on for it. Source: the S3 User Guide, "Enabling ABAC in general purpose buckets".
 */
enum BucketTags {
  COUNT,
  DO_NOT_COUNT,
  NOT_SAID;

  private static final String SETTING = "Abac=";

  static BucketTags of(Asset asset) {
    if (!asset.id().contains(":s3:::")) {
      return COUNT;
    }
    return asset
        .settings()
        .collect(Said.Value::said)
        .detectOptional(each -> each.startsWith(SETTING))
        .map(each -> each.equals(SETTING + "Enabled") ? COUNT : DO_NOT_COUNT)
        .orElse(NOT_SAID);
  }
}
