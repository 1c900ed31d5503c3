/**
 * The report that a board reads: one HTML file.
 *
 * <p>In: {@link dev.ambit.model.AnalysisResult}. Out: a page that asks nothing of the network,
 * reads complete without style and script, and is locked by a content policy that names the hashes
 * of both. Records here are what the templates in {@code src/main/jte} print; they hold decisions
 * (what comes first, where a box stands), the templates hold markup. Chosen: everything is drawn
 * here and nothing in the browser, since the reader is a board, a printer or an archive, and a page
 * that draws itself is blank under a strict content policy.
 */
@NullMarked
package dev.ambit.report.html;

import org.jspecify.annotations.NullMarked;
