package dev.ambit.repair;

import dev.ambit.model.AccessMap;
import dev.ambit.model.AccessStatement;
import dev.ambit.model.Facts;
import dev.ambit.model.Finding;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/** Judges facts as they would be after a change. */
public interface SecondScan {
  /** The ids of all rules, in the order in which they are asked. */
  ImmutableList<String> rules();

  /** The changed facts, ready to be asked rule by rule: most changes fail at the first rule. */
  Answers of(Facts changed);

  /** What changes of these facts take away. */
  Losses losses(Facts before);

  /** What could be done before and no longer can. */
  interface Losses {
    /** A sentence each, sorted. */
    ImmutableList<String> in(Standing after);
  }

  /** Who can do what, in one set of facts. */
  record Standing(AccessMap access, AccessStatement statement) {}

  /** What the rules say of one set of facts. */
  interface Answers {
    /** What this rule finds, with its worst severity; empty if it could not be judged. */
    Optional<ImmutableList<Finding>> by(String rule);

    /** What they were asked of, so that nobody resolves it again to see what is lost. */
    Standing standing();
  }
}
