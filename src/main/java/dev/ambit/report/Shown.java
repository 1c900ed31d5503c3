package dev.ambit.report;

import dev.ambit.model.ExposurePath;
import dev.ambit.model.Finding;
import dev.ambit.model.Hop;
import dev.ambit.model.Origin;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * One place that shows a finding.
 *
 * @param why a clause: what stands there
 */
record Shown(String why, Origin place) {

  /** Hop by hop along the first path; without a path, the evidence. */
  static ImmutableList<Shown> of(Finding finding) {
    ImmutableList<Hop> hops = finding.paths().take(1).flatCollect(ExposurePath::hops);
    return hops.isEmpty()
        ? finding.evidence().collect(place -> new Shown(finding.title(), place))
        : hops.collect(hop -> new Shown(hop.because(), hop.origin()));
  }
}
