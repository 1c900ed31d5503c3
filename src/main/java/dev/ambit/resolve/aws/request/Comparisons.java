package dev.ambit.resolve.aws.request;

import dev.ambit.model.request.ConditionOperator.Comparison;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a condition operator compares: a value of a policy, compiled once, against the value of a
 * request. Where either does not parse there is no match.
 */
final class Comparisons {
  private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)");

  private Comparisons() {}

  /** Whether a value can be read as what the operator compares; any text can as text. */
  static boolean canRead(Comparison comparison, String value) {
    return switch (comparison) {
      case NUMERIC_NOT_EQUALS -> number(value).isPresent();
      case DATE_NOT_EQUALS -> Dates.instant(value).isPresent();
      case NOT_IP_ADDRESS -> AddressRange.of(value).isPresent();
      case ARN_NOT_EQUALS, ARN_NOT_LIKE -> value.split(":", 6).length == 6;
      default -> true;
    };
  }

  /**
   * What the operator, or the one that it negates, says of a request's value.
   *
   * @param pattern the policy's value as {@link Template#pattern} gives it
   */
  static Predicate<String> with(Comparison comparison, String pattern) {
    return switch (comparison) {
      case STRING_EQUALS, STRING_NOT_EQUALS -> {
        String text = Wildcards.literal(pattern);
        yield value -> text.equals(Wildcards.literal(value));
      }
      case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE -> {
        String text = Wildcards.literal(pattern);
        yield value -> text.equalsIgnoreCase(Wildcards.literal(value));
      }
      case STRING_LIKE, STRING_NOT_LIKE ->
          value -> Wildcards.covers(pattern, Wildcards.literal(value));
      case ARN_EQUALS, ARN_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE -> arn(pattern);
      case NUMERIC_EQUALS, NUMERIC_NOT_EQUALS -> numeric(pattern, order -> order == 0);
      case NUMERIC_LESS_THAN -> numeric(pattern, order -> order < 0);
      case NUMERIC_LESS_THAN_EQUALS -> numeric(pattern, order -> order <= 0);
      case NUMERIC_GREATER_THAN -> numeric(pattern, order -> order > 0);
      case NUMERIC_GREATER_THAN_EQUALS -> numeric(pattern, order -> order >= 0);
      case DATE_EQUALS, DATE_NOT_EQUALS -> dated(pattern, order -> order == 0);
      case DATE_LESS_THAN -> dated(pattern, order -> order < 0);
      case DATE_LESS_THAN_EQUALS -> dated(pattern, order -> order <= 0);
      case DATE_GREATER_THAN -> dated(pattern, order -> order > 0);
      case DATE_GREATER_THAN_EQUALS -> dated(pattern, order -> order >= 0);
      case BOOL -> truth(pattern);
      case BINARY_EQUALS -> binary(pattern);
      case IP_ADDRESS, NOT_IP_ADDRESS -> address(pattern);
      case NULL -> throw new IllegalArgumentException("Null compares no values");
    };
  }

  private static Predicate<String> numeric(String text, IntPredicate holds) {
    return number(text)
        .<Predicate<String>>map(
            limit ->
                value ->
                    number(value).filter(each -> holds.test(each.compareTo(limit))).isPresent())
        .orElse(value -> false);
  }

  private static Optional<BigDecimal> number(String text) {
    // Whole and decimal numbers are what AWS documents; an exponent is none of either.
    return text.length() <= 64 && NUMBER.matcher(text).matches()
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }

  private static Predicate<String> dated(String text, IntPredicate holds) {
    Optional<Instant> limit = Dates.instant(text);
    return limit
        .<Predicate<String>>map(
            at ->
                value ->
                    Dates.instant(value).filter(each -> holds.test(each.compareTo(at))).isPresent())
        .orElse(value -> false);
  }

  private static Predicate<String> truth(String text) {
    String expected = text.toLowerCase(Locale.ROOT);
    return expected.equals("true") || expected.equals("false")
        ? expected::equalsIgnoreCase
        : value -> false;
  }

  private static Predicate<String> binary(String text) {
    Optional<byte[]> expected = bytes(text);
    return expected
        .<Predicate<String>>map(
            all -> value -> bytes(value).filter(each -> Arrays.equals(all, each)).isPresent())
        .orElse(value -> false);
  }

  private static Optional<byte[]> bytes(String text) {
    try {
      return Optional.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Predicate<String> address(String text) {
    return AddressRange.of(text)
        .<Predicate<String>>map(
            range ->
                value ->
                    value.indexOf('/') < 0
                        && AddressRange.of(value).filter(range::contains).isPresent())
        .orElse(value -> false);
  }

  /** Each of the six parts is compared by itself; what has fewer is no ARN. */
  private static Predicate<String> arn(String pattern) {
    String[] parts = pattern.split(":", 6);
    if (parts.length < 6) {
      return value -> false;
    }
    return value -> {
      String[] found = Wildcards.literal(value).split(":", 6);
      if (found.length < 6) {
        return false;
      }
      for (int i = 0; i < 6; i++) {
        if (!Wildcards.covers(parts[i], found[i])) {
          return false;
        }
      }
      return true;
    };
  }
}
