package dev.ambit.connect.awsiam;

import dev.ambit.connect.Connector;
import dev.ambit.connect.Document;
import dev.ambit.model.Asset;
import dev.ambit.model.Certainty;
import dev.ambit.model.Facts;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Policy;
import dev.ambit.model.Said;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * A bucket policy: the answer of {@code aws s3api get-bucket-policy}, or the document itself. The
 * bucket is the one that its statements are about; where they name several or none, the file is
 * named after it.
 */
public final class AwsBucketPolicy implements Connector {
  private static final Pattern BEGINS =
      Pattern.compile("^\\s*\\{\\s*\"(Policy|Version|Statement|Id)\"");
  private static final Pattern ABOUT_BUCKET = Pattern.compile("Resource\\W{1,80}arn:[a-z-]+:s3:::");

  @Override
  public String id() {
    return "aws-bucket-policy";
  }

  @Override
  public String reads() {
    return "the answer of aws s3api get-bucket-policy, or a bucket policy as a file";
  }

  @Override
  public boolean claims(Document document) {
    String head = document.headText();
    if (CollectedPath.isOf(document) || !BEGINS.matcher(head).find()) {
      return false;
    }
    String plain = head.replaceAll("(?i)%3A", ":").replaceAll("(?i)%22", "\"");
    return plain.contains("Principal") && ABOUT_BUCKET.matcher(plain).find();
  }

  @Override
  public Facts read(Document document) {
    MutableList<Note> notes = Lists.mutable.empty();
    Optional<JsonPart> root = WholeFile.root(document, notes::add);
    Facts facts = root.map(part -> facts(document, part, notes)).orElse(Facts.NONE);
    return facts.withNotes(notes.toImmutable());
  }

  private static Facts facts(Document document, JsonPart root, MutableList<Note> notes) {
    JsonPart policy = root.has("Policy") ? root.at("Policy") : root;
    String pointer = root.has("Policy") ? "/Policy" : "";
    Origin origin = new Origin(document.path(), policy.line(), pointer);
    Optional<String> bucket =
        PolicyText.of(policy, origin, ignored -> {})
            .flatMap(text -> bucket(text.root(), document.name()));
    if (bucket.isEmpty()) {
      notes.add(
          error(
              origin,
              "no statement says which bucket this is. Name the file after it, like"
                  + " my-bucket.json"));
      return Facts.NONE;
    }
    String arn = bucket.get();
    StatementReader.Body body =
        new StatementReader(document.path(), notes::add).read(policy, pointer, arn, false);
    Asset asset =
        Asset.of(arn, origin)
            .with(b -> b.kind(Said.of("bucket", origin)).certainty(Certainty.OBSERVED));
    return Facts.NONE.with(
        facts ->
            facts
                .assets(Lists.immutable.of(asset))
                .policies(Lists.immutable.of(body.of(arn, Policy.Kind.RESOURCE, arn))));
  }

  private static Optional<String> bucket(JsonPart policy, String file) {
    JsonPart written = policy.at("Statement");
    ImmutableList<JsonPart> statements =
        written.isObject() ? Lists.immutable.of(written) : Lists.immutable.ofAll(written.parts());
    TreeSet<String> buckets = new TreeSet<>();
    for (String resource : statements.flatCollect(each -> each.at("Resource").texts())) {
      String bucket = resource.replaceFirst("/.*", "");
      if (bucket.contains(":s3:::") && !bucket.contains("*") && !bucket.contains("?")) {
        buckets.add(bucket);
      }
    }
    if (buckets.size() == 1) {
      return Optional.of(buckets.first());
    }
    // The longest name wins, so that logs does not stand for logs-archive.
    return Lists.immutable
        .ofAll(buckets)
        .select(arn -> file.contains(arn.substring(arn.lastIndexOf(':') + 1)))
        .toSortedListBy(String::length)
        .getLastOptional();
  }

  private static Note error(Origin origin, String text) {
    return new Note(Note.Kind.ERROR, text, origin);
  }
}
