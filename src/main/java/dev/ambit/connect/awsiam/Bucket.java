package dev.ambit.connect.awsiam;

/** Names of buckets. */
final class Bucket {
  private Bucket() {}

  /** Whether AWS would take it for a bucket's name; twelve digits are rather an account. */
  static boolean isName(String text) {
    return text.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]") && !isAccount(text);
  }

  static boolean isAccount(String text) {
    return text.matches("\\d{12}");
  }

  static String arn(String name) {
    return name.startsWith("arn:") ? name : "arn:aws:s3:::" + name;
  }
}
