package dev.ambit.resolve.aws;

import dev.ambit.model.Day;
import dev.ambit.model.Policy.Statement;
import dev.ambit.model.Principal;
import dev.ambit.model.Said;
import dev.ambit.resolve.Names;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.map.mutable.primitive.IntObjectHashMap;

/**
 * When a principal last used what a statement gives it, by the services that the statement is
 * about. Nothing is said where one of them is not reported, or where the statement is about any. A
 * log proves that something was used, never that it was not: it makes a reported day later, and
 * alone it says nothing.
 */
final class LastUse {
  private final IntObjectHashMap<Map<String, Principal.Used>> byPrincipal =
      IntObjectHashMap.newMap();

  LastUse(ImmutableList<Principal> principals, Names names) {
    for (Principal principal : principals.select(each -> each.uses().notEmpty())) {
      Map<String, Principal.Used> used = new TreeMap<>();
      principal
          .uses()
          .reject(Principal.Used::orLater)
          .forEach(each -> used.merge(each.service(), each, LastUse::later));
      principal
          .uses()
          .select(Principal.Used::orLater)
          .forEach(
              each -> used.computeIfPresent(each.service(), (key, known) -> later(known, each)));
      byPrincipal.put(names.node(principal.id()), used);
    }
  }

  private static Principal.Used later(Principal.Used one, Principal.Used other) {
    return day(one).isBefore(day(other)) ? other : one;
  }

  private static LocalDate day(Principal.Used used) {
    return used.last().date().orElse(LocalDate.MIN);
  }

  Said<Day> of(int holder, Statement statement) {
    Map<String, Principal.Used> known = byPrincipal.get(holder);
    if (known == null || statement.notActions().notEmpty()) {
      return Said.nothing();
    }
    ImmutableList<String> services =
        statement
            .actions()
            .collect(each -> each.split(":", 2)[0].toLowerCase(Locale.ROOT))
            .distinct();
    if (services.isEmpty() || !services.allSatisfy(known::containsKey)) {
      return Said.nothing();
    }
    return Lists.immutable
        .ofAll(known.values())
        .select(each -> services.contains(each.service()))
        .reduce(LastUse::later)
        .map(last -> Said.of(last.last(), last.origin()))
        .orElseGet(Said::nothing);
  }
}
