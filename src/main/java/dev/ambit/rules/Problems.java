package dev.ambit.rules;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with one rule: all of it, so that its author repairs it once. */
final class Problems {
  private final String rule;
  private final List<String> lines = new ArrayList<>();

  Problems(String rule) {
    this.rule = rule;
  }

  void add(String what, String remedy) {
    lines.add(RuleException.line(rule, what, remedy));
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /** Throws if there are any. */
  void check() {
    if (!lines.isEmpty()) {
      throw new RuleException(lines);
    }
  }
}
