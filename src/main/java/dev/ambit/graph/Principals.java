package dev.ambit.graph;

import dev.ambit.graph.Vocabulary.Property;
import dev.ambit.graph.Vocabulary.Thing;
import dev.ambit.model.Facts;
import dev.ambit.model.Levels;
import dev.ambit.model.Principal;
import java.util.Arrays;

/** What the inputs say of principals. */
final class Principals {
  private static final Terms TERMS =
      Terms.of(
              Property.KIND,
              Property.NAME,
              Property.MEMBER_OF,
              Property.CLEARANCE,
              Property.SIZE,
              Property.TRUST,
              Property.CONSUMES,
              Property.ACTIVE,
              Property.CERTAINTY,
              Property.CLEARANCE_RANK)
          .and(Thing.PRINCIPAL)
          .and(
              Arrays.stream(Principal.Kind.values())
                  .filter(kind -> kind != Principal.Kind.UNKNOWN)
                  .map(kind -> Thing.valueOf(kind.name()))
                  .toArray(Thing[]::new));

  private final Levels levels;

  private Principals(Levels levels) {
    this.levels = levels;
  }

  static RecordTriples of(Facts facts) {
    Principals principals = new Principals(facts.settings().levels());
    return new RecordTriples(new FactRecords<>(facts.principals(), TERMS, principals::describe));
  }

  private void describe(Principal principal, Describing about) {
    about
        .is(Thing.PRINCIPAL)
        .word(Property.KIND, principal.kind().word())
        .word(Property.NAME, principal.name())
        .to(Property.MEMBER_OF, principal.memberOf())
        .word(Property.CLEARANCE, principal.clearance())
        .number(Property.SIZE, principal.size())
        .word(Property.TRUST, principal.trustOrDefault().word())
        .to(Property.CONSUMES, principal.consumes())
        .flag(Property.ACTIVE, principal.active())
        .word(Property.CERTAINTY, principal.certainty().word());
    principal
        .clearance()
        .value()
        .ifPresent(
            level ->
                levels.rank(level).ifPresent(rank -> about.number(Property.CLEARANCE_RANK, rank)));
    if (principal.kind() != Principal.Kind.UNKNOWN) {
      about.is(Thing.valueOf(principal.kind().name()));
    }
  }
}
