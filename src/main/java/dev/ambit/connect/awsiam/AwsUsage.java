package dev.ambit.connect.awsiam;

import dev.ambit.connect.Connector;
import dev.ambit.connect.Document;
import dev.ambit.connect.SameSecrets;
import dev.ambit.model.Facts;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** How old credentials are, and when they and permissions were last used. */
public final class AwsUsage implements Connector {
  private static final Answers<Usage> ANSWERS =
      new Answers<>(
          Usage::new,
          Usage::facts,
          Lists.immutable.of(
              Answer.object(
                  "sts get-caller-identity",
                  shape -> shape.has("UserId") && shape.has("Account") && shape.has("Arn"),
                  (p, into) -> into.caller(p)),
              Answer.object(
                  "iam get-credential-report",
                  shape -> shape.has("Content") && shape.has("ReportFormat"),
                  (p, into) -> into.report(p)),
              Answer.list(
                  "iam list-access-keys",
                  "AccessKeyMetadata",
                  "AccessKeyId",
                  (p, into) -> into.accessKey(p)),
              Answer.object(
                  "iam get-access-key-last-used",
                  shape -> shape.has("AccessKeyLastUsed"),
                  (p, into) -> into.keyLastUsed(p)),
              Answer.object(
                  "iam get-service-last-accessed-details",
                  shape -> shape.has("ServicesLastAccessed"),
                  (p, into) -> into.lastAccessed(p))));

  @Override
  public String id() {
    return "aws-usage";
  }

  @Override
  public String reads() {
    return "aws iam get-credential-report (as answered, or its lines), list-access-keys,"
        + " get-access-key-last-used, get-service-last-accessed-details; sts get-caller-identity";
  }

  @Override
  public boolean claims(Document document) {
    return isReport(document) || ANSWERS.claim(document);
  }

  private static boolean isReport(Document document) {
    return document.headText().startsWith(CredentialReport.BEGINS);
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
    return ANSWERS.read(documents, AwsUsage::isReport, AwsUsage::lines);
  }

  private static void lines(Document document, Usage into, MutableList<Note> notes) {
    try (InputStream bytes = document.open()) {
      String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
      Origin origin = Origin.ofFile(document.path());
      CredentialReport.read(text, origin, 0, into::user, notes::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
