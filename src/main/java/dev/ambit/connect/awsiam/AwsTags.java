package dev.ambit.connect.awsiam;

import dev.ambit.connect.Connector;
import dev.ambit.connect.Document;
import dev.ambit.model.Facts;
import dev.ambit.model.Note;
import java.util.Set;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/** The answer of {@code aws resourcegroupstaggingapi get-resources}: resources and their tags. */
public final class AwsTags implements Connector {
  @Override
  public String id() {
    return "aws-tags";
  }

  @Override
  public String reads() {
    return "the answer of aws resourcegroupstaggingapi get-resources, whole or in pages";
  }

  @Override
  public boolean claims(Document document) {
    String head = document.headText().strip();
    return (head.startsWith("{") || head.startsWith("["))
        && head.contains("\"ResourceTagMappingList\"");
  }

  @Override
  public Facts read(Document document) {
    MutableList<Note> notes = Lists.mutable.empty();
    TaggedResources resources = new TaggedResources(document.path(), notes::add);
    Pages.read(document, Set.of("ResourceTagMappingList"), resources, notes::add);
    return Facts.NONE.with(facts -> facts.assets(resources.assets()).notes(notes.toImmutable()));
  }
}
