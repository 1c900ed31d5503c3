package dev.ambit.connect.decisions;

import dev.ambit.connect.Cursor;
import dev.ambit.connect.Syntax;
import dev.ambit.model.Decisions.Baseline;
import dev.ambit.model.KnownFinding;
import dev.ambit.model.Nearest;
import dev.ambit.model.Severity;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Reads a baseline whole: half of one would make known findings new, or new ones known. */
public final class BaselineFile {
  private static final ImmutableList<String> KEYS = Lists.immutable.of("baseline", "findings");
  private static final ImmutableList<String> PARTS =
      Lists.immutable.of("id", "rule", "subject", "object", "severity");

  private BaselineFile() {}

  /**
   * What stands in it.
   *
   * @throws dev.ambit.connect.InputException if something in it is wrong
   */
  public static Baseline read(String text, String file) {
    Cursor whole = Syntax.ofName(file).read(text, file, 1).expect(Cursor.Kind.OBJECT);
    known(whole, KEYS);
    String version = whole.required("baseline").scalar().orElse("");
    if (!version.equals("1")) {
      throw whole
          .required("baseline")
          .wrong("this version of baselines is not known: " + version, "Write baseline: 1");
    }
    return new Baseline(
        file,
        whole
            .required("findings")
            .expect(Cursor.Kind.LIST)
            .items()
            .collect(BaselineFile::finding)
            .toSortedList()
            .toImmutable());
  }

  private static KnownFinding finding(Cursor entry) {
    known(entry.expect(Cursor.Kind.OBJECT), PARTS);
    String word = entry.requiredText("severity");
    KnownFinding finding =
        new KnownFinding(
            entry.requiredText("rule"),
            entry.requiredText("subject"),
            entry.requiredText("object"),
            Severity.named(word)
                .orElseThrow(
                    () ->
                        entry
                            .required("severity")
                            .wrong(
                                "'" + Nearest.shortened(word) + "' is no severity",
                                "Write critical, high, medium, low or info")));
    String id = entry.requiredText("id");
    if (!id.equals(finding.id())) {
      throw entry
          .required("id")
          .wrong(
              "the id of this rule, subject and object is " + finding.id(),
              "Write it, or make the baseline again with 'ambit baseline write'");
    }
    return finding;
  }

  private static void known(Cursor object, ImmutableList<String> keys) {
    object
        .unknownKeys(keys)
        .forEach(
            each -> {
              throw each;
            });
  }
}
