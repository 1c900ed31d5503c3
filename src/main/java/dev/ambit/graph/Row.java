package dev.ambit.graph;

import java.util.Optional;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/**
 * One row of an answer.
 *
 * @param cells by column; a column that is not bound is not there
 */
public record Row(ImmutableSortedMap<String, Cell> cells) {
  public Optional<Cell> at(String column) {
    return Optional.ofNullable(cells.get(column));
  }
}
