package dev.ambit.connect;

import dev.ambit.connect.References.Section;
import dev.ambit.connect.References.Use;
import dev.ambit.connect.inventory.InventoryConnector;
import dev.ambit.model.Builtin;
import dev.ambit.model.Fact;
import dev.ambit.model.Facts;
import dev.ambit.model.InputFile;
import dev.ambit.model.Nearest;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Policy;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * Finds names that an inventory uses and nothing declares, where it says that the section that
 * would declare them is complete. Elsewhere such a name stays, as a node of unknown kind. Exports
 * declare names too, so this is asked once everything is read.
 */
final class DeclaredNames {
  /** More names than this are not searched for the nearest one. */
  private static final int SEARCHED = 5_000;

  private static final ImmutableSet<String> SETTINGS =
      Sets.immutable.of("ambit", "organisation", "asOf", "closed", "levels", "labels", "defaults");

  private final Map<Section, NavigableSet<String>> bySection = new EnumMap<>(Section.class);
  private final Set<String> all = new HashSet<>();
  private final Set<String> beginnings = new HashSet<>();
  private final NavigableSet<String> inPolicies = new TreeSet<>();
  private final Set<Section> complete;
  private final MutableList<Note> errors = Lists.mutable.empty();

  private DeclaredNames(Set<Section> complete) {
    this.complete = complete;
    for (Section section : Section.values()) {
      bySection.put(section, new TreeSet<>());
    }
    for (Builtin builtin : Builtin.values()) {
      all.add(builtin.id());
    }
  }

  /**
   * The same facts without the records of an inventory that use an undeclared name, and an error
   * note for each such name.
   */
  static Facts checked(Facts facts) {
    ImmutableSet<String> inventories =
        facts
            .inputs()
            .select(input -> input.source().equals(InventoryConnector.ID))
            .collect(InputFile::path)
            .toImmutableSet();
    Set<Section> complete = complete(facts, inventories);
    if (complete.isEmpty()) {
      return facts;
    }
    DeclaredNames names = new DeclaredNames(complete);
    names.declare(facts);
    return names.check(facts, inventories);
  }

  /**
   * The sections that are closed, without those of which a record could not be read: it may be the
   * one that declares the name.
   */
  private static Set<Section> complete(Facts facts, ImmutableSet<String> inventories) {
    Set<Section> complete = EnumSet.noneOf(Section.class);
    ImmutableSet<String> broken =
        facts
            .notes()
            .select(note -> note.kind() == Note.Kind.ERROR)
            .collect(Note::origin)
            .select(origin -> inventories.contains(origin.file()))
            .collect(DeclaredNames::topLevelKey)
            .reject(SETTINGS::contains)
            .toImmutableSet();
    for (Section section : Section.values()) {
      boolean isBroken = broken.anySatisfy(key -> key.equals(section.word()) || !isSection(key));
      if (facts.settings().isClosed(section.word()) && !isBroken) {
        complete.add(section);
      }
    }
    return complete;
  }

  private static String topLevelKey(Origin origin) {
    String[] steps = origin.pointer().split("/", 3);
    return steps.length > 1 ? steps[1] : "";
  }

  private static boolean isSection(String key) {
    return key.equals("grants")
        || Lists.immutable.of(Section.values()).anySatisfy(each -> each.word().equals(key));
  }

  private void declare(Facts facts) {
    facts.principals().forEach(each -> declare(Section.PRINCIPALS, each, each.aliases()));
    facts.assets().forEach(each -> declare(Section.ASSETS, each, each.aliases()));
    facts.channels().forEach(each -> declare(Section.CHANNELS, each, each.aliases()));
    facts.credentials().forEach(each -> declare(Section.CREDENTIALS, each, each.aliases()));
    facts.agents().forEach(each -> declare(Section.AGENTS, each, each.aliases()));
    facts.tools().forEach(each -> declare(Section.TOOLS, each, Lists.immutable.empty()));
    facts.gates().forEach(each -> declare(Section.GATES, each, Lists.immutable.empty()));
    facts.policies().forEach(this::declare);
  }

  private void declare(Section section, Fact fact, ImmutableList<String> aliases) {
    bySection.getOrDefault(section, new TreeSet<>()).add(fact.id());
    all.add(fact.id());
    for (String alias : aliases) {
      if (alias.endsWith("*")) {
        beginnings.add(alias.substring(0, alias.length() - 1));
      } else {
        all.add(alias);
      }
    }
  }

  private void declare(Policy policy) {
    all.add(policy.holder());
    policy.statements().forEach(each -> each.resources().forEach(inPolicies::add));
  }

  private boolean isDeclared(String name) {
    if (all.contains(name) || inPolicies.contains(name)) {
      return true;
    }
    String inside = inPolicies.ceiling(name + "/");
    return (inside != null && inside.startsWith(name + "/"))
        || beginnings.stream().anyMatch(name::startsWith);
  }

  private Facts check(Facts facts, ImmutableSet<String> inventories) {
    Facts kept =
        facts.with(
            rest ->
                rest.principals(facts.principals().select(each -> keeps(each, inventories)))
                    .assets(facts.assets().select(each -> keeps(each, inventories)))
                    .channels(facts.channels().select(each -> keeps(each, inventories)))
                    .credentials(facts.credentials().select(each -> keeps(each, inventories)))
                    .grants(facts.grants().select(each -> keeps(each, inventories)))
                    .gates(facts.gates().select(each -> keeps(each, inventories)))
                    .tools(facts.tools().select(each -> keeps(each, inventories)))
                    .agents(facts.agents().select(each -> keeps(each, inventories))));
    return kept.with(rest -> rest.notes(facts.notes().newWithAll(errors)));
  }

  private boolean keeps(Fact fact, ImmutableSet<String> inventories) {
    if (!inventories.contains(fact.origin().file())) {
      return true;
    }
    ImmutableList<Use> undeclared =
        References.of(fact)
            .select(use -> complete.containsAll(use.sections()))
            .reject(use -> isDeclared(use.ref().id()));
    undeclared.forEach(use -> errors.add(mistake(use).note()));
    return undeclared.isEmpty();
  }

  private InputException mistake(Use use) {
    ImmutableList<Section> sections = Lists.immutable.ofAll(use.sections());
    String name = use.ref().id();
    String where = sections.collect(each -> "'" + each.word() + "'").makeString(" or ");
    String closed = sections.size() == 1 ? "which is closed" : "which are closed";
    return new InputException(
        use.ref().origin(),
        "'" + Nearest.shortened(name) + "' is not declared under " + where + ", " + closed,
        nearest(name, sections)
            .map(each -> "Declare it, or write '" + each + "'")
            .orElse("Declare it, or correct the name"));
  }

  private Optional<String> nearest(String name, ImmutableList<Section> sections) {
    ImmutableList<String> known =
        sections.flatCollect(each -> bySection.getOrDefault(each, new TreeSet<>()));
    return known.isEmpty() || known.size() > SEARCHED
        ? Optional.empty()
        : Optional.of(Nearest.to(name, known));
  }
}
