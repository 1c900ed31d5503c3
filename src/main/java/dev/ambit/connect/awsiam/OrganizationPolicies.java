package dev.ambit.connect.awsiam;

import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Policy;
import dev.ambit.model.Policy.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * The policies of an organisation and what they hang on, brought together when all is read.
 *
 * <p>At each level some service control policy must allow. AWS hangs one that allows everything
 * ({@code p-FullAWSAccess}) everywhere, and an export that leaves it out would make everything
 * forbidden. So where it is not known that all policies of a level are here, that one is assumed.
 */
final class OrganizationPolicies {
  private static final Map<Policy.Kind, String> FULL =
      Map.of(
          Policy.Kind.SERVICE_CONTROL, "p-FullAWSAccess",
          Policy.Kind.RESOURCE_CONTROL, "p-RCPFullAWSAccess");

  private final Consumer<Note> notes;
  private final Map<String, Known> known = new TreeMap<>();
  private final Set<Hanging> hanging = new TreeSet<>();
  private final Set<String> targetsRead = new TreeSet<>();
  private final Set<String> levelsRead = new TreeSet<>();
  private final Map<Policy.Kind, Boolean> enabled = new TreeMap<>();

  private static final class Known {
    private final Policy.Kind kind;
    private String arn = "";
    private Optional<StatementReader.Body> text = Optional.empty();

    Known(Policy.Kind kind) {
      this.kind = kind;
    }
  }

  private record Hanging(String target, String policy, Origin origin)
      implements Comparable<Hanging> {
    @Override
    public int compareTo(Hanging other) {
      int byTarget = target.compareTo(other.target);
      int byPolicy = byTarget != 0 ? byTarget : policy.compareTo(other.policy);
      return byPolicy;
    }
  }

  OrganizationPolicies(Consumer<Note> notes) {
    this.notes = notes;
    FULL.forEach((kind, id) -> known.put(id, new Known(kind)));
  }

  /** The kind behind the word of AWS; empty for tag, backup and other policies. */
  static Optional<Policy.Kind> kind(String type) {
    return switch (type) {
      case "SERVICE_CONTROL_POLICY" -> Optional.of(Policy.Kind.SERVICE_CONTROL);
      case "RESOURCE_CONTROL_POLICY" -> Optional.of(Policy.Kind.RESOURCE_CONTROL);
      default -> Optional.empty();
    };
  }

  void policy(String id, String arn, Policy.Kind kind) {
    learned(id, kind).arn = arn;
  }

  private Known learned(String id, Policy.Kind kind) {
    return known.computeIfAbsent(id, each -> new Known(kind));
  }

  void text(String id, String arn, Policy.Kind kind, StatementReader.Body text) {
    policy(id, arn, kind);
    learned(id, kind).text = Optional.of(text);
  }

  void hangs(String policy, String target, Origin origin) {
    hanging.add(new Hanging(target, policy, origin));
  }

  /** That all targets of the policy are here. */
  void allTargetsOf(String policy) {
    targetsRead.add(policy);
  }

  /** That all policies of that kind on the target are here. */
  void allPoliciesOf(String target, Policy.Kind kind) {
    levelsRead.add(kind + " " + target);
  }

  /** Whether the root has that kind of policy switched on. */
  void enabled(Policy.Kind kind, boolean is) {
    enabled.put(kind, is);
  }

  /** Every policy for each of its targets. */
  ImmutableList<Policy> hung(BiFunction<String, Origin, String> assetOf) {
    MutableList<Policy> hung = Lists.mutable.empty();
    Map<String, Origin> open = new TreeMap<>();
    for (Hanging each : hanging) {
      Known policy = known.get(each.policy());
      if (policy == null) {
        notes.accept(
            note(
                each.policy() + " hangs on " + each.target() + ", and nothing says what it is. Add",
                each));
        continue;
      }
      if (!enabled.getOrDefault(policy.kind, true)) {
        continue;
      }
      String id = policy.arn.isEmpty() ? each.policy() : policy.arn;
      String holder = assetOf.apply(each.target(), each.origin());
      Optional<StatementReader.Body> text =
          FULL.containsValue(each.policy()) ? Optional.of(full(id, each.origin())) : policy.text;
      if (text.isEmpty()) {
        notes.accept(
            note("the text of " + id + " is not here, so what it limits is not judged. Add", each));
      }
      text.ifPresent(body -> hung.add(body.of(id, policy.kind, holder)));
      if (policy.kind == Policy.Kind.SERVICE_CONTROL
          && (text.isEmpty() || !isComplete(each.target()))) {
        open.putIfAbsent(each.target(), each.origin());
      }
    }
    open.forEach(
        (target, origin) -> {
          String holder = assetOf.apply(target, origin);
          String id = holder + "/p-FullAWSAccess";
          hung.add(full(id, origin).of(id, Policy.Kind.SERVICE_CONTROL, holder));
        });
    return hung.toImmutable();
  }

  private boolean isComplete(String target) {
    return levelsRead.contains(Policy.Kind.SERVICE_CONTROL + " " + target)
        || known.entrySet().stream()
            .filter(each -> each.getValue().kind == Policy.Kind.SERVICE_CONTROL)
            .allMatch(each -> targetsRead.contains(each.getKey()));
  }

  private static Note note(String what, Hanging each) {
    return new Note(
        Note.Kind.NOTE,
        what + " the answer of aws organizations describe-policy --policy-id " + each.policy(),
        each.origin());
  }

  private static StatementReader.Body full(String id, Origin origin) {
    ImmutableList<String> any = Lists.immutable.of("*");
    ImmutableList<String> none = Lists.immutable.empty();
    Statement all =
        new Statement(
            id + "#all", true, none, none, any, none, any, none, Lists.immutable.empty(), origin);
    return new StatementReader.Body("2012-10-17", Lists.immutable.of(all), true, origin);
  }
}
