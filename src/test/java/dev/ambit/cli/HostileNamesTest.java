package dev.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.report.ReportWriter;
import dev.ambit.report.ReportWriters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An id is any string without spaces and {@code *}: whatever else is in it, it acts on nothing. */
class HostileNamesTest {
  @TempDir private Path folder;

  /** The id as a quoted scalar has it, with escapes. */
  private Ran scan(String id, String... more) throws IOException {
    Files.writeString(
        folder.resolve("inventory.yaml"), Worlds.EXPOSED.replace("payroll", '"' + id + '"'));
    return Ran.ambit(
        Stream.concat(Stream.of("scan", folder.toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\u001b[31mred\\u001b[0m",
        "a\\u202eb",
        "a\\u0000b",
        "\\ud83d\\ude00",
        "<b>&amp;</b>",
        "=1+1",
        "a\\\"b'c|d`e",
        "%2e%zz/../x",
        "http://example.com/#x"
      })
  void anOddNameIsJudgedAsAnyOther(String id, @TempDir Path beside) throws IOException {
    String[] outputs =
        ReportWriters.ALL
            .flatCollect(each -> List.of("--out", each.id() + "=" + beside.resolve(each.id())))
            .toArray(new String[0]);

    assertThat(scan(id, outputs).code()).isEqualTo(1);
    for (ReportWriter each : ReportWriters.ALL) {
      assertThat(Files.readString(beside.resolve(each.id())))
          .as(each.id())
          .isNotEmpty()
          .doesNotContain("\u001b", "\u202e", "\u0000");
    }
  }

  @Test
  void aVeryLongNameIsJudgedAsAnyOther() throws IOException {
    assertThat(scan("a".repeat(100_000), "-q").code()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pay roll", "pay\\troll", "pay\\u2003roll", "pay*roll", ""})
  void aNameWithASpaceOrAStarIsRefused(String id) throws IOException {
    Ran ran = scan(id, "--out", "json=-");

    assertThat(ran.err()).contains("is empty, or has a space");
    assertThat(ran.code()).isEqualTo(3);
  }
}
