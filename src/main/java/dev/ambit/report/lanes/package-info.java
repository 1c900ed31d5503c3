/**
 * Draws a path as lanes.
 *
 * <p>In: {@link dev.ambit.model.ExposurePath}. Out: {@link dev.ambit.report.lanes.Lanes}, boxes and
 * lines with whole-number places that a template prints as SVG. Columns follow the way from agent
 * to audience; a leak with two rails (what is read, where it is posted) joins again at the channel.
 * Chosen: our own few rules and no graph library, since a path is small, the same path must give
 * the same bytes, and the picture has to live without a script.
 */
@NullMarked
package dev.ambit.report.lanes;

import org.jspecify.annotations.NullMarked;
