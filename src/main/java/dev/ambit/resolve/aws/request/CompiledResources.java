package dev.ambit.resolve.aws.request;

import dev.ambit.model.Policy.Statement;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What a statement speaks of. Case matters. Source: the IAM guide, "IAM JSON policy elements:
 * Resource" and "NotResource".
 */
final class CompiledResources {
  private final ImmutableList<Template> templates;
  private final String[] constants;
  private final boolean allBut;
  private final ShortArns shortArns;

  private CompiledResources(
      ImmutableList<Template> templates,
      ImmutableList<String> constants,
      boolean allBut,
      ShortArns shortArns) {
    this.templates = templates;
    this.constants = constants.toArray(new String[0]);
    this.allBut = allBut;
    this.shortArns = shortArns;
  }

  static CompiledResources of(Statement written, boolean hasVariables, ShortArns shortArns) {
    boolean allBut = written.notResources().notEmpty() || written.resources().isEmpty();
    ImmutableList<String> named = allBut ? written.notResources() : written.resources();
    if (allBut && !named.allSatisfy(shortArns::canStand)) {
      // What could not be stored is about nothing, and is no exception from everything.
      return new CompiledResources(
          Lists.immutable.empty(), Lists.immutable.empty(), false, shortArns);
    }
    ImmutableList<Template> all =
        named.select(shortArns::canStand).collect(each -> Template.of(each, hasVariables));
    return new CompiledResources(
        all.reject(Template::isConstant),
        all.select(Template::isConstant).collect(each -> arn(each.constant(), shortArns)),
        allBut,
        shortArns);
  }

  /** The context keys that its variables ask for, as written. */
  ImmutableList<String> keys() {
    return templates.flatCollect(Template::keys);
  }

  /** The patterns of what it names, as far as the context tells; empty for all but some. */
  ImmutableList<String> patterns(Context context) {
    return allBut
        ? Lists.immutable.empty()
        : Lists.immutable
            .of(constants)
            .newWithAll(
                templates
                    .reject(each -> each.isOpen(context))
                    .flatCollect(
                        each ->
                            each.pattern(context)
                                .map(made -> Lists.immutable.of(arn(made, shortArns)))
                                .orElseGet(Lists.immutable::empty)));
  }

  /**
   * Whether a request's resource is among them. Asked about many at once, a statement that allows
   * need only have some of them, and one that denies must have them all. What a variable without a
   * value stands for is not known, so neither is what all others are.
   */
  Holds have(Asked asked, boolean someWillDo) {
    Holds have = Holds.NO;
    boolean some = someWillDo != allBut;
    for (String each : constants) {
      if (isAbout(each, asked, some)) {
        have = Holds.YES;
        break;
      }
    }
    boolean lacksValue = false;
    for (int i = 0; i < templates.size() && have != Holds.YES; i++) {
      Template template = templates.get(i);
      if (template.isOpen(asked.context())) {
        boolean may = isAbout(arn(template.widest(asked.context()), shortArns), asked, some);
        have = have.or(may ? Holds.DEPENDS : Holds.NO);
      } else {
        Optional<String> pattern = template.pattern(asked.context());
        lacksValue |= pattern.isEmpty();
        boolean is = pattern.isPresent() && isAbout(arn(pattern.get(), shortArns), asked, some);
        have = have.or(Holds.of(is));
      }
    }
    return allBut ? have.not().and(Holds.of(!lacksValue)) : have;
  }

  private static boolean isAbout(String pattern, Asked asked, boolean some) {
    return (asked.isPattern() && some)
        ? Wildcards.overlap(pattern, asked.resource())
        : Wildcards.covers(pattern, asked.resource());
  }

  private static String arn(String written, ShortArns shortArns) {
    return Wildcards.ofArn(shortArns.completed(written));
  }
}
