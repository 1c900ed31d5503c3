package dev.ambit.resolve.aws.request;

import dev.ambit.model.Policy.Statement;
import dev.ambit.resolve.aws.request.Caller.Kind;
import java.util.Objects;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Whom a statement speaks of. A name of a principal is compared as a whole: there are no partial
 * wildcards, and the id that stands in the place of a deleted principal ({@code AIDA…}) is nobody's
 * name. Source: the IAM guide, "AWS JSON policy elements: Principal" and "NotPrincipal".
 */
final class CompiledPrincipals {
  private final ImmutableList<String> named;
  private final boolean isNegated;
  private final boolean allows;

  private CompiledPrincipals(ImmutableList<String> named, boolean isNegated, boolean allows) {
    this.named = named;
    this.isNegated = isNegated;
    this.allows = allows;
  }

  static CompiledPrincipals of(Statement statement) {
    boolean isNegated = statement.notPrincipals().notEmpty();
    return new CompiledPrincipals(
        isNegated ? statement.notPrincipals() : statement.principals(),
        isNegated,
        statement.allow());
  }

  /** Whether the statement names nobody, as policies do that are attached to somebody. */
  boolean isEmpty() {
    return named.isEmpty();
  }

  /**
   * How it names the caller.
   *
   * @param isBounded whether the caller has a permissions boundary: then every NotPrincipal that
   *     denies means it, whomever it spares
   */
  Naming naming(Caller caller, String federation, boolean isBounded) {
    if (!isNegated) {
      return closest(caller, federation);
    }
    boolean isSpared = allows ? closest(caller, federation) != Naming.NOT : sparesAll(caller);
    return isSpared && !(isBounded && !allows && caller.kind().hasIdentity())
        ? Naming.NOT
        : Naming.ITSELF;
  }

  private Naming closest(Caller caller, String federation) {
    Naming closest = Naming.NOT;
    for (int i = 0; i < named.size(); i++) {
      Naming each = naming(named.get(i), caller, federation);
      closest = each.compareTo(closest) > 0 ? each : closest;
    }
    return closest;
  }

  /** AWS looks at account, role and session one after the other: a deny must spare each of them. */
  private boolean sparesAll(Caller caller) {
    boolean spares = named.anySatisfy(each -> names(each, caller));
    if (!caller.kind().hasIdentity() || named.anySatisfy(CompiledPrincipals::isAnyone)) {
      return spares;
    }
    boolean sparesHolder =
        caller.kind() != Kind.ROLE_SESSION || named.anySatisfy(each -> namesHolder(each, caller));
    return spares && sparesHolder && named.anySatisfy(each -> namesAccount(each, caller));
  }

  private static Naming naming(String written, Caller caller, String federation) {
    if (isAnyone(written)) {
      return Naming.ITSELF;
    }
    if (names(written, caller)) {
      return switch (caller.kind()) {
        case ROLE -> Naming.HOLDER;
        case USER -> Naming.USER;
        default -> Naming.ITSELF;
      };
    }
    if (namesHolder(written, caller)) {
      return Naming.HOLDER;
    }
    if (!federation.isEmpty() && written.equals("Federated:" + federation)) {
      return Naming.ITSELF;
    }
    return namesAccount(written, caller) ? Naming.ACCOUNT : Naming.NOT;
  }

  static boolean isAnyone(String written) {
    return written.equals("*") || written.equals("AWS:*");
  }

  /** By its own name. */
  private static boolean names(String written, Caller caller) {
    if (isAnyone(written)) {
      return true;
    }
    return switch (caller.kind()) {
      case ANONYMOUS -> false;
      case SERVICE -> written.equals("Service:" + caller.name()) || written.equals("Service:*");
      case FEDERATED -> written.equals("Federated:" + caller.name());
      case ROOT -> namesAccount(written, caller);
      case USER, ROLE, ROLE_SESSION, FEDERATED_SESSION -> written.equals("AWS:" + caller.name());
    };
  }

  private static boolean namesHolder(String written, Caller caller) {
    return !caller.holder().isEmpty()
        && written.startsWith("AWS:")
        && Objects.equals(Caller.withoutPath(written.substring("AWS:".length())), caller.holder());
  }

  private static boolean namesAccount(String written, Caller caller) {
    return !caller.account().isEmpty()
        && written.startsWith("AWS:")
        && (written.equals("AWS:" + caller.account())
            || (written.endsWith(":iam::" + caller.account() + ":root")
                && written.startsWith("AWS:arn:")));
  }
}
