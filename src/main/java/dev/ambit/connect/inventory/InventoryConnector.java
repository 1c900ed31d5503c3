package dev.ambit.connect.inventory;

import dev.ambit.connect.Connector;
import dev.ambit.connect.Document;
import dev.ambit.connect.Syntax;
import dev.ambit.connect.Tokens;
import dev.ambit.model.Facts;
import java.util.Locale;
import org.eclipse.collections.api.list.ImmutableList;

/** Reads inventories: YAML or JSON files with the key {@code ambit} at the top. */
public final class InventoryConnector implements Connector {
  public static final String ID = "inventory";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String reads() {
    return "inventories: .yaml, .yml and .json files with the key 'ambit'";
  }

  @Override
  public boolean claims(Document document) {
    String name = document.name().toLowerCase(Locale.ROOT);
    boolean mayBe = name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
    return mayBe && TopLevelKey.stands(document.headText(), "ambit");
  }

  @Override
  public Facts read(Document document) {
    try (Tokens tokens = Syntax.ofName(document.name()).open(document)) {
      return new InventoryFile(tokens, document.path()).read();
    }
  }

  @Override
  public Facts join(ImmutableList<Facts> parts) {
    return Joined.of(parts, Connector.super.join(parts));
  }
}
