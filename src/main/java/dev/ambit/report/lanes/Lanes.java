package dev.ambit.report.lanes;

import dev.ambit.model.AgentAccess;
import dev.ambit.model.ExposurePath;
import dev.ambit.model.Finding;
import dev.ambit.model.Heads;
import dev.ambit.model.Hop;
import dev.ambit.report.Wording;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A path as a picture: everything has its place, in whole units of the picture.
 *
 * @param boundary where clearance ends: just left of the last column; 0 where it does not end
 * @param description the path as sentences, for those who do not see it
 */
public record Lanes(
    int width,
    int height,
    ImmutableList<Head> heads,
    ImmutableList<Box> boxes,
    ImmutableList<Line> lines,
    int boundary,
    String description) {

  /** What stands over a column. */
  public record Head(int x, int width, String text) {
    public int middle() {
      return x + width / 2;
    }
  }

  /**
   * One thing on the path.
   *
   * @param lines of its name, one or two
   * @param below a small line under the name; may be empty
   * @param name in full
   */
  public record Box(
      int x,
      int y,
      int width,
      int height,
      Role role,
      ImmutableList<String> lines,
      String below,
      String name) {
    public int middle() {
      return x + width / 2;
    }

    public int round() {
      return role == Role.PEOPLE ? height / 2 : role == Role.DATA ? 1 : 7;
    }

    /** Baseline of a line of text, counted from 0; {@code lines.size()} is the small one. */
    public int baseline(int line) {
      int count = lines.size() + (below.isEmpty() ? 0 : 1);
      return y + height / 2 + 5 - (count - 1) * 8 + line * 16;
    }
  }

  /**
   * One step.
   *
   * @param draw as SVG path data
   * @param number as in the evidence; 0 for a step that follows from the others
   * @param x of the number, and of the verb, whose baseline is {@code verbY}
   * @param found whether the input says so; else it is inferred or assumed
   * @param cut whether the first fix removes it
   * @param thick whether it is on the worst path
   */
  public record Line(
      String draw,
      int number,
      int x,
      int y,
      int verbY,
      String verb,
      boolean found,
      boolean cut,
      boolean thick,
      ImmutableList<Mark> gates) {}

  /** A gate on a step: a bar across the line. */
  public record Mark(int x, int y, String name, boolean counts) {
    public String says() {
      return counts ? "counts" : "does not count";
    }
  }

  /** The picture of one path of a finding. */
  public static Lanes of(ExposurePath path, Finding finding) {
    boolean endsClearance = !finding.audience().uncleared().equals(Heads.NOBODY);
    return new Drawing(PathWay.of(path, finding), Lists.immutable.empty(), endsClearance)
        .lanes(description(path));
  }

  /**
   * The picture of all that an agent reaches.
   *
   * @param findings about it, worst first
   */
  public static Lanes of(AgentAccess access, ImmutableList<Finding> findings) {
    boolean endsClearance =
        findings.anySatisfy(finding -> !finding.audience().uncleared().equals(Heads.NOBODY));
    return new Drawing(AgentWay.of(access, findings), AgentWay.HEADS, endsClearance)
        .lanes(AgentWay.description(access));
  }

  static String description(ExposurePath path) {
    return path.hops()
        .collect((Hop hop) -> hop.from() + " " + Wording.step(hop.kind()) + " " + hop.to() + ".")
        .makeString(" ");
  }

  public boolean hasDotted() {
    return lines.anySatisfy(line -> !line.found());
  }

  public boolean hasNumbers() {
    return lines.anySatisfy(line -> line.number() > 0);
  }

  public boolean hasThinAndThick() {
    return lines.anySatisfy(Line::thick) && !lines.allSatisfy(Line::thick);
  }

  public boolean hasCut() {
    return lines.anySatisfy(Line::cut);
  }

  public boolean hasGate(boolean counting) {
    return lines.anySatisfy(line -> line.gates().anySatisfy(gate -> gate.counts() == counting));
  }
}
