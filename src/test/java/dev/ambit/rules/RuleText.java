package dev.ambit.rules;

import dev.ambit.graph.Vocabulary;

/** A rule file for a test, complete but for what the test is about. */
record RuleText(String header, String query) {
  private static final String HEADER =
      """
      #+ title: Agent reads data
      #+ message: {subject} can read {object}.
      #+ why: It may pass it on.
      #+ fix: Remove the right.
      #+ since: 0.1.0
      #+ severity: medium
      #+ hop: reads
      """;

  /** A rule with the usual header. */
  static RuleText of(String query) {
    return new RuleText(HEADER, query);
  }

  /** With one line of the header replaced; an empty one takes it away. */
  RuleText header(String key, String line) {
    return new RuleText(header.replaceAll("(?m)^#\\+ " + key + ":.*\n", line), query);
  }

  RuleFile file(String id) {
    return new RuleFile(id + ".rq", text());
  }

  String text() {
    return header + "PREFIX amb: <" + Vocabulary.NAMESPACE + ">\n" + query + "\n";
  }

  Rule rule(String id) {
    return RuleReader.read(file(id), "rules/" + id + ".rq");
  }
}
