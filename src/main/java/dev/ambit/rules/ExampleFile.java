package dev.ambit.rules;

import java.nio.file.Path;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The examples beside a rule, unread: tiny worlds, and what the rule must find in each.
 *
 * @param rule id of the rule it stands beside
 * @param path relative to the rules' folder, with {@code /}
 */
public record ExampleFile(String rule, String path, String text) {
  private static final String ENDING = ".examples.yaml";

  /** Those of our own rules, sorted by path. */
  public static ImmutableList<ExampleFile> shipped() {
    return ShippedRules.read(ExampleFile::in);
  }

  /**
   * Those of a folder of rules, sorted by path.
   *
   * @throws RuleException if the folder or a file in it cannot be read
   */
  public static ImmutableList<ExampleFile> in(Path folder) {
    return RuleFile.in(folder, ENDING)
        .collect(
            file ->
                new ExampleFile(
                    file.path().substring(0, file.path().length() - ENDING.length()),
                    file.path(),
                    file.text()));
  }
}
