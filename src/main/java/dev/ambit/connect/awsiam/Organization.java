package dev.ambit.connect.awsiam;

import dev.ambit.model.Asset;
import dev.ambit.model.Certainty;
import dev.ambit.model.Facts;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Policy;
import dev.ambit.model.Ref;
import dev.ambit.model.Refs;
import dev.ambit.model.Said;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * An organisation as its answers tell it piece by piece: what stands in what, and which policies
 * hang where. Roots, units and accounts become assets that contain each other, so that whoever may
 * change the policies of a unit has that right over all it contains.
 */
final class Organization {
  private final Map<String, Unit> units = new TreeMap<>();
  private final OrganizationPolicies policies;
  private final Consumer<Note> notes;
  private String scope = "";

  /** A root, unit or account; of several that speak of it the first place in the input counts. */
  private static final class Unit {
    private final String id;
    private String arn = "";
    private Said<String> name = Said.nothing();
    private Said<Ref> parent = Said.nothing();
    private final MutableList<Said.Value<String>> settings = Lists.mutable.empty();
    private final MutableList<Said.Value<String>> tags = Lists.mutable.empty();
    private Origin origin;

    Unit(String id, Origin origin) {
      this.id = id;
      this.origin = origin;
    }

    private boolean isAccount() {
      return Character.isDigit(id.charAt(0));
    }

    private String kind() {
      return isAccount() ? "account" : id.startsWith("r-") ? "organisation" : "organisational-unit";
    }

    /** Accounts are called as everywhere in IAM; else the ARN where it is known. */
    private String assetId(String scope) {
      if (isAccount()) {
        String partition = arn.isEmpty() ? "aws" : arn.split(":", 3)[1];
        return "arn:" + partition + ":iam::" + id + ":root";
      }
      return arn.isEmpty() ? scope + id : arn;
    }
  }

  Organization(Consumer<Note> notes) {
    this.notes = notes;
    this.policies = new OrganizationPolicies(notes);
  }

  /** That ids of its roots and units may be those of others: they are told apart by its own. */
  void isOneOfSeveral(String organisation) {
    scope = organisation + "/";
  }

  Consumer<Note> notes() {
    return notes;
  }

  OrganizationPolicies policies() {
    return policies;
  }

  /** That there is such a root, unit or account. */
  void unit(String id, String arn, String name, Origin origin) {
    Unit unit = unit(id, origin);
    if (!arn.isEmpty() && (unit.arn.isEmpty() || arn.compareTo(unit.arn) < 0)) {
      unit.arn = arn;
    }
    if (!name.isEmpty() && !unit.name.isSaid()) {
      unit.name = Said.of(name, origin);
    }
  }

  private Unit unit(String id, Origin origin) {
    Unit unit = units.computeIfAbsent(id, each -> new Unit(each, origin));
    if (origin.compareTo(unit.origin) < 0) {
      unit.origin = origin;
    }
    return unit;
  }

  void contains(String parent, String child, Origin origin) {
    unit(parent, origin);
    Unit inside = unit(child, origin);
    if (!inside.parent.isSaid()) {
      inside.parent = Said.of(new Ref(parent, origin), origin);
    }
  }

  /** A path as AWS writes it, {@code o-id/r-id/ou-id/…/}, with the account or unit at its end. */
  void path(String written, Origin origin) {
    String[] steps = written.split("/", -1);
    for (int i = 2; i < steps.length; i++) {
      if (!steps[i].isEmpty()) {
        contains(steps[i - 1], steps[i], origin);
        setting(steps[1], "OrganizationId=" + steps[0], origin);
      }
    }
  }

  /** What the decisions need to know of a root or account, in the words of AWS. */
  void setting(String id, String setting, Origin origin) {
    MutableList<Said.Value<String>> settings = unit(id, origin).settings;
    if (settings.noneSatisfy(each -> each.said().equals(setting))) {
      settings.add(new Said.Value<>(setting, origin));
    }
  }

  void tag(String id, String tag, Origin origin) {
    unit(id, origin).tags.add(new Said.Value<>(tag, origin));
  }

  Facts facts() {
    ImmutableList<Policy> hung = policies.hung((id, origin) -> unit(id, origin).assetId(scope));
    return Facts.NONE.with(
        b -> b.assets(Lists.immutable.ofAll(units.values()).collect(this::asset)).policies(hung));
  }

  private Asset asset(Unit unit) {
    return Asset.of(unit.assetId(scope), unit.origin)
        .with(
            b ->
                b.kind(Said.of(unit.kind(), unit.origin))
                    .name(unit.name)
                    .in(parents(unit))
                    .settings(unit.settings.toImmutable())
                    .labels(unit.tags.toImmutable())
                    .aliases(aliases(unit))
                    .certainty(Certainty.OBSERVED));
  }

  private Refs parents(Unit unit) {
    return unit.parent instanceof Said.Value<Ref> parent
        ? Refs.of(
            Lists.immutable.of(
                new Ref(
                    unit(parent.said().id(), parent.origin()).assetId(scope),
                    parent.said().origin())))
        : Refs.NOT_SAID;
  }

  private ImmutableList<String> aliases(Unit unit) {
    // Another organisation may have a unit of the same id.
    boolean hasNone = unit.arn.isEmpty() || (!scope.isEmpty() && !unit.isAccount());
    return hasNone
        ? Lists.immutable.empty()
        : Lists.immutable.of(unit.isAccount() ? unit.arn : unit.id);
  }
}
