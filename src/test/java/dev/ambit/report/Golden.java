package dev.ambit.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.model.AnalysisResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Outputs and the files that show what they should be. */
public final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/dev/ambit/report");

  private Golden() {}

  /** What the writer makes of the result. */
  public static String written(ReportWriter writer, AnalysisResult result) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writer.write(result, out);
    } catch (IOException e) {
      throw new AssertionError("memory takes everything", e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Fails unless the file says the same; {@code -Dexpected=write} rewrites it instead. */
  public static void assertSame(String file, String actual) throws IOException {
    Path expected = FOLDER.resolve(file);
    if ("write".equals(System.getProperty("expected"))) {
      Files.writeString(expected, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
  }
}
