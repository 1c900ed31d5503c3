package dev.ambit.cli;

import static dev.ambit.cli.Ran.ambit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.Analysis;
import dev.ambit.report.ReportWriter;
import dev.ambit.report.ReportWriters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said to somebody who makes a slip of the pen, and that it is exit 2. */
class CommandLineTest {

  @Test
  void helpIsAResultAndNamesEveryExitCode() {
    Ran help = ambit("--help");
    assertThat(help.out()).contains("scan", "validate", "explain", "why", "rules", "Exit codes");
    assertThat(help.err()).isEmpty();
    assertThat(help.code()).isZero();
  }

  @Test
  void theHelpOfScanNamesEveryFormat() {
    assertThat(ambit("scan", "--help").out().replaceAll("\\s+", " "))
        .contains(ReportWriters.ALL.collect(ReportWriter::id).makeString(", "));
  }

  @Test
  void theVersionIsThatOfTheBuild() throws IOException {
    assertThat(ambit("--version").out().strip()).isEqualTo("ambit " + Analysis.VERSION);
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<artifactId>ambit</artifactId>\n  <version>" + Analysis.VERSION + "</version>");
  }

  @Test
  void aBareAmbitScansNothing() {
    ambit().complains("say what to do", "ambit scan .");
  }

  @Test
  void aScanWithoutAPathScansNothing() {
    ambit("scan").complains("missing", "PATH");
  }

  @Test
  void anUnknownCommandIsToldTheNearestOne() {
    ambit("scna", ".").complains("'scna'", "the nearest is scan");
  }

  @Test
  void anUnknownOptionIsToldTheNearestOne() {
    ambit("scan", "--fial-on", "high", ".").complains("'--fial-on'", "the nearest is --fail-on");
  }

  @Test
  void anUnknownFormatIsToldTheNearestOne() {
    ambit("scan", ".", "--out", "htlm=x").complains("'htlm'", "the nearest is html");
  }

  @Test
  void anUnknownSeverityIsToldAllOfThem() {
    ambit("scan", ".", "--fail-on", "hgih").complains("critical, high, medium, low or never");
  }

  @Test
  void infoIsNoThreshold() {
    ambit("scan", ".", "--fail-on", "info").complains("'info'");
  }

  @Test
  void aDayOfAnotherCalendarIsToldHowToWriteIt() {
    ambit("scan", ".", "--at", "31/03").complains("a date like 2026-11-01, found '31/03'");
  }

  @Test
  void aPathThatDoesNotExistIsNamed() {
    ambit("scan", "no-such-folder").complains("no-such-folder");
  }

  @Test
  void aPathThatBeginsWithAnAtSignIsAPath(@TempDir Path folder) throws IOException {
    Path arguments = Files.writeString(folder.resolve("arguments"), "--version");
    ambit("scan", "@" + arguments).complains("@");
  }

  @Test
  void noTwoOutputsShareAPlace() {
    ambit("scan", ".", "--out", "json=-", "--out", "text=-").complains("2 times");
    ambit("scan", ".", "--out", "json=a", "--out", "html=./a").complains("2 times");
  }

  @Test
  void anOutputWithoutAFolderIsFoundOutBeforeTheWork() {
    ambit("scan", ".", "--out", "json=no-such-folder/a.json").complains("no-such-folder");
  }

  @Test
  void anOutputThatIsAFolderIsFoundOutBeforeTheWork(@TempDir Path folder) {
    ambit("scan", ".", "--out", "json=" + folder).complains("it is a folder");
  }

  @Test
  void anOutputNeedsAFormatAndAPath() {
    ambit("scan", ".", "--out", "report.html").complains("FORMAT=PATH");
    ambit("scan", ".", "--out", "html=").complains("FORMAT=PATH");
  }

  @Test
  void fewerThanNoFindingsCannotBeWritten() {
    ambit("scan", ".", "--max-findings", "-1").complains("0 or more");
  }

  @Test
  void whatIsSaidOnStderrMovesNoCursor() {
    ambit("scan", "a\u001b[2J\nambit: exit 0: passed").complains("a[U+001B]", "[U+000A]ambit");
  }
}
