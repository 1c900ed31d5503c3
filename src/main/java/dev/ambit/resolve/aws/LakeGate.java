package dev.ambit.resolve.aws;

import dev.ambit.model.Policy.Statement;
import dev.ambit.model.request.AccessRuling;
import dev.ambit.model.request.Layer;
import dev.ambit.model.request.LayerRuling;
import dev.ambit.model.request.Ruling;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** What Lake Formation adds to an answer of IAM about one table or database. */
final class LakeGate {
  private final DataLakes lake;

  LakeGate(DataLakes lake) {
    this.lake = lake;
  }

  /**
   * The answer, as far as Lake Formation lets it stand.
   *
   * @param principal the ARN whose permissions count; empty for one that has none
   */
  AccessRuling with(
      AccessRuling byIam, String action, String arn, String principal, String account) {
    ImmutableList<String> needed = DataLakes.neededFor(action);
    boolean isAsked = needed.notEmpty() && lake.governs(arn);
    if (!isAsked || byIam.ruling() == Ruling.EXPLICIT_DENY) {
      return byIam;
    }
    ImmutableList<Statement> all = lake.on(arn, needed);
    ImmutableList<Statement> mine =
        all.select(
            each ->
                (DataLakes.isForAnyone(each) && !lake.isOptedIn(arn, principal, account))
                    || DataLakes.mayNameAnyone(each)
                    || DataLakes.names(each, principal, account));
    ImmutableList<Statement> sure = mine.select(each -> each.conditions().isEmpty());
    if (sure.notEmpty()) {
      return with(byIam, Ruling.ALLOWED, sure, Lists.immutable.empty());
    }
    Optional<String> hybrid =
        lake.isOptedIn(arn, principal, account) ? Optional.empty() : lake.hybrid(arn);
    if (hybrid.filter(String::isEmpty).isPresent()) {
      return with(byIam, Ruling.ALLOWED, sure, Lists.immutable.empty());
    }
    ImmutableList<Statement> ofAccount = all.select(each -> DataLakes.namesAccount(each, account));
    ImmutableList<String> on =
        mine.collect(each -> Conditions.text(each.conditions()))
            .newWithAll(
                ofAccount.collect(each -> "a permission of Lake Formation in account " + account))
            .newWithAll(hybrid.stream().toList())
            .distinct();
    return on.isEmpty()
        ? with(byIam, Ruling.IMPLICIT_DENY, Lists.immutable.empty(), on)
        : with(byIam, Ruling.DEPENDS, mine.newWithAll(ofAccount), on);
  }

  private static AccessRuling with(
      AccessRuling byIam,
      Ruling said,
      ImmutableList<Statement> because,
      ImmutableList<String> dependsOn) {
    ImmutableList<LayerRuling> layers =
        byIam.layers().newWith(new LayerRuling(Layer.LAKE_FORMATION, said, because));
    boolean isDenied = said == Ruling.IMPLICIT_DENY || byIam.ruling() == Ruling.IMPLICIT_DENY;
    if (isDenied) {
      return new AccessRuling(Ruling.IMPLICIT_DENY, layers, Lists.immutable.empty());
    }
    boolean depends = said == Ruling.DEPENDS || byIam.ruling() == Ruling.DEPENDS;
    return new AccessRuling(
        depends ? Ruling.DEPENDS : Ruling.ALLOWED,
        layers,
        byIam.dependsOn().newWithAll(dependsOn).distinct().toSortedList().toImmutable());
  }
}
