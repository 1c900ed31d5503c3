package dev.ambit.model.request;

import dev.ambit.model.Policy.Statement;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What AWS answers to one request.
 *
 * @param layers what each layer that has a say says by itself, in the order of {@link Layer}
 * @param dependsOn the conditions that the input cannot decide, as text, sorted; empty unless the
 *     ruling depends
 */
public record AccessRuling(
    Ruling ruling, ImmutableList<LayerRuling> layers, ImmutableList<String> dependsOn) {

  /** The statements that decided: those that deny, or all that allow; none for an implicit deny. */
  public ImmutableList<Statement> because() {
    return layers
        .select(each -> each.ruling() == ruling || ruling == Ruling.DEPENDS)
        .flatCollect(LayerRuling::because)
        .distinct();
  }
}
