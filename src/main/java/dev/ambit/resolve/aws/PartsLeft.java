package dev.ambit.resolve.aws;

import dev.ambit.model.Policy.Statement;
import dev.ambit.resolve.aws.request.Wildcards;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What statements leave of the parts of an asset between them. Each by itself may leave some
 * objects of a bucket, and all together none: one allows all but {@code x/}, a boundary only {@code
 * x/}.
 */
final class PartsLeft {
  private static final char STRANGE = '\uFFFF';

  private final List<List<String>> oneOfEach = new ArrayList<>();
  private final List<String> none = new ArrayList<>();
  private final String separator;

  private PartsLeft(ResourcePattern type) {
    separator = type.text().endsWith("/" + type.part()) ? "/" : ":";
    oneOfEach.add(List.of(type.text()));
  }

  /** Of what {@code allow} gives by its pattern {@code resource}. */
  static PartsLeft of(ResourcePattern type, ResourcePattern resource, Statement allow) {
    PartsLeft left = new PartsLeft(type);
    if (allow.notResources().isEmpty()) {
      left.oneOfEach.add(List.of(resource.text()));
    } else {
      left.none.addAll(texts(allow.notResources()));
    }
    return left;
  }

  /** As far as a statement lets it through. */
  void within(Statement limit) {
    if (limit.notResources().isEmpty()) {
      oneOfEach.add(texts(limit.resources()));
    } else {
      none.addAll(texts(limit.notResources()));
    }
  }

  /** But for what a statement denies. */
  void without(Statement deny) {
    if (deny.notResources().isEmpty()) {
      none.addAll(texts(deny.resources()));
    } else {
      oneOfEach.add(texts(deny.notResources()));
    }
  }

  private static List<String> texts(ImmutableList<String> resources) {
    return resources.collect(each -> ResourcePattern.of(each).text()).castToList();
  }

  /** Whether something in the asset is left. */
  boolean hasSomeIn(String asset) {
    String inside = asset + separator + "*";
    List<String> denied = none.stream().filter(each -> Wildcards.overlap(each, inside)).toList();
    List<List<String>> narrowing =
        oneOfEach.stream()
            .filter(oneOf -> oneOf.stream().noneMatch(each -> Wildcards.covers(each, inside)))
            .toList();
    if (denied.isEmpty() && narrowing.size() <= 1) { // nothing to take together
      return narrowing.isEmpty()
          || narrowing.get(0).stream().anyMatch(each -> Wildcards.overlap(each, inside));
    }
    if (hasPlainIn(asset, narrowing, denied)) {
      return true;
    }
    List<List<String>> all = new ArrayList<>(narrowing);
    all.add(List.of(inside));
    return CommonNames.exist(all, denied);
  }

  /** Spares most searches: a name with something strange for each wildcard is seldom denied. */
  private boolean hasPlainIn(String asset, List<List<String>> narrowing, List<String> denied) {
    return Stream.concat(
            Stream.of("*"),
            narrowing.stream().flatMap(List::stream).map(each -> ResourcePattern.of(each).part()))
        .map(part -> asset + separator + part.replace('*', STRANGE).replace('?', STRANGE))
        .anyMatch(
            name ->
                narrowing.stream().allMatch(oneOf -> covered(name, oneOf))
                    && !covered(name, denied));
  }

  private static boolean covered(String name, List<String> patterns) {
    return patterns.stream().anyMatch(each -> Wildcards.covers(each, name));
  }
}
