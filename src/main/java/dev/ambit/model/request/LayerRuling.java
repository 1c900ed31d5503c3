package dev.ambit.model.request;

import dev.ambit.model.Policy.Statement;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What one layer says by itself.
 *
 * @param because the statements that say it, in the order of their policies; none for an implicit
 *     deny
 */
public record LayerRuling(Layer layer, Ruling ruling, ImmutableList<Statement> because) {}
