package dev.ambit.repair;

import dev.ambit.model.Facts;
import dev.ambit.model.Finding;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Some set of changes that closes what can be closed: the cheapest for the first finding, then the
 * cheapest for the next over what that left, and so on.
 *
 * @param closed the findings that it closes
 * @param left those for which nothing was found
 */
record FirstAnswer(Plan plan, ImmutableList<Finding> closed, ImmutableList<Finding> left) {

  static FirstAnswer of(
      Facts facts,
      ImmutableList<Finding> targets,
      ImmutableList<Finding> all,
      SecondScan scan,
      Costs costs) {
    Workshop workshop = new Workshop(scan, facts, all, costs);
    Plan plan = Plan.none(facts);
    for (Finding target : targets) {
      Finding still = workshop.trial(plan).still(target).orElse(target);
      if (workshop.trial(plan).still(target).isPresent()) {
        // What was there at the start may stay: the search must not take it for harm.
        Search search = new Search(scan, plan.after(), all, Lists.immutable.empty(), costs);
        ImmutableList<Plan> plans = search.plans(still);
        if (plans.notEmpty()) {
          plan = plans.getFirst().edits().injectInto(plan, Plan::and);
        }
      }
    }
    Trial trial = workshop.trial(plan);
    ImmutableList<Finding> closed = targets.select(each -> trial.still(each).isEmpty());
    return new FirstAnswer(plan, closed, targets.reject(each -> trial.still(each).isEmpty()));
  }
}
