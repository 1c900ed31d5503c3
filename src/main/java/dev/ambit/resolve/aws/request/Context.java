package dev.ambit.resolve.aws.request;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What is known of a request besides who, what and where: values by key, keys in small letters.
 * Either everything is known, and a key that is not given is absent; or a key that is not given may
 * have any value.
 */
public final class Context {
  private final Map<String, ImmutableList<String>> values;
  private final Predicate<String> isMany;
  private final Predicate<String> isAbsent;

  private Context(
      Map<String, ImmutableList<String>> values,
      Predicate<String> isMany,
      Predicate<String> isAbsent) {
    this.values = values;
    this.isMany = isMany;
    this.isAbsent = isAbsent;
  }

  /**
   * All there is.
   *
   * @param isMany whether a key is of the kind that has a set of values, if only of one
   */
  public static Context complete(
      Map<String, ImmutableList<String>> values, Predicate<String> isMany) {
    return new Context(values, isMany, key -> true);
  }

  /**
   * What an input tells.
   *
   * @param isAbsent whether a key that is not given is known not to be there
   */
  public static Context partial(
      Map<String, ImmutableList<String>> values, Predicate<String> isAbsent) {
    return new Context(values, key -> false, isAbsent);
  }

  /** What either tells; where both do, this one. */
  public Context and(Context other) {
    Map<String, ImmutableList<String>> all = new HashMap<>(other.values);
    all.putAll(values);
    return new Context(
        all, isMany.or(other.isMany), key -> isAbsent.test(key) || other.isAbsent.test(key));
  }

  boolean isKnown(String key) {
    return values.containsKey(key) || isAbsent.test(key);
  }

  boolean isMany(String key) {
    return isMany.test(key);
  }

  /** Empty if the key is not there, or not known. */
  ImmutableList<String> values(String key) {
    return values.getOrDefault(key, Lists.immutable.empty());
  }
}
