package dev.ambit.connect.awsiam;

import dev.ambit.model.Asset;
import dev.ambit.model.Certainty;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Ref;
import dev.ambit.model.Refs;
import dev.ambit.model.Said;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Collects the records of a tag export. Tags become labels {@code Key=Value}; what they mean is
 * said by the inventory. An export is of one account, so resources whose ARN has no account number
 * (buckets) belong to the account that the others name.
 */
final class TaggedResources implements Pages.Reader {
  private final String file;
  private final Consumer<Note> notes;
  private final MutableList<Asset> assets = Lists.mutable.empty();
  private final Map<String, String> roots = new TreeMap<>();
  private final Map<String, String> labels = new HashMap<>();

  TaggedResources(String file, Consumer<Note> notes) {
    this.file = file;
    this.notes = notes;
  }

  @Override
  public void record(String list, String pointer, JsonPart record) {
    Origin origin = new Origin(file, record.line(), pointer);
    String arn = record.at("ResourceARN").text().strip();
    String[] parts = arn.split(":", 6);
    if (parts.length < 6 || !parts[0].equals("arn")) {
      notes.accept(
          new Note(
              Note.Kind.ERROR,
              "expected an ARN in 'ResourceARN', found '" + arn + "'. Export it again",
              origin));
      return;
    }
    if (isPrincipal(parts)) {
      return;
    }
    Refs in = Refs.NOT_SAID;
    if (!parts[4].isEmpty()) {
      String root = roots.computeIfAbsent(parts[1] + ":iam::" + parts[4], TaggedResources::root);
      in = Refs.of(Lists.immutable.of(new Ref(root, origin)));
    }
    Refs account = in;
    assets.add(
        Asset.of(arn, origin)
            .with(
                asset ->
                    asset
                        .kind(kind(parts, origin))
                        .in(account)
                        .labels(labels(record.at("Tags"), pointer))
                        .certainty(Certainty.OBSERVED)));
  }

  private static String root(String account) {
    return "arn:" + account + ":root";
  }

  @Override
  public void field(String name, String pointer, JsonPart value) {
    if (name.equals("PaginationToken") && !value.text().isEmpty()) {
      notes.accept(
          new Note(
              Note.Kind.NOTE,
              "the export says that more pages follow. Add them, if they are not here",
              new Origin(file, value.line(), pointer)));
    }
  }

  private static boolean isPrincipal(String[] arn) {
    return arn[2].equals("iam") && arn[5].matches("(role|user|group)/.*");
  }

  /** {@code bucket} for S3, else the resource type as the ARN writes it, if it does. */
  private static Said<String> kind(String[] arn, Origin origin) {
    if (arn[2].equals("s3") && arn[4].isEmpty()) {
      return Said.of("bucket", origin);
    }
    int end = 0;
    while (end < arn[5].length() && arn[5].charAt(end) != ':' && arn[5].charAt(end) != '/') {
      end++;
    }
    return end < arn[5].length() ? Said.of(arn[5].substring(0, end), origin) : Said.nothing();
  }

  private ImmutableList<Said.Value<String>> labels(JsonPart tags, String pointer) {
    MutableList<Said.Value<String>> labels = Lists.mutable.empty();
    List<JsonPart> parts = tags.parts();
    for (int i = 0; i < parts.size(); i++) {
      JsonPart tag = parts.get(i);
      labels.add(
          new Said.Value<>(
              one(tag.at("Key").text() + "=" + tag.at("Value").text()),
              new Origin(file, tag.line(), pointer, "/Tags/" + i)));
    }
    return labels.toImmutable();
  }

  /** One object for equal labels: resources repeat each other a lot. */
  private String one(String label) {
    return labels.computeIfAbsent(label, equal -> equal);
  }

  /** The resources in the order of the file, each in its account, then the accounts. */
  ImmutableList<Asset> assets() {
    MutableList<Asset> all = roots.size() == 1 ? assets.collect(this::inAccount) : assets;
    roots
        .values()
        .forEach(
            root ->
                all.add(
                    Asset.of(root, Origin.ofFile(file))
                        .with(
                            asset ->
                                asset
                                    .kind(Said.of("account", Origin.ofFile(file)))
                                    .certainty(Certainty.OBSERVED))));
    return all.toImmutable();
  }

  /** An asset whose ARN names no account, in the only one that the others name. */
  private Asset inAccount(Asset asset) {
    return asset.in().said()
        ? asset
        : asset.withIn(
            Refs.of(Lists.immutable.of(new Ref(roots.values().iterator().next(), asset.origin()))));
  }
}
