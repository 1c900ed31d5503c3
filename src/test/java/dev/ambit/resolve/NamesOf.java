package dev.ambit.resolve;

import dev.ambit.model.Asset;
import dev.ambit.model.Builtin;
import dev.ambit.model.Nodes;
import dev.ambit.model.Principal;
import java.util.TreeMap;
import org.eclipse.collections.api.list.ImmutableList;

/** The names of a small world, as the resolver would make them. */
public final class NamesOf {
  private NamesOf() {}

  public static Names these(ImmutableList<Principal> principals, ImmutableList<Asset> assets) {
    TreeMap<String, Nodes.Kind> kinds = new TreeMap<>();
    for (Builtin builtin : Builtin.values()) {
      kinds.put(builtin.id(), Nodes.Kind.PRINCIPAL);
    }
    principals.forEach(each -> kinds.put(each.id(), Nodes.Kind.PRINCIPAL));
    assets.forEach(each -> kinds.put(each.id(), Nodes.Kind.ASSET));
    Nodes nodes =
        new Nodes(kinds.keySet().toArray(new String[0]), kinds.values().toArray(new Nodes.Kind[0]));
    Names.Builder names = new Names.Builder(nodes);
    principals.forEach(each -> each.aliases().forEach(alias -> names.alias(alias, each.id())));
    assets.forEach(each -> each.aliases().forEach(alias -> names.alias(alias, each.id())));
    assets.forEach(each -> each.in().all().forEach(in -> names.contains(in.id(), each.id())));
    return names.build();
  }
}
