package dev.ambit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The borders of the house hold, and each of them would notice. */
class ArchitectureTest {
  private static final String PLANTED_ROOT = "dev.ambit.planted";

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.ambit");

  private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(PLANTED_ROOT);

  /** Who breaks which border in the planted house, by name below its root. */
  private static final Map<Border, List<String>> BREAKERS =
      Map.ofEntries(
          Map.entry(
              Border.EVERY_CLASS_STANDS_IN_A_ROOM_OF_THE_HOUSE, List.of("annex.StandsNowhere")),
          Map.entry(Border.NOUNS_KNOW_ONLY_COLLECTIONS_AND_THE_JDK, List.of("model.NounOfRdf")),
          Map.entry(
              Border.STAGES_MEET_ONLY_IN_THE_MODEL,
              List.of("resolve.AsksTheGraph", "graph.AsksARule", "trace.AsksTheWholeLine")),
          Map.entry(Border.NOBODY_KNOWS_THE_COMMAND_LINE, List.of("report.TakesOptions")),
          Map.entry(
              Border.CONNECTORS_DO_NOT_KNOW_ONE_ANOTHER,
              List.of("connect.left.LooksRight", "connect.servers.AsksASource")),
          Map.entry(
              Border.WHAT_CONNECTORS_SHARE_IS_NO_CONNECTOR,
              List.of("connect.servers.ReadsByItself")),
          Map.entry(Border.BITMAPS_STAY_IN_TRACE, List.of("rules.CountsInBitmaps")),
          Map.entry(
              Border.RDF_STAYS_IN_GRAPH_AND_RULES,
              List.of("model.NounOfRdf", "connect.right.FetchesContexts")),
          Map.entry(Border.JSON_STAYS_IN_CONNECT_AND_REPORT, List.of("verdict.ReadsJson")),
          Map.entry(Border.TEMPLATES_STAY_IN_REPORT, List.of("cli.DrawsPages")),
          Map.entry(Border.OPTIONS_STAY_IN_CLI, List.of("report.TakesOptions")),
          Map.entry(
              Border.NOTHING_OPENS_A_CONNECTION,
              List.of("cli.CallsHome", "graph.ListensOnAPort", "connect.right.FetchesContexts")),
          Map.entry(Border.ONLY_CLI_PRINTS_AND_EXITS, List.of("trace.Prints", "rules.Exits")),
          Map.entry(
              Border.ONLY_CLI_READS_THE_CLOCK,
              List.of("verdict.AsksWhatDayItIs", "report.StampsTheTime")),
          Map.entry(Border.EVERY_PACKAGE_IS_NULL_MARKED, List.of("annex.StandsNowhere")),
          Map.entry(Border.NAMES_SAY_WHAT_A_THING_IS, List.of("model.AssetManager")));

  @Test
  void theRulesLookAtTheProductAndNotAtNothing() {
    assertThat(PRODUCT).hasSizeGreaterThan(50);
    assertThat(PRODUCT.contain(Analysis.class)).isTrue();
    assertThat(PRODUCT.contain(ArchitectureTest.class)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void theProductKeepsItsBorders(Border border) {
    border.at("dev.ambit").check(PRODUCT);
  }

  @ParameterizedTest
  @EnumSource
  void aPlantedViolationIsNoticedAndNothingElseIs(Border border) {
    String report = border.at(PLANTED_ROOT).evaluate(PLANTED).getFailureReport().toString();
    assertThat(whoIsBlamedIn(report))
        .containsExactlyElementsOf(new TreeSet<>(BREAKERS.get(border)));
  }

  /** The class that each line of a failure report names first, below the planted root. */
  private static Set<String> whoIsBlamedIn(String report) {
    return Pattern.compile(
            "^[^<\\n]*<" + Pattern.quote(PLANTED_ROOT) + "\\.([a-z.]+[A-Z]\\w*)", Pattern.MULTILINE)
        .matcher(report)
        .results()
        .map(line -> line.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
