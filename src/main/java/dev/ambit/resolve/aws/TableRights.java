package dev.ambit.resolve.aws;

import dev.ambit.model.Certainty;
import dev.ambit.model.Policy.Statement;
import dev.ambit.model.Right;
import dev.ambit.model.Said;
import dev.ambit.model.Verb;
import dev.ambit.model.Verbs;
import dev.ambit.resolve.Names;
import dev.ambit.resolve.NodeSets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Rights on the data of tables, which take the word of Lake Formation and of IAM. */
final class TableRights {
  private static final String DATA = "lakeformation:GetDataAccess";

  private final DataLakes lake;
  private final Holdings holdings;
  private final Names names;
  private final EffectivePermissions.Answered answered;
  private final MutableList<Right> rights = Lists.mutable.empty();
  private final ImmutableList<Right> known;

  TableRights(DataLakes lake, Holdings holdings, ImmutableList<Right> known) {
    this.lake = lake;
    this.holdings = holdings;
    this.names = holdings.names();
    this.known = known;
    this.answered = new EffectivePermissions.Answered(holdings);
  }

  /** The rights that are known, and those on tables. */
  ImmutableList<Right> all() {
    for (String table : lake.tables()) {
      int node = names.node(table);
      if (node >= 0) {
        byPermission(table, node, Verb.READ, "SELECT", DATA);
        byPermission(table, node, Verb.WRITE, "INSERT", DATA);
        byPermission(table, node, Verb.DELETE, "DELETE", DATA);
        byPermission(table, node, Verb.SHARE, "GRANT", "lakeformation:GrantPermissions");
        if (!lake.governs(table)) {
          byPermissionNotHere(table, node);
        }
        if (!lake.governs(table)
            || DataLakes.isOpenToIam(lake.on(table, Lists.immutable.of("SELECT")))) {
          byIamAlone(table, node, "");
        } else {
          lake.hybrid(table).ifPresent(on -> byIamAlone(table, node, on));
        }
      }
    }
    return known.newWithAll(rights);
  }

  private void byPermission(String table, int node, Verb verb, String permission, String action) {
    for (Statement each : lake.on(table, Lists.immutable.of(permission))) {
      for (int who : holdings.roster().identities()) {
        Subject subject = holdings.roster().subject(who);
        if (DataLakes.mayNameAnyone(each)
            || DataLakes.names(each, subject.arn(), subject.account())) {
          permitted(each, subject, node, verb, action);
        }
      }
    }
  }

  /** Of an account whose permissions were not exported nobody can say that it keeps anyone out. */
  private void byPermissionNotHere(String table, int node) {
    for (int who : holdings.roster().identities()) {
      Subject subject = holdings.roster().subject(who);
      firstOf(subject, DATA)
          .ifPresent(
              with ->
                  add(
                      with,
                      subject,
                      node,
                      both(
                          with.dependsOn(),
                          "the permissions of Lake Formation on " + table + ", which are not here"),
                      ""));
    }
  }

  private void permitted(Statement by, Subject subject, int node, Verb verb, String action) {
    String open = Conditions.text(by.conditions());
    if (!holdings.roster().isExported(subject)) {
      add(by, subject, node, verb, open, Certainty.ASSUMED, "");
      return;
    }
    firstOf(subject, action)
        .ifPresent(
            with ->
                add(
                    by,
                    subject,
                    node,
                    verb,
                    both(open, with.dependsOn()),
                    with.certainty(),
                    "with " + action + " of " + with.grant()));
  }

  private Optional<Permission> firstOf(Subject subject, String action) {
    return new EffectivePermissions(holdings, subject, answered)
        .to(action, "")
        .select(Permission::anywhere)
        .getFirstOptional();
  }

  /** Then it is as if there were no Lake Formation: the table is read where its data is. */
  private void byIamAlone(String table, int node, String hybrid) {
    Map<Integer, Right> readers = readers(lake.locationOf(table));
    for (int who : holdings.roster().identities()) {
      Subject subject = holdings.roster().subject(who);
      if (lake.isOptedIn(table, subject.arn(), subject.account())) {
        continue;
      }
      new EffectivePermissions(holdings, subject, answered)
          .to("glue:GetTable", "")
          .select(each -> each.on().has(node))
          .getFirstOptional()
          .ifPresent(by -> readBy(by, subject, table, node, readers, hybrid));
    }
  }

  private void readBy(
      Permission by,
      Subject subject,
      String table,
      int node,
      Map<Integer, Right> readers,
      String hybrid) {
    String location = lake.locationOf(table);
    boolean isKnown = !location.isEmpty() && names.node(location) >= 0;
    Optional<Right> there =
        holdings
            .roster()
            .groups(subject.node())
            .newWith(subject.node())
            .select(readers::containsKey)
            .collect(readers::get)
            .getFirstOptional();
    if (isKnown && there.isEmpty()) {
      return;
    }
    String on =
        there
            .map(Right::dependsOn)
            .orElse("s3:GetObject on " + (location.isEmpty() ? "where its data is" : location));
    add(
        by,
        subject,
        node,
        both(both(by.dependsOn(), on), hybrid),
        there.map(each -> "with what " + each.grant() + " gives on " + location).orElse(""));
  }

  /** That what IAM permits lets somebody read a table. */
  private void add(Permission by, Subject subject, int node, String dependsOn, String how) {
    rights.add(
        new Right(
            subject.node(),
            Verbs.of(Verb.READ),
            NodeSets.of(node),
            false,
            dependsOn,
            Said.nothing(),
            by.grant(),
            by.pattern(),
            false,
            Said.nothing(),
            by.certainty(),
            by.origin(),
            how));
  }

  private Map<Integer, Right> readers(String location) {
    Map<Integer, Right> readers = new TreeMap<>();
    int bucket = location.isEmpty() ? -1 : names.node(location);
    if (bucket >= 0) {
      known
          .select(each -> !each.deny() && each.verbs().has(Verb.READ) && each.targets().has(bucket))
          .forEach(
              each ->
                  readers.merge(
                      each.holder(), each, (one, other) -> one.isUndecided() ? other : one));
    }
    return readers;
  }

  private static String both(String one, String other) {
    return one.isEmpty() || other.isEmpty() ? one + other : one + " and " + other;
  }

  private void add(
      Statement by,
      Subject subject,
      int node,
      Verb verb,
      String dependsOn,
      Certainty certainty,
      String how) {
    rights.add(
        new Right(
            subject.node(),
            Verbs.of(verb),
            NodeSets.of(node),
            false,
            dependsOn,
            Said.nothing(),
            by.id(),
            RightList.patternOf(by),
            false,
            Said.nothing(),
            certainty,
            by.origin(),
            how));
  }
}
