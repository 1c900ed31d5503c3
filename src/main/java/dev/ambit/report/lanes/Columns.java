package dev.ambit.report.lanes;

import org.eclipse.collections.impl.list.mutable.FastList;

/**
 * Which column and which row each place has. A column is the longest way to a place; a line over
 * more than one column has a seat of its own in each column it passes, so that it crosses no box.
 */
final class Columns {
  /**
   * A seat in a column.
   *
   * @param place number of the place that sits there; -1 for a line passing by
   * @param from the seats of the column before that lead here
   */
  record Seat(int place, FastList<Integer> from) {}

  final FastList<FastList<Seat>> columns = FastList.newList();

  /** For each step, its seat in every column it touches, first to last. */
  final FastList<FastList<Integer>> seats = FastList.newList();

  final int[] column;

  /**
   * @param lanes how many columns there are at least
   */
  Columns(Way way, int lanes) {
    column = longest(way);
    for (int place = 0; place < column.length; place++) {
      int lane = way.places.get(place).lane();
      column[place] = lane < 0 ? column[place] : lane;
    }
    int count = lanes;
    for (int of : column) {
      count = Math.max(count, of + 1);
    }
    for (int at = 0; at < count; at++) {
      columns.add(FastList.newList());
    }
    int[] seat = new int[way.places.size()];
    for (int place = 0; place < seat.length; place++) {
      seat[place] = sit(column[place], place);
    }
    for (Way.Step step : way.steps) {
      seats.add(route(step, seat));
    }
  }

  private static int[] longest(Way way) {
    int[] column = new int[way.places.size()];
    // As many rounds as places settle the longest way in a graph without cycles.
    for (int round = 0; round < column.length; round++) {
      for (Way.Step step : way.steps) {
        column[step.to()] = Math.max(column[step.to()], column[step.from()] + 1);
      }
    }
    return column;
  }

  private int sit(int at, int place) {
    columns.get(at).add(new Seat(place, FastList.newList()));
    return columns.get(at).size() - 1;
  }

  private FastList<Integer> route(Way.Step step, int[] seat) {
    FastList<Integer> route = FastList.newListWith(seat[step.from()]);
    for (int at = column[step.from()] + 1; at <= column[step.to()]; at++) {
      int here = at == column[step.to()] ? seat[step.to()] : sit(at, -1);
      columns.get(at).get(here).from().add(route.getLast());
      route.add(here);
    }
    return route;
  }

  /**
   * The row of each seat, from 0 at the top; rows of a column are centred by the caller. Seats
   * stand as their sources do, so that lines do not cross; on a tie in the order in which the way
   * names them.
   */
  FastList<int[]> rows() {
    FastList<int[]> rows = FastList.newList();
    for (FastList<Seat> seatsHere : columns) {
      int[] before = rows.isEmpty() ? new int[0] : rows.getLast();
      FastList<Integer> order = FastList.newList();
      for (int at = 0; at < seatsHere.size(); at++) {
        order.add(at);
      }
      order.sortThisByDouble(at -> wish(seatsHere.get(at), before));
      int[] row = new int[seatsHere.size()];
      for (int at = 0; at < row.length; at++) {
        row[order.get(at)] = at;
      }
      rows.add(row);
    }
    return rows;
  }

  private static double wish(Seat seat, int[] before) {
    return seat.from().isEmpty()
        ? Integer.MAX_VALUE
        : seat.from().sumOfInt(from -> before[from]) / (double) seat.from().size();
  }
}
