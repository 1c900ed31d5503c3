package dev.ambit.resolve.aws;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A resource as a policy names it, taken apart into the asset and what lies within it: {@code
 * arn:aws:s3:::b/x/*} is {@code x/*} of the bucket {@code arn:aws:s3:::b}.
 *
 * @param asset name or pattern of the asset
 * @param part what of it: empty for the thing itself (a bucket's settings), else a pattern of keys,
 *     indexes, streams or versions
 */
record ResourcePattern(String asset, String part) {
  private static final Pattern WITHIN =
      Pattern.compile(
          "(?<asset>arn:[^:]*:(?:"
              + "s3:::[^/]*"
              + "|dynamodb:[^:]*:[^:]*:table/[^/]*"
              + "|logs:[^:]*:[^:]*:log-group:[^:]*"
              + "|lambda:[^:]*:[^:]*:function:[^:]*))[/:](?<part>.*)",
          Pattern.DOTALL);

  static ResourcePattern of(String resource) {
    Matcher within = WITHIN.matcher(resource);
    if (within.matches()) {
      return new ResourcePattern(within.group("asset"), within.group("part"));
    }
    // AWS writes a log group with and without the star behind it and means the same.
    boolean logGroup = resource.contains(":log-group:") && !resource.endsWith("*");
    return new ResourcePattern(resource, logGroup ? "*" : "");
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
