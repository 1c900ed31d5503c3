package dev.ambit.resolve.aws.request;

import dev.ambit.model.Policy.Statement;
import dev.ambit.model.request.Ruling;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** What the statements of some policies say about one request. */
final class Heard {
  /** Of policies that are not there. */
  static final Heard NOTHING = new Heard();

  private final MutableList<CompiledStatement> denies = Lists.mutable.withInitialCapacity(0);
  private final MutableList<CompiledStatement> allows = Lists.mutable.withInitialCapacity(1);
  private final MutableList<CompiledStatement> doubtful = Lists.mutable.withInitialCapacity(0);
  private Naming naming = Naming.NOT;
  private Naming atMost = Naming.NOT;
  private boolean mayDeny;
  private boolean mayAllow;
  private boolean grants;
  private boolean mayGrant;

  static Heard of(
      CompiledStatement[] statements, Asked asked, String federation, boolean isBounded) {
    Heard heard = new Heard();
    for (CompiledStatement each : statements) {
      Naming naming = each.naming(asked, federation, isBounded);
      if (naming != Naming.NOT) {
        heard.add(each, naming, each.isAbout(asked));
      }
    }
    return heard;
  }

  private void add(CompiledStatement statement, Naming named, Holds holds) {
    if (holds == Holds.NO) {
      return;
    }
    if (statement.allows()) {
      atMost = closer(atMost, named);
    }
    mayGrant |= statement.isGrant();
    grants |= statement.isGrant() && holds == Holds.YES;
    if (holds == Holds.DEPENDS) {
      doubtful.add(statement);
      mayAllow |= statement.allows();
      mayDeny |= !statement.allows();
    } else if (statement.allows()) {
      allows.add(statement);
      naming = closer(naming, named);
    } else {
      denies.add(statement);
    }
  }

  private static Naming closer(Naming one, Naming other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /**
   * Whether a statement denies.
   *
   * @param generous what depends is taken for the caller, else against
   */
  boolean denies(boolean generous) {
    return denies.notEmpty() || (mayDeny && !generous);
  }

  boolean allows(boolean generous) {
    return allows.notEmpty() || (mayAllow && generous);
  }

  /** Whether a grant of a key is among what allows. */
  boolean grants(boolean generous) {
    return generous ? mayGrant : grants;
  }

  /** How those that allow name the caller. */
  Naming naming(boolean generous) {
    return generous ? atMost : naming;
  }

  boolean isDoubtful() {
    return mayAllow || mayDeny;
  }

  /** The resources that those name which allow. */
  ImmutableList<String> allowed(Context context) {
    return allows.flatCollect(each -> each.resources(context)).toImmutable();
  }

  /** Whether one of those that allow is about all but some. */
  boolean allowsAllBut() {
    return allows.anySatisfy(each -> each.written().notResources().notEmpty());
  }

  /** Statements whose conditions cannot be decided. */
  ImmutableList<CompiledStatement> doubtful() {
    return doubtful.toImmutable();
  }

  Ruling ruling() {
    Ruling most = ruling(true);
    return most == ruling(false) ? most : Ruling.DEPENDS;
  }

  private Ruling ruling(boolean generous) {
    if (denies(generous)) {
      return Ruling.EXPLICIT_DENY;
    }
    return allows(generous) ? Ruling.ALLOWED : Ruling.IMPLICIT_DENY;
  }

  ImmutableList<Statement> because(Ruling ruling) {
    return switch (ruling) {
      case EXPLICIT_DENY -> denies.collect(CompiledStatement::written).toImmutable();
      case ALLOWED -> allows.collect(CompiledStatement::written).toImmutable();
      case DEPENDS ->
          Lists.immutable
              .withAll(denies)
              .newWithAll(allows)
              .newWithAll(doubtful)
              .collect(CompiledStatement::written);
      case IMPLICIT_DENY -> Lists.immutable.empty();
    };
  }
}
