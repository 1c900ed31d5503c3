package dev.ambit.connect.awsiam;

import dev.ambit.connect.Connector;
import dev.ambit.connect.Document;
import dev.ambit.connect.SameSecrets;
import dev.ambit.model.Facts;
import dev.ambit.model.Note;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** The folders that {@code iam-collect} writes: accounts with their resources, organisations. */
public final class AwsIamCollect implements Connector {
  @Override
  public String id() {
    return "aws-iam-collect";
  }

  @Override
  public String reads() {
    return "the folders that iam-collect writes, from the folder 'aws' on";
  }

  @Override
  public boolean claims(Document document) {
    return CollectedPath.isOf(document);
  }

  @Override
  public Facts read(Document document) {
    return all(Lists.immutable.of(document));
  }

  @Override
  public Facts together(
      ImmutableList<Document> documents, ImmutableList<Facts> parts, SameSecrets secrets) {
    return all(documents);
  }

  private static Facts all(ImmutableList<Document> documents) {
    MutableList<Note> notes = Lists.mutable.empty();
    Map<String, MutableList<Document>> folders = new TreeMap<>();
    documents.forEach(
        each -> folders.computeIfAbsent(each.folder(), key -> Lists.mutable.empty()).add(each));
    Collected collected = new Collected(notes::add);
    // Ids of roots, units and policies are unique in an organisation, and two may be read at once.
    Map<String, CollectedOrganization> organizations = new TreeMap<>();
    folders
        .values()
        .forEach(
            each ->
                folder(
                    each,
                    collected,
                    owner ->
                        organizations.computeIfAbsent(
                            owner, key -> new CollectedOrganization(notes::add)),
                    notes));
    Facts accounts = collected.facts();
    MutableList<Facts> of = Lists.mutable.empty();
    boolean isOnly = organizations.size() < 2;
    organizations.forEach((id, each) -> of.add(isOnly ? each.facts() : each.factsAmongOthers(id)));
    return accounts.with(
        b ->
            b.assets(accounts.assets().newWithAll(of.flatCollect(Facts::assets)))
                .policies(accounts.policies().newWithAll(of.flatCollect(Facts::policies)))
                .notes(notes.toImmutable()));
  }

  /** One folder at a time, so that no more than its few files are in memory. */
  private static void folder(
      MutableList<Document> documents,
      Collected collected,
      Function<String, CollectedOrganization> organization,
      MutableList<Note> notes) {
    Map<String, Collected.Side> sides = new TreeMap<>();
    for (Document document : documents) {
      CollectedPath.of(document)
          .ifPresent(
              path ->
                  side(document, notes)
                      .ifPresent(side -> take(path, side, sides, collected, organization)));
    }
    if (!sides.isEmpty()) {
      CollectedPath.of(documents.getFirst())
          .ifPresent(
              path -> {
                if (path.inOrganizations()) {
                  organization.apply(path.owner()).folder(path, sides);
                } else {
                  collected.resource(path, sides);
                }
              });
    }
  }

  private static Optional<Collected.Side> side(Document document, MutableList<Note> notes) {
    try {
      return WholeFile.root(document, notes::add).map(value -> new Collected.Side(document, value));
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private static void take(
      CollectedPath path,
      Collected.Side side,
      Map<String, Collected.Side> sides,
      Collected collected,
      Function<String, CollectedOrganization> organization) {
    if (!path.isOwners()) {
      sides.put(path.file(), side);
    } else if (path.inOrganizations()) {
      organization.apply(path.owner()).own(path, side);
    } else if (path.file().equals("s3-bpa")) {
      collected.publicAccessBlock(path.owner(), side);
    }
  }
}
