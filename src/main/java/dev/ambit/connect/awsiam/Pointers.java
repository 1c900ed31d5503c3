package dev.ambit.connect.awsiam;

/** JSON pointers, RFC 6901. */
final class Pointers {
  private Pointers() {}

  /** A key as it stands in a pointer. */
  static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }
}
