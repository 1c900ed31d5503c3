package dev.ambit.rules;

/**
 * A rule of which one piece was taken away. If its examples still say the same, no example shows
 * what that piece is for.
 *
 * @param rule its id
 * @param line where the piece stands in the file, from 1
 * @param dropped the piece, in one line
 * @param book the rule without it, alone
 */
public record Mutant(String rule, int line, String dropped, RuleBook book)
    implements Comparable<Mutant> {

  /** By rule, then down its file. */
  @Override
  public int compareTo(Mutant other) {
    int byRule = rule.compareTo(other.rule);
    return byRule != 0 ? byRule : Integer.compare(line, other.line);
  }

  /** {@code action/open-egress:12: amb:kind amb:Action}. */
  @Override
  public String toString() {
    return rule + ".rq:" + line + ": " + dropped;
  }
}
