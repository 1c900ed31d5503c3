package dev.ambit.report.html;

import dev.ambit.model.AnalysisResult;
import dev.ambit.model.AssetAccess;
import dev.ambit.model.ExposurePath;
import dev.ambit.model.Finding;
import dev.ambit.model.Heads;
import dev.ambit.model.Hop;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Ten minutes at a table: the worst path of an agent as a story, and what would have been right.
 *
 * @param story what happens, step by step
 * @param questions for the people at the table
 * @param right what they should come to
 */
public record Exercise(
    String title,
    ImmutableList<String> story,
    ImmutableList<String> questions,
    ImmutableList<String> right) {

  /** Of the worst path by advice, else of the worst path by which data gets out. */
  static Optional<Exercise> of(
      String agent, ImmutableList<Finding> findings, AnalysisResult result) {
    Optional<Exercise> advice =
        findings
            .detectOptional(
                finding ->
                    find(finding, Hop.Kind.CAN_SHARE).isPresent()
                        && finding.rule().startsWith("advice/"))
            .map(finding -> advice(agent, finding, result));
    return advice.or(
        () ->
            findings
                .detectOptional(
                    finding ->
                        find(finding, Hop.Kind.READS).isPresent()
                            && find(finding, Hop.Kind.PUBLISHES).isPresent())
                .map(finding -> exposure(agent, finding, result)));
  }

  private static Optional<Hop> find(Finding finding, Hop.Kind kind) {
    return finding
        .paths()
        .take(1)
        .flatCollect(ExposurePath::hops)
        .detectOptional(hop -> hop.kind() == kind);
  }

  private static Exercise advice(String agent, Finding finding, AnalysisResult result) {
    Hop share = find(finding, Hop.Kind.CAN_SHARE).orElseThrow();
    String who = share.from();
    String asset = share.to();
    String answers =
        find(finding, Hop.Kind.PUBLISHES).map(hop -> " answers in " + hop.to()).orElse(" replies");
    String admitted = find(finding, Hop.Kind.ADMITS).map(Hop::to).orElse("everybody who asked");
    String owner = owner(asset, result);
    return new Exercise(
        "The advice that opens " + asset,
        Lists.immutable.of(
            "Somebody cannot get at " + asset + " and asks for help.",
            agent
                + answers
                + ": “To solve this, give "
                + admitted
                + " access to "
                + asset
                + ".” It sounds certain, and it is wrong.",
            who + " reads it, wants to help, and holds the right to make the change.",
            "The change works. "
                + seen(finding)
                + " can now open "
                + asset
                + ", and no alarm goes off."),
        Lists.immutable.of(
            "Who at this table would have made the change, and why?",
            "Who would notice, by what, and after how long?",
            "Who may close it again tonight, and who has to be told?"),
        Lists.immutable.of(
            "Stop. Advice from an agent is no approval: the one who makes the change answers for it.",
            "Ask " + owner + " directly, with the exact change in writing.",
            "Let a second person look at who could open it afterwards, before it is made.",
            "If it is done already: take it back first, note from when to when it was open, then"
                + " tell "
                + owner
                + " and whoever handles incidents.",
            "Afterwards, close the path itself: finding " + finding.id() + "."));
  }

  private static Exercise exposure(String agent, Finding finding, AnalysisResult result) {
    Hop read = find(finding, Hop.Kind.READS).orElseThrow();
    Hop post = find(finding, Hop.Kind.PUBLISHES).orElseThrow();
    String owner = owner(read.to(), result);
    return new Exercise(
        "The answer that holds " + read.to(),
        Lists.immutable.of(
            "Somebody asks " + agent + " an ordinary question.",
            "To answer well it reads " + read.to() + ", which it may.",
            "The answer goes to " + post.to() + ", with lines of " + read.to() + " in it.",
            seen(finding) + " can read it there, and some of them copy it."),
        Lists.immutable.of(
            "Who would notice that these lines are not meant for " + post.to() + "?",
            "Who can take the post down, and who has to know that it was up?",
            "What would you tell the people whose data it was?"),
        Lists.immutable.of(
            "Take the post down first, and keep a copy for the inquiry.",
            "Tell " + owner + " and whoever handles incidents; note from when to when it was up.",
            "Keep " + agent + " from posting to " + post.to() + " until the path is closed.",
            "Then close the path itself: finding " + finding.id() + "."));
  }

  private static String seen(Finding finding) {
    Heads uncleared = finding.audience().uncleared();
    String people = uncleared.toString();
    return uncleared.equals(Heads.NOBODY)
        ? "People who should not"
        : people.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + people.substring(1);
  }

  private static String owner(String asset, AnalysisResult result) {
    return result
        .statement()
        .assets()
        .detectOptional(each -> each.asset().equals(asset) && !each.owner().isEmpty())
        .map(AssetAccess::owner)
        .orElse("the owner of " + asset);
  }
}
