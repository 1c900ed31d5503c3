package dev.ambit.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.model.AgentSummary;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.AssetAccess;
import dev.ambit.model.Finding;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Severity;
import dev.ambit.model.Waived;
import dev.ambit.model.Waiver;
import dev.ambit.report.Golden;
import dev.ambit.report.Large;
import dev.ambit.report.Results;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.eclipse.collections.impl.list.primitive.IntInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReportTest {
  private static String page(AnalysisResult result) {
    return Golden.written(new HtmlReport(), result);
  }

  @Test
  void itIsWrittenAsReviewed() throws IOException {
    Golden.assertSame("incident.html", page(Results.incident()));
    Golden.assertSame("clean.html", page(Results.clean()));
  }

  @Test
  void aWaiverShowsWhoDecidedWhatAndWhatDoesNotStandShowsWhy() {
    Finding finding = Results.advice();
    Origin place = new Origin("waivers.yaml", 4, "/waivers/0");
    Waiver waiver =
        new Waiver(
            "the forum closes",
            "J. Ortiz",
            LocalDate.of(2026, 11, 20),
            place,
            "w-1",
            Waiver.Decision.TRANSFER,
            "M. Chen",
            "SEC-412");
    String page =
        page(
            Results.incident()
                .with(
                    it ->
                        it.waived(Lists.immutable.of(new Waived(finding, waiver)))
                            .notes(
                                Lists.immutable.of(
                                    Note.ofWaiver("w-2", "ended on 2026-10-01", place)))));
    assertThat(page)
        .contains("transfer", "the forum closes (SEC-412)", "J. Ortiz", "M. Chen")
        .contains("in force, 19 days left: ends soon")
        .contains("Waivers that do not stand", "waiver w-2 ended on 2026-10-01");
  }

  @Test
  void besideAChangeStandsWhatStopsWorking() {
    assertThat(page(Results.incident()))
        .contains("What stops working", "<li>support-triage can no longer post to eng-forum</li>")
        .contains("Not known: it was not tried.");
  }

  @Test
  void nobodyIsAskedWhoCannotAnswer() {
    AnalysisResult result = Results.incident();
    ImmutableList<AgentSummary> owned =
        result
            .agents()
            .collect(
                agent -> agent.withOwner(agent.owner().isEmpty() ? "former-lead" : agent.owner()));
    String page = page(result.withAgents(owned));
    assertThat(page)
        .contains("Name an owner for Support triage.")
        .contains("to decide: an owner, once there is one")
        .contains(
            "Nobody answers for Support triage itself: former-lead is on record as its owner,"
                + " and cannot.")
        .doesNotContain("to decide: former-lead", "former-lead, who answers for");
  }

  @Test
  void theFirstPageSaysWhereAMissingFactDecides() {
    Finding range = Results.advice().withSeverityBest(Severity.NONE);
    String page = page(Results.incident().withFindings(Lists.immutable.of(range)));
    String summary = page.substring(page.indexOf("id=\"summary\""), page.indexOf("</section>"));
    assertThat(summary)
        .contains("at worst: a fact is missing that decides it")
        .contains("<strong>A range:</strong> critical at worst and nothing at best");
  }

  @Test
  void thingsThatDifferInNothingButTheirNameShareARowAndKeepTheirAddresses() {
    ImmutableList<AssetAccess> alike =
        IntInterval.fromTo(10, 21)
            .collect(
                number ->
                    new AssetAccess(
                        "store-" + number,
                        2,
                        "",
                        Lists.immutable.empty(),
                        Lists.immutable.empty(),
                        0,
                        Lists.immutable.of("forum-helper"),
                        1,
                        new Origin("a.json", 9, "/1")));
    String page =
        page(
            Results.incident()
                .with(it -> it.statement(it.statement().with(all -> all.assets(alike)))));
    assertThat(page).contains("<summary>and 2 more</summary>", "12 things");
    assertThat(all(page, "<tr[^>]*><th scope=\"row\">\\s*<span class=\"thing\" id=\"([^\"]*)"))
        .containsExactly("asset-store-10");
    assertThat(all(page, "class=\"thing\" id=\"([^\"]*)\"")).hasSize(12);
  }

  @Test
  void whatIsFoundOfAThingIsFoundOfWhatIsInIt() {
    String box = Results.incident().findings().getFirst().object();
    AssetAccess part =
        new AssetAccess(
            "part",
            2,
            "",
            Lists.immutable.of(box),
            Lists.immutable.of("forum-helper"),
            1,
            Lists.immutable.empty(),
            0,
            new Origin("a.json", 9, "/1"));
    String page =
        page(
            Results.incident()
                .with(
                    it ->
                        it.statement(
                            it.statement().with(all -> all.assets(Lists.immutable.of(part))))));
    String row = only(page, "id=\"asset-part\">(.*?)</tr>");
    assertThat(row).contains("Critical", "with all of " + box).doesNotContain("Nothing found");
  }

  @Test
  void thePolicyAllowsItsOwnStyleAndScriptAndNothingElse() {
    String page = page(Results.incident());
    String policy =
        only(page, "Content-Security-Policy\" content=\"([^\"]*)\"").replace("&#39;", "'");
    assertThat(policy)
        .startsWith("default-src 'none'; ")
        .contains("style-src '" + hash(only(page, "<style>(.*?)</style>")) + "'")
        .contains("script-src '" + hash(only(page, "<script>(.*?)</script>")) + "'")
        .doesNotContain("unsafe");
  }

  @Test
  void noAddressLeavesThePage() {
    String page = page(Results.incident());
    assertThat(all(page, "(?: href=\"| src=\"| action=\"|url\\()([^\")]*)"))
        .isNotEmpty()
        .allMatch(address -> address.startsWith("#"));
    assertThat(page).doesNotContain("http://").doesNotContain("https://").doesNotContain("@import");
  }

  @Test
  void everyLinkHasATarget() {
    String page = page(Results.incident());
    MutableList<String> ids = all(page, " id=\"([^\"]*)\"");
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids).containsAll(all(page, "href=\"#([^\"]*)\""));
  }

  @Test
  void aNameIsTextWhereverItStands() {
    String page = page(Results.hostile());
    assertThat(page)
        .doesNotContain("<script>alert")
        .doesNotContain("\u202e")
        .doesNotContain("\u001b");
    assertThat(page).contains("[U+202E]");
    assertThat(all(page, "(<script)")).hasSize(1);
  }

  @Test
  void nothingIsStyledByAnAttributeThatThePolicyForbids() {
    assertThat(page(Results.incident())).doesNotContain(" style=").doesNotContain(" onclick");
  }

  @Test
  void thePictureSaysThePathInWords() {
    assertThat(page(Results.incident()))
        .contains(
            "forum-helper posts to eng-forum. eng-forum is read by infra-oncall."
                + " infra-oncall can share user-data-store."
                + " user-data-store could be opened to all-engineers.");
  }

  @Test
  void everyHopHasItsPlaceBesideIt() {
    String page = page(Results.incident());
    for (String place :
        FastList.newListWith(
            "agents.yaml:20", "agents.yaml:13", "agents.yaml:15", "agents.yaml:5")) {
      assertThat(page).contains("<code>" + place + "</code>");
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyLinkOfEveryProfileHasATarget(Profile profile) {
    String page =
        Golden.written(
            new HtmlReport(new HtmlLook(profile, "Secret", false, "")), Results.incident());
    assertThat(all(page, " id=\"([^\"]*)\""))
        .doesNotHaveDuplicates()
        .containsAll(all(page, "href=\"#([^\"]*)\""));
    assertThat(page).contains("Secret");
  }

  @Test
  void theBoardReadsNoFilesAndTheEngineerSignsNothing() {
    String board = profiled(Profile.BOARD);
    assertThat(board).contains("Sign-off", "Risk register", "What it can see and do");
    assertThat(board).doesNotContain("agents.yaml:20", "Evidence, step by step");
    String engineer = profiled(Profile.ENGINEER);
    assertThat(engineer).contains("agents.yaml:20", "Evidence, step by step");
    assertThat(engineer).doesNotContain("id=\"sign-off\"", "id=\"risks\"");
  }

  private static String profiled(Profile profile) {
    return Golden.written(
        new HtmlReport(new HtmlLook(profile, "Secret", false, "")), Results.incident());
  }

  @Test
  void whereNamesAreLeftOutNobodyIsNamed() {
    AnalysisResult result =
        Results.incident()
            .with(
                it ->
                    it.statement(
                        it.statement().withPeople(Lists.immutable.of("asker", "infra-oncall"))));
    String page =
        Golden.written(new HtmlReport(new HtmlLook(Profile.FULL, "Secret", true, "")), result);
    assertThat(page).doesNotContain("infra-oncall").contains("person 2");
    assertThat(Pattern.compile("(?<![-\\w])asker(?![-\\w])").matcher(page).find()).isFalse();
    String policy =
        only(page, "Content-Security-Policy\" content=\"([^\"]*)\"").replace("&#39;", "'");
    assertThat(policy).contains(hash(only(page, "<style>(.*?)</style>")));
  }

  @Test
  void whatIsTooLargeForOnePageHasOneForEachAgent() {
    AnalysisResult result = Large.result(400);
    int weight = 400 + result.agents().size() + result.gaps().size();
    HtmlReport report = new HtmlReport(HtmlLook.FULL, weight - 1);
    var besides = report.besides(result);
    assertThat(besides.collect(beside -> beside.path()))
        .hasSize(61)
        .allMatch(path -> path.startsWith("ambit-agents/agent-svc-agent-"));
    String page = Golden.written(report, result);
    assertThat(page).contains("more than one page should hold");
    assertThat(all(page, "href=\"(ambit-agents/[^\"]*)\""))
        .containsAll(besides.collect(beside -> beside.path()));
    String one = Golden.written(besides.getFirst().writer(), result);
    assertThat(one).contains("An extract", "svc-agent-100").doesNotContain("svc-agent-101");
    assertThat(only(one, "sha256:(\\w{64})</code>\\.</p>\n<table"))
        .isEqualTo(only(page, "sha256:(\\w{64})</code>\\.</p>\n<table"));
    assertThat(new HtmlReport(HtmlLook.FULL, weight).besides(result)).isEmpty();
  }

  @Test
  void theFootOfAPageCannotEndTheStyle() {
    String style = Assets.SHIPPED.withPageFoot("\"} </style><script>x</script> \\").style();
    assertThat(style).doesNotContain("</style>").doesNotContain("<script>");
    assertThat(style).contains("content: \"\\000022\\00007D");
  }

  /** The figures of every severity badge, from the style itself (WCAG 1.4.3). */
  @ParameterizedTest
  @ValueSource(strings = {"critical", "high", "medium", "low"})
  void aSeverityCanBeReadOnItsColour(String severity) {
    String style = Assets.SHIPPED.style();
    Matcher rule =
        Pattern.compile("\\.badge\\." + severity + " \\{ background: (#\\w+); color: (#\\w+)")
            .matcher(style);
    assertThat(rule.find()).isTrue();
    assertThat(contrast(rule.group(1), rule.group(2))).isGreaterThan(4.5);
  }

  private static double contrast(String one, String other) {
    double light = Math.max(luminance(one), luminance(other));
    double dark = Math.min(luminance(one), luminance(other));
    return (light + 0.05) / (dark + 0.05);
  }

  private static double luminance(String colour) {
    String hex = colour.length() == 4 ? colour.replaceAll("(\\w)", "$1$1") : colour;
    double[] weight = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int at = 0; at < 3; at++) {
      double part = Integer.parseInt(hex.substring(1 + 2 * at, 3 + 2 * at), 16) / 255.0;
      sum += weight[at] * (part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
  }

  private static String hash(String text) {
    try {
      return "sha256-"
          + Base64.getEncoder()
              .encodeToString(
                  MessageDigest.getInstance("SHA-256")
                      .digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static String only(String page, String pattern) {
    MutableList<String> found = all(page, pattern);
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static MutableList<String> all(String page, String pattern) {
    MutableList<String> found = FastList.newList();
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
