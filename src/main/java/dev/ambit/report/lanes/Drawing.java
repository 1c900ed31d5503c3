package dev.ambit.report.lanes;

import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.list.mutable.FastList;

/** Puts boxes and lines in their places. */
final class Drawing {
  private static final int BOX = 142;
  private static final int BOX_HEIGHT = 62;
  private static final int TOP = 44;
  private static final int EDGE = 4;

  /** Between lines that arrive at one box. */
  private static final int ARRIVAL = 22;

  private final Way way;
  private final ImmutableList<String> fixedHeads;
  private final boolean endsClearance;
  private final Columns columns;
  private final FastList<int[]> rows;
  private final int tallest;

  /** Between columns and between rows: lines with numbers and words on them take more. */
  private final int gap;

  private final int row;

  /**
   * @param fixedHeads of lanes that are there whether or not something stands in them; may be empty
   * @param endsClearance whether somebody at the end is not cleared
   */
  Drawing(Way way, ImmutableList<String> fixedHeads, boolean endsClearance) {
    this.way = way;
    this.fixedHeads = fixedHeads;
    this.endsClearance = endsClearance;
    this.gap = fixedHeads.isEmpty() ? 84 : 54;
    this.row = fixedHeads.isEmpty() ? 108 : 84;
    this.columns = new Columns(way, fixedHeads.size());
    this.rows = columns.rows();
    this.tallest = rows.collectInt(column -> column.length).max();
  }

  Lanes lanes(String description) {
    int count = columns.columns.size();
    return new Lanes(
        2 * EDGE + count * BOX + (count - 1) * gap,
        TOP + tallest * row - (row - BOX_HEIGHT) + foot(),
        heads(),
        boxes(),
        lines(),
        boundary(),
        description);
  }

  /** Room under the lowest box for the names of gates and for the word on clearance. */
  private int foot() {
    return way.steps.anySatisfy(step -> step.gates().notEmpty()) ? 46 : boundary() > 0 ? 30 : 6;
  }

  private ImmutableList<Lanes.Head> heads() {
    FastList<Lanes.Head> heads = FastList.newList();
    for (int at = 0; at < columns.columns.size(); at++) {
      String text =
          at < fixedHeads.size()
              ? fixedHeads.get(at)
              : columns
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
                  Names.small(place.below()),
                  full(place)));
        }
      }
    }
    return boxes.toImmutable();
  }

  /** What somebody sees who points at the box: all that did not fit, too. */
  private static String full(Way.Place place) {
    return Names.small(place.below()).equals(place.below())
        ? place.name()
        : place.name() + ": " + place.below();
  }

  private ImmutableList<Lanes.Line> lines() {
    FastList<Lanes.Line> lines = FastList.newList();
    for (int at = 0; at < way.steps.size(); at++) {
      Way.Step step = way.steps.get(at);
      FastList<Integer> seats = columns.seats.get(at);
      int first = columns.column[step.from()];
      int start = middle(first, seats.getFirst());
      int end = arrival(at);
      int next = seats.size() == 2 ? end : middle(first + 1, seats.get(1));
      // A level line has its number before the middle, where gates leave room; a line that bends
      // has it after, where lines of one box have parted: both are points of the curve.
      boolean level = start == next;
      int numberX = left(first) + BOX + (level ? gap * 2 / 5 : gap * 576 / 1000);
      int numberY = level ? start : start + (next - start) * 648 / 1000;
      lines.add(
          new Lanes.Line(
              curve(first, seats, end),
              step.number(),
              numberX,
              numberY,
              next > start ? numberY + 24 : numberY - 16,
              step.verb(),
              step.found(),
              step.cut(),
              step.thick(),
              gates(step, left(columns.column[step.to()]), end)));
    }
    return lines.toImmutable();
  }

  /** Where a step meets its box: lines that arrive together stand apart, as their sources do. */
  private int arrival(int step) {
    int to = way.steps.get(step).to();
    FastList<Integer> together = FastList.newList();
    for (int at = 0; at < way.steps.size(); at++) {
      if (way.steps.get(at).to() == to) {
        together.add(at);
      }
    }
    together.sortThisByInt(this::lastBend);
    int offset = ARRIVAL * (2 * together.indexOf(step) - (together.size() - 1)) / 2;
    return middle(columns.column[to], columns.seats.get(step).getLast()) + offset;
  }

  /** Height of the line in the column before its end. */
  private int lastBend(int step) {
    FastList<Integer> seats = columns.seats.get(step);
    return middle(columns.column[way.steps.get(step).to()] - 1, seats.get(seats.size() - 2));
  }

  /** Level at both ends of each gap, straight past the boxes of the columns between. */
  private String curve(int first, FastList<Integer> seats, int end) {
    StringBuilder draw = new StringBuilder();
    int x = left(first) + BOX;
    int y = middle(first, seats.getFirst());
    draw.append("M").append(x).append(' ').append(y);
    for (int at = 1; at < seats.size(); at++) {
      boolean last = at == seats.size() - 1;
      int nextX = left(first + at);
      int nextY = last ? end : middle(first + at, seats.get(at));
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

  private static ImmutableList<Lanes.Mark> gates(Way.Step step, int x, int y) {
    return step.gates()
        .collectWithIndex(
            (gate, at) -> new Lanes.Mark(x - 20 - 12 * at, y, Names.line(gate.id()), gate.counts()))
        .toImmutable();
  }

  /** Right of the word and number of the last step and of its gates, so that it crosses none. */
  private int boundary() {
    int last = columns.columns.size() - 1;
    boolean endsWithPeople =
        columns
            .columns
            .get(last)
            .allSatisfy(
                seat -> seat.place() >= 0 && way.places.get(seat.place()).role() == Role.PEOPLE);
    return last > 0 && endsWithPeople && endsClearance ? left(last) - 12 : 0;
  }

  private int left(int column) {
    return EDGE + column * (BOX + gap);
  }

  private int middle(int column, int seat) {
    int[] at = rows.get(column);
    int offset = (tallest - at.length) * row / 2;
    return TOP + BOX_HEIGHT / 2 + offset + at[seat] * row;
  }
}
