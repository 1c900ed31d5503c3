package dev.ambit.resolve.aws;

import dev.ambit.resolve.aws.request.Wildcards;

/**
 * A resource as a policy names it, taken apart into the asset and what lies within it: {@code
 * arn:aws:s3:::b/x/*} is {@code x/*} of the bucket {@code arn:aws:s3:::b}.
 *
 * @param asset name or pattern of the asset
 * @param part what of it: empty for the thing itself (a bucket's settings), else a pattern of keys,
 *     indexes, streams or versions
 */
record ResourcePattern(String asset, String part) {
  static ResourcePattern of(String resource) {
    int name = afterColons(resource, 5);
    int end = name < 0 ? -1 : endOfAsset(resource, name);
    if (end >= 0) {
      return new ResourcePattern(resource.substring(0, end), resource.substring(end + 1));
    }
    // AWS writes a log group with and without the star behind it and means the same.
    boolean logGroup = resource.contains(":log-group:") && !resource.endsWith("*");
    return new ResourcePattern(resource, logGroup ? "*" : "");
  }

  /** Where the part begins that is within the asset, at its separator; -1 if there is none. */
  private static int endOfAsset(String resource, int name) {
    int service = afterColons(resource, 2);
    if (resource.startsWith("s3:::", service)) {
      return resource.indexOf('/', name);
    }
    if (resource.startsWith("dynamodb:", service) && resource.startsWith("table/", name)) {
      return resource.indexOf('/', name + "table/".length());
    }
    if (resource.startsWith("logs:", service) && resource.startsWith("log-group:", name)) {
      return resource.indexOf(':', name + "log-group:".length());
    }
    return resource.startsWith("lambda:", service) && resource.startsWith("function:", name)
        ? resource.indexOf(':', name + "function:".length())
        : -1;
  }

  private static int afterColons(String resource, int count) {
    int at = 0;
    for (int i = 0; i < count; i++) {
      int colon = resource.indexOf(':', at);
      if (colon < 0) {
        return -1;
      }
      at = colon + 1;
    }
    return at;
  }

  /** In one text again. */
  String text() {
    boolean isPath = asset.contains(":s3:") || asset.contains(":dynamodb:");
    return part.isEmpty() ? asset : asset + (isPath ? "/" : ":") + part;
  }

  /** Whether some resource of type {@code type} is among these. */
  boolean hasSome(ResourcePattern type) {
    boolean partsMeet =
        type.part.isEmpty()
            ? part.isEmpty()
            : part.isEmpty() ? asset.contains("*") : Wildcards.overlap(part, type.part);
    return partsMeet && Wildcards.overlap(asset, type.asset);
  }

  /** Whether some resource is among these and among those of another statement. */
  boolean overlaps(ResourcePattern other) {
    boolean partsMeet =
        part.isEmpty() == other.part.isEmpty()
            ? Wildcards.overlap(part, other.part)
            : (part.isEmpty() ? asset : other.asset).contains("*");
    return partsMeet && Wildcards.overlap(asset, other.asset);
  }

  /** The parts of an asset that are named here and are of the type; both overlap. */
  String partOf(ResourcePattern type) {
    if (type.part.isEmpty() || part.isEmpty()) {
      return type.part;
    }
    return Wildcards.covers(part, type.part) ? type.part : part;
  }

  /** Whether of every asset it names it covers all of the parts {@code parts}. */
  boolean coversParts(String parts) {
    if (parts.isEmpty() || part.isEmpty()) {
      // A star at the end of the name runs on into the parts.
      return parts.equals(part) || (part.isEmpty() && asset.endsWith("*"));
    }
    return Wildcards.covers(part, parts);
  }
}
