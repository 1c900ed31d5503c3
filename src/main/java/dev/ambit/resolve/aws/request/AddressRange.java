package dev.ambit.resolve.aws.request;

import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * An IP address or a range of them in CIDR form. Read by hand: the JDK's own reader asks a name
 * server for what it does not understand.
 *
 * @param parts bytes of a version 4 address, groups of sixteen bits of a version 6 one
 * @param bits how many leading bits count
 */
record AddressRange(ImmutableList<Integer> parts, int bits) {

  /** Empty if it is neither. */
  static Optional<AddressRange> of(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    ImmutableList<Integer> parts = address.indexOf(':') < 0 ? version4(address) : version6(address);
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    int all = parts.size() == 4 ? 32 : 128;
    int bits = slash < 0 ? all : number(text.substring(slash + 1), 10, all);
    return bits < 0 ? Optional.empty() : Optional.of(new AddressRange(parts, bits));
  }

  private static ImmutableList<Integer> version4(String text) {
    String[] bytes = text.split("\\.", -1);
    ImmutableList<Integer> parts = Lists.immutable.of(bytes).collect(each -> number(each, 10, 255));
    return parts.size() != 4 || parts.contains(-1) ? Lists.immutable.empty() : parts;
  }

  private static ImmutableList<Integer> version6(String written) {
    String text = withGroupsOnly(written);
    int gap = text.indexOf("::");
    if (gap < 0) {
      ImmutableList<Integer> all = groups(text);
      return all.size() == 8 && !all.contains(-1) ? all : Lists.immutable.empty();
    }
    ImmutableList<Integer> before = groups(text.substring(0, gap));
    ImmutableList<Integer> after = groups(text.substring(gap + 2));
    int missing = 8 - before.size() - after.size();
    if (missing < 1 || before.contains(-1) || after.contains(-1)) {
      return Lists.immutable.empty();
    }
    return before.newWithAll(java.util.Collections.nCopies(missing, 0)).newWithAll(after);
  }

  /** An address of version 4 at the end is two groups. */
  private static String withGroupsOnly(String text) {
    int last = text.lastIndexOf(':') + 1;
    ImmutableList<Integer> bytes = version4(text.substring(last));
    return bytes.isEmpty()
        ? text
        : text.substring(0, last)
            + Integer.toHexString(bytes.get(0) << 8 | bytes.get(1))
            + ":"
            + Integer.toHexString(bytes.get(2) << 8 | bytes.get(3));
  }

  private static ImmutableList<Integer> groups(String text) {
    return text.isEmpty()
        ? Lists.immutable.empty()
        : Lists.immutable.of(text.split(":", -1)).collect(each -> number(each, 16, 0xffff));
  }

  private static int number(String text, int radix, int most) {
    boolean isNumber =
        !text.isEmpty()
            && text.length() <= 4
            && text.chars().allMatch(c -> Character.digit(c, radix) >= 0 && c < 0x80);
    int value = isNumber ? Integer.parseInt(text, radix) : -1;
    return value > most ? -1 : value;
  }

  /** Whether every address of the other is in this one. */
  boolean contains(AddressRange other) {
    if (parts.size() != other.parts.size() || bits > other.bits) {
      return false;
    }
    int width = parts.size() == 4 ? 8 : 16;
    for (int i = 0, left = bits; i < parts.size() && left > 0; i++, left -= width) {
      int ignored = Math.max(0, width - left);
      if (parts.get(i) >> ignored != other.parts.get(i) >> ignored) {
        return false;
      }
    }
    return true;
  }
}
