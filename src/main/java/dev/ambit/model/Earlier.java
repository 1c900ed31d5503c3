package dev.ambit.model;

import java.time.LocalDate;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What a stored result says of its run, beside findings.
 *
 * @param at the day it was judged for
 * @param rulesDigest of the rules that were asked
 * @param files that were read, by path, sorted
 */
public record Earlier(LocalDate at, String rulesDigest, ImmutableList<String> files) {
  public static Earlier of(AnalysisResult result) {
    return new Earlier(
        result.at(),
        result.rulesDigest(),
        result.inputs().collect(InputFile::path).toSortedList().toImmutable());
  }
}
