package dev.ambit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import picocli.CommandLine.Option;

/** What one may add to a question about AWS. */
final class RequestOptions {
  @Option(
      names = "--context",
      paramLabel = "KEY=VALUE",
      description = "A context key of the request, as in aws:SourceIp=203.0.113.7; repeats.")
  List<String> context = new ArrayList<>();

  @Option(names = "--out", paramLabel = "FORMAT=-", description = "json=- for a program.")
  String out = "text=-";

  /**
   * Values by key in small letters.
   *
   * @throws UsageException if an entry is no key with a value
   */
  Map<String, ImmutableList<String>> values() {
    Map<String, ImmutableList<String>> values = new TreeMap<>();
    for (String entry : context) {
      int equals = entry.indexOf('=');
      if (equals < 1) {
        throw new UsageException(
            "--context takes KEY=VALUE, as in aws:SourceIp=203.0.113.7, and found '" + entry + "'");
      }
      values.merge(
          entry.substring(0, equals).toLowerCase(Locale.ROOT),
          Lists.immutable.of(entry.substring(equals + 1)),
          ImmutableList::newWithAll);
    }
    return values;
  }

  /**
   * Whether a program asks.
   *
   * @throws UsageException if the format is neither text nor JSON
   */
  boolean asJson() {
    if (!out.equals("json=-") && !out.equals("text=-")) {
      throw new UsageException("the answer goes to stdout: --out json=- or --out text=-");
    }
    return out.equals("json=-");
  }
}
