package dev.ambit.connect.awsiam;

import dev.ambit.connect.Connector;
import dev.ambit.connect.Document;
import dev.ambit.connect.SameSecrets;
import dev.ambit.model.Facts;
import dev.ambit.model.Note;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * The answer of {@code aws iam get-account-authorization-details}: users, groups, roles, and every
 * policy that holds for them.
 */
public final class AwsIam implements Connector {
  private static final Pattern LIST =
      Pattern.compile("\"(UserDetailList|GroupDetailList|RoleDetailList|PolicyVersionList)\"");

  @Override
  public String id() {
    return "aws-iam";
  }

  @Override
  public String reads() {
    return "the answer of aws iam get-account-authorization-details, whole or in pages";
  }

  @Override
  public boolean claims(Document document) {
    String head = document.headText().strip();
    return (head.startsWith("{") || head.startsWith("[")) && LIST.matcher(head).find();
  }

  @Override
  public Facts read(Document document) {
    return read(document, OtherPages.NONE);
  }

  /** An export in several files is one: what one page names, another may have. */
  @Override
  public Facts together(
      ImmutableList<Document> documents, ImmutableList<Facts> parts, SameSecrets secrets) {
    OtherPages.Needed needed = OtherPages.needed(parts);
    return join(
        needed.isNothing()
            ? parts
            : documents.collectWithIndex(
                (document, i) ->
                    needed.isBy(i) ? read(document, needed.from(documents, i)) : parts.get(i)));
  }

  private static Facts read(Document document, OtherPages others) {
    MutableList<Note> notes = Lists.mutable.empty();
    AccountExport export = new AccountExport(document.path(), notes::add).knowing(others);
    Pages.read(document, AccountExport.LISTS, export, notes::add);
    return export.facts().with(facts -> facts.notes(notes.toImmutable()));
  }

  @Override
  public Facts join(ImmutableList<Facts> parts) {
    return Connector.super.join(AccountExport.checked(parts));
  }
}
