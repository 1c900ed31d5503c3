/**
 * Reads a result that an earlier run wrote, so that it can be rendered again or compared.
 *
 * <p>In: a file of contract/result.md. Out: the {@link dev.ambit.model.AnalysisResult} it was
 * written from, equal in every part. It is no connector: what was judged is not judged again.
 */
@NullMarked
package dev.ambit.connect.result;

import org.jspecify.annotations.NullMarked;
