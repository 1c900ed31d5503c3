package dev.ambit.resolve.aws;

import dev.ambit.model.Policy.Statement;
import dev.ambit.model.Verbs;
import dev.ambit.resolve.aws.request.Wildcards;
import java.util.BitSet;
import java.util.Locale;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;

/**
 * Every action of AWS and what it does. Services are read in when a policy first names them, so a
 * small input pays for what it uses. Action names are compared in small letters: case does not
 * matter in actions.
 *
 * <p>Belongs to one run and one thread, since it learns while it answers.
 */
final class ActionTable {
  private static final ImmutableList<String> EVERY = Lists.immutable.of("*");

  private final UnifiedMap<String, Service> services = UnifiedMap.newMap();
  private final UnifiedMap<ImmutableList<String>, ActionSet> answered = UnifiedMap.newMap();
  private final UnifiedMap<ImmutableList<String>, ActionSet> allBut = UnifiedMap.newMap();
  // By identity: sets are answered once for each list of patterns and kept.
  private final UnifiedMap<ActionSet, ImmutableList<Family>> effective = UnifiedMap.newMap();
  private final MutableList<Family> families = Lists.mutable.empty();
  private final Rules rules;
  private final boolean namesTypeless;

  /** What an action does, by its name in small letters and its access level. */
  private interface Rules {
    Effects effects(String action, String level);
  }

  ActionTable() {
    this(EffectRules.SHIPPED::effects, false);
  }

  private ActionTable(Rules rules, boolean namesTypeless) {
    this.rules = rules;
    this.namesTypeless = namesTypeless;
  }

  /**
   * The same actions as if each of them did {@code effects}, those without a type of resource on
   * something that only a statement on everything covers.
   */
  static ActionTable withEffects(Effects effects) {
    return new ActionTable((action, level) -> effects, true);
  }

  /** The actions that a statement is about. */
  ActionSet of(Statement statement) {
    return statement.notActions().isEmpty()
        ? matching(statement.actions())
        : allBut.getIfAbsentPutWithKey(
            statement.notActions(), each -> matching(EVERY).minus(matching(each)));
  }

  /** The actions that at least one of the patterns covers. */
  ActionSet matching(ImmutableList<String> patterns) {
    return answered.getIfAbsentPutWithKey(patterns, this::find);
  }

  Family family(int action) {
    return families.get(action);
  }

  /** The families of a set that do something, in the order of their first action. */
  ImmutableList<Family> families(ActionSet actions) {
    return effective.getIfAbsentPut(
        actions,
        () ->
            Lists.immutable.fromStream(
                actions.stream()
                    .mapToObj(families::get)
                    .filter(each -> !each.effects().equals(Effects.NONE))
                    .distinct()));
  }

  private ActionSet find(ImmutableList<String> patterns) {
    BitSet found = new BitSet();
    patterns.forEach(written -> find(written.toLowerCase(Locale.ROOT), found));
    return ActionSet.of(found.stream());
  }

  private void find(String pattern, BitSet found) {
    int colon = pattern.indexOf(':');
    String service = colon < 0 ? pattern : pattern.substring(0, colon);
    if (Wildcards.isPlain(service)) {
      actions(service).find(pattern, found);
    } else {
      ActionLines.BY_SERVICE
          .keysView()
          .select(name -> Wildcards.covers(service, name))
          .forEach(name -> actions(name).find(pattern, found));
    }
  }

  /**
   * The actions of one service.
   *
   * @param names in small letters, sorted
   * @param first the number of its first action in the order of the table
   */
  private record Service(ActionNames names, int first) {
    void find(String pattern, BitSet found) {
      names.find(pattern, place -> found.set(first + place));
    }
  }

  private Service actions(String service) {
    return services.getIfAbsentPutWithKey(service, this::load);
  }

  private Service load(String service) {
    int first = families.size();
    ImmutableList<String> block = ActionLines.BY_SERVICE.get(service);
    if (block != null) {
      block.forEach(this::learn);
    }
    return new Service(ActionNames.of(service), first);
  }

  private void learn(String line) {
    String[] fields = line.split("\t", -1);
    ImmutableList<String> types =
        fields[2].isEmpty() ? typeless(fields[0]) : Lists.immutable.of(fields[2].split(" ", -1));
    UnifiedMap<Effects, Family> byEffect = UnifiedMap.newMap();
    for (String action : fields[3].split(" ", -1)) {
      String name = (fields[0] + ":" + action).toLowerCase(Locale.ROOT);
      Effects effects = rules.effects(name, fields[1]);
      families.add(byEffect.getIfAbsentPut(effects, () -> new Family(fields[0], types, effects)));
    }
  }

  private ImmutableList<String> typeless(String service) {
    return namesTypeless ? Lists.immutable.of(service + ":*:@:-") : Lists.immutable.empty();
  }

  /** Everything some action of the set does. */
  Verbs verbs(ActionSet actions) {
    Verbs[] all = {Verbs.NONE};
    actions.forEach(action -> all[0] = all[0].or(families.get(action).effects().verbs()));
    return all[0];
  }

  /**
   * Whether an action works on a resource of that name; one that no table has works on anything.
   */
  boolean worksOn(String action, String arn) {
    ActionSet found = matching(Lists.immutable.of(action));
    return found.isEmpty()
        || found.stream()
            .mapToObj(families::get)
            .flatMap(family -> family.types().castToList().stream())
            .map(type -> ResourcePattern.of("arn:*:" + type.replace("@", "*")))
            .anyMatch(type -> ResourcePattern.of(arn).hasSome(type));
  }
}
