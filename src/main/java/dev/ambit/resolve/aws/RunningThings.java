package dev.ambit.resolve.aws;

import dev.ambit.model.Asset;
import dev.ambit.model.Ref;
import dev.ambit.resolve.Names;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Functions, instances and the like that run as a role. Where the input lists none of a service, a
 * path that takes one depends on there being one.
 */
final class RunningThings {
  private final Map<String, MutableList<Thing>> byService = new TreeMap<>();

  private record Thing(int node, int runsAs) {}

  RunningThings(ImmutableList<Asset> assets, Names names) {
    for (Asset asset : assets) {
      String[] arn = asset.id().split(":", 6);
      if (arn.length == 6 && asset.runsAs().isSaid()) {
        asset
            .runsAs()
            .value()
            .map(Ref::id)
            .ifPresent(
                role ->
                    byService
                        .computeIfAbsent(arn[2] + " " + arn[4], key -> Lists.mutable.empty())
                        .add(new Thing(names.node(asset.id()), names.node(role))));
      }
    }
  }

  private ImmutableList<Thing> all(EscalationPath path, Subject subject) {
    return byService
        .getOrDefault(service(path) + " " + subject.account(), Lists.mutable.empty())
        .toImmutable();
  }

  /** The service as ARNs write it. */
  private static String service(EscalationPath path) {
    String name = path.service().replaceFirst("\\.amazonaws\\.com$", "");
    return switch (name) {
      case "ecs-tasks" -> "ecs";
      case "tasks.apprunner" -> "apprunner";
      default -> name;
    };
  }

  boolean areKnown(EscalationPath path, Subject subject) {
    return !all(path, subject).isEmpty();
  }

  /** The roles that the known ones run as; under no condition. */
  Map<Integer, String> targets(EscalationPath path, Subject subject) {
    Map<Integer, String> found = new TreeMap<>();
    all(path, subject)
        .select(each -> each.runsAs() >= 0)
        .forEach(each -> found.put(each.runsAs(), ""));
    return found;
  }

  ImmutableList<Integer> of(EscalationPath path, Subject subject, int role) {
    return all(path, subject).select(each -> each.runsAs() == role).collect(Thing::node);
  }

  /** What a path depends on where none is known. */
  String missing(EscalationPath path) {
    return "something of " + path.service() + " that runs as it";
  }
}
