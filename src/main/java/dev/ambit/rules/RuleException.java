package dev.ambit.rules;

import java.util.List;

/**
 * A rule file that cannot be used: something its author can repair. The message has one line for
 * each problem: {@code rule-id: what. What to do}.
 */
public final class RuleException extends RuntimeException {
  private static final long serialVersionUID = 1;

  RuleException(String rule, String what, String remedy) {
    super(line(rule, what, remedy));
  }

  RuleException(List<String> lines) {
    super(String.join("\n", lines));
  }

  static String line(String rule, String what, String remedy) {
    return rule + ": " + what + ". " + remedy;
  }
}
