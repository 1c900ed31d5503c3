package dev.ambit.resolve.aws;

import dev.ambit.model.Policy.Condition;
import dev.ambit.model.Policy.Statement;
import dev.ambit.resolve.Names;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Which roles of the export trust which services, so that they can be passed to them. A role whose
 * trust says nothing of a service is no way there, and neither is one that is linked to a service.
 */
final class PassableRoles {
  private final ImmutableList<Guarded> trusts;
  private final Names names;
  private final Map<String, Map<Integer, String>> known = new TreeMap<>();

  PassableRoles(ImmutableList<Guarded> guarded, Names names) {
    this.trusts =
        guarded.select(
            each -> each.isTrust() && !each.resource().contains(":role/aws-service-role/"));
    this.names = names;
  }

  /** By node the conditions under which a role of the account trusts it; empty text for none. */
  Map<Integer, String> to(String service, Subject subject) {
    return known.computeIfAbsent(
        service + " " + subject.account(), key -> find(service, subject.account()));
  }

  private Map<Integer, String> find(String service, String account) {
    Map<Integer, String> found = new TreeMap<>();
    for (Guarded each : trusts) {
      int role = names.node(each.resource());
      if (role >= 0
          && each.resource().contains("::" + account + ":")
          && each.statement().allow()
          && each.statement().principals().anySatisfy(who -> isService(who, service))) {
        String on = undecided(each.statement(), account);
        found.merge(role, on, (one, other) -> one.length() <= other.length() ? one : other);
      }
    }
    for (Guarded each : trusts) {
      boolean denied =
          !each.statement().allow()
              && each.statement().conditions().isEmpty()
              && each.statement()
                  .principals()
                  .anySatisfy(who -> Named.isAnyone(who) || isService(who, service));
      if (denied) {
        found.remove(names.node(each.resource()));
      }
    }
    return found;
  }

  private static boolean isService(String principal, String service) {
    return principal.equals("Service:" + service) || principal.equals("Service:" + service + ".cn");
  }

  /** That the service acts for the account itself is no condition for who is in it. */
  private static String undecided(Statement statement, String account) {
    ImmutableList<Condition> open =
        statement
            .conditions()
            .reject(
                each ->
                    each.key().toLowerCase(Locale.ROOT).equals("aws:sourceaccount")
                        && each.values().contains(account));
    return open.isEmpty() ? "" : Conditions.text(open);
  }
}
