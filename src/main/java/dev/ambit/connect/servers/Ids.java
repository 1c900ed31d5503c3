package dev.ambit.connect.servers;

import dev.ambit.connect.Cursor;
import dev.ambit.connect.Secrets;
import dev.ambit.model.Origin;

/**
 * How what stands in a configuration becomes an id or a place. Names come from outside, and a key
 * or a name can hold a secret as well as a value can: each goes through {@link Secrets#masked}
 * here.
 */
public final class Ids {
  private Ids() {}

  /** {@code <client>:<folder>}, with blanks, {@code %} and {@code *} percent-encoded. */
  public static String agent(String client, String folder) {
    return client + ":" + encoded(folder);
  }

  /** The asset that a file is. */
  public static String file(String path) {
    return "file:" + encoded(path);
  }

  /** The asset that a folder of files is. */
  public static String folder(String path) {
    return "folder:" + encoded(path);
  }

  /** One part of an id, from a name in a configuration; never empty, and without a slash. */
  public static String part(String name) {
    String part = encoded(Secrets.masked(name.strip())).replace("/", "%2F");
    return part.isEmpty() ? "%00" : part;
  }

  /** A text of a configuration as an id with slashes in it. */
  public static String text(String text) {
    return encoded(Secrets.masked(text.strip()));
  }

  /** Where a value stands, without secrets in the pointer. */
  public static Origin place(Cursor cursor) {
    return place(cursor.keyOrigin());
  }

  /** The same place, without secrets in the pointer. */
  public static Origin place(Origin origin) {
    return new Origin(origin.file(), origin.line(), Secrets.masked(origin.pointer()));
  }

  private static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%' || c == '*' || Character.isWhitespace(c) || Character.isISOControl(c)) {
        encoded.append("%").append(String.format("%02X", (int) c));
      } else {
        encoded.append(c);
      }
    }
    return encoded.toString();
  }
}
