package dev.ambit.report.browser;

import dev.ambit.model.AnalysisResult;
import dev.ambit.report.Golden;
import dev.ambit.report.Large;
import dev.ambit.report.Results;
import dev.ambit.report.html.HtmlReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.collections.api.factory.Lists;

/** The reports that the browser is shown, each as a file. */
record ReportPages(Path folder) {
  static final String SMALL = "small";
  static final String CLEAN = "clean";
  static final String EMPTY = "empty";
  static final String HOSTILE = "hostile";
  static final String LARGE = "large";

  static ReportPages written(Path folder) throws IOException {
    Files.createDirectories(folder);
    Map<String, AnalysisResult> results = new LinkedHashMap<>();
    results.put(SMALL, Results.incident());
    results.put(CLEAN, Results.clean());
    results.put(
        EMPTY, Results.clean().with(it -> it.organisation("").agents(Lists.immutable.empty())));
    results.put(HOSTILE, Results.hostile());
    results.put(LARGE, Large.result(10_000));
    for (Map.Entry<String, AnalysisResult> each : results.entrySet()) {
      Files.writeString(
          folder.resolve(each.getKey() + ".html"),
          Golden.written(new HtmlReport(), each.getValue()));
    }
    return new ReportPages(folder);
  }

  Path named(String name) {
    return folder.resolve(name + ".html");
  }
}
