package dev.ambit.report.lanes;

import dev.ambit.model.Change;
import dev.ambit.model.ExposurePath;
import dev.ambit.model.Finding;
import dev.ambit.model.GateUse;
import dev.ambit.model.Heads;
import dev.ambit.model.Hop;
import dev.ambit.report.Counted;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.list.mutable.FastList;

/** Puts the boxes and lines of one path in their places. */
final class Drawing {
  private static final int BOX = 156;
  private static final int BOX_HEIGHT = 62;
  private static final int GAP = 100;
  private static final int ROW = 112;
  private static final int TOP = 44;
  private static final int EDGE = 4;

  /** Room under the lowest box for the names of gates and for the word on clearance. */
  private static final int FOOT = 46;

  private final ExposurePath path;
  private final Finding finding;
  private final Way way;
  private final Columns columns;
  private final FastList<int[]> rows;
  private final int tallest;

  Drawing(ExposurePath path, Finding finding) {
    this.path = path;
    this.finding = finding;
    this.way = new Way(path);
    this.columns = new Columns(way);
    this.rows = columns.rows();
    this.tallest = rows.collectInt(column -> column.length).max();
  }

  Lanes lanes() {
    int count = columns.columns.size();
    return new Lanes(
        2 * EDGE + count * BOX + (count - 1) * GAP,
        TOP + tallest * ROW - (ROW - BOX_HEIGHT) + FOOT,
        heads(),
        boxes(),
        lines(),
        boundary(),
        Lanes.description(path));
  }

  private ImmutableList<Lanes.Head> heads() {
    FastList<Lanes.Head> heads = FastList.newList();
    for (int at = 0; at < columns.columns.size(); at++) {
      String text =
          columns
              .columns
              .get(at)
              .select(seat -> seat.place() >= 0)
              .collect(seat -> way.places.get(seat.place()).head())
              .distinct()
              .take(2)
              .makeString(" · ");
      heads.add(new Lanes.Head(left(at), BOX, text));
    }
    return heads.toImmutable();
  }

  private ImmutableList<Lanes.Box> boxes() {
    FastList<Lanes.Box> boxes = FastList.newList();
    for (int at = 0; at < columns.columns.size(); at++) {
      FastList<Columns.Seat> seats = columns.columns.get(at);
      for (int seat = 0; seat < seats.size(); seat++) {
        int number = seats.get(seat).place();
        if (number >= 0) {
          Way.Place place = way.places.get(number);
          boxes.add(
              new Lanes.Box(
                  left(at),
                  middle(at, seat) - BOX_HEIGHT / 2,
                  BOX,
                  BOX_HEIGHT,
                  place.role(),
                  Names.lines(place.name()),
                  below(number),
                  place.name()));
        }
      }
    }
    return boxes.toImmutable();
  }

  /** Who is not cleared, under the people at the end; how many read it, under a channel. */
  private String below(int number) {
    Way.Place place = way.places.get(number);
    boolean last = way.steps.noneSatisfy(step -> step.from() == number);
    if (place.role() == Role.PEOPLE && last && somebodyIsUncleared()) {
      Heads uncleared = finding.audience().uncleared();
      return (uncleared.isNumber() && !uncleared.atLeast()
              ? Counted.number(uncleared.count())
              : uncleared.toString())
          + " not cleared";
    }
    if (place.role() == Role.CHANNEL && !finding.audience().total().equals(Heads.NOBODY)) {
      return "read by " + finding.audience().total();
    }
    return "";
  }

  private ImmutableList<Lanes.Line> lines() {
    FastList<Lanes.Line> lines = FastList.newList();
    FastList<GateUse> unplaced = FastList.newList(finding.gates());
    for (int at = 0; at < way.steps.size(); at++) {
      Way.Step step = way.steps.get(at);
      FastList<Integer> seats = columns.seats.get(at);
      int first = columns.column[step.from()];
      int startY = middle(first, seats.getFirst());
      int nextY = middle(first + 1, seats.get(1));
      int endX = left(columns.column[step.to()]);
      int endY = middle(columns.column[step.to()], seats.getLast());
      lines.add(
          new Lanes.Line(
              curve(first, seats),
              step.number(),
              left(first) + BOX + GAP * 2 / 5,
              startY + (nextY - startY) * 2 / 5,
              step.verb(),
              step.found(),
              isCut(step.number()),
              gates(step.number(), unplaced, endX, endY)));
    }
    return lines.toImmutable();
  }

  /** Level at both ends of each gap, straight past the boxes of the columns between. */
  private String curve(int first, FastList<Integer> seats) {
    StringBuilder draw = new StringBuilder();
    int x = left(first) + BOX;
    int y = middle(first, seats.getFirst());
    draw.append("M").append(x).append(' ').append(y);
    for (int at = 1; at < seats.size(); at++) {
      int nextX = left(first + at);
      int nextY = middle(first + at, seats.get(at));
      boolean last = at == seats.size() - 1;
      int bend = (x + nextX) / 2;
      draw.append(" C").append(bend).append(' ').append(y);
      draw.append(' ').append(bend).append(' ').append(nextY);
      draw.append(' ').append(last ? nextX - 8 : nextX).append(' ').append(nextY);
      if (!last) {
        draw.append(" H").append(nextX + BOX);
      }
      x = nextX + BOX;
      y = nextY;
    }
    return draw.toString();
  }

  /** A gate stands on the step whose reason names it. */
  private ImmutableList<Lanes.Mark> gates(int number, FastList<GateUse> unplaced, int x, int y) {
    if (number == 0) {
      return Lists.immutable.empty();
    }
    String because = path.hops().get(number - 1).because();
    FastList<GateUse> here =
        unplaced.select(
            gate ->
                Pattern.compile("(?<![\\w-])" + Pattern.quote(gate.id()) + "(?![\\w-])")
                    .matcher(because)
                    .find());
    unplaced.removeAll(here);
    return here.collectWithIndex(
            (gate, at) -> new Lanes.Mark(x - 20 - 12 * at, y, Names.line(gate.id()), gate.counts()))
        .toImmutable();
  }

  /** Whether the cheapest fix takes away or changes what this step rests on. */
  private boolean isCut(int number) {
    if (number == 0 || finding.fix().isEmpty()) {
      return false;
    }
    Hop hop = path.hops().get(number - 1);
    return finding.fix().getFirst().changes().anySatisfy(change -> touches(change, hop));
  }

  private static boolean touches(Change change, Hop hop) {
    String place = hop.origin().pointer();
    return change.file().equals(hop.origin().file())
        && !place.isEmpty()
        && (change.pointer().equals(place) || change.pointer().startsWith(place + "/"));
  }

  private int boundary() {
    int last = columns.columns.size() - 1;
    boolean endsWithPeople =
        columns
            .columns
            .get(last)
            .allSatisfy(
                seat -> seat.place() >= 0 && way.places.get(seat.place()).role() == Role.PEOPLE);
    return last > 0 && endsWithPeople && somebodyIsUncleared() ? left(last) - GAP + 14 : 0;
  }

  private boolean somebodyIsUncleared() {
    return !finding.audience().uncleared().equals(Heads.NOBODY);
  }

  private static int left(int column) {
    return EDGE + column * (BOX + GAP);
  }

  private int middle(int column, int seat) {
    int[] row = rows.get(column);
    int offset = (tallest - row.length) * ROW / 2;
    return TOP + BOX_HEIGHT / 2 + offset + row[seat] * ROW;
  }
}
