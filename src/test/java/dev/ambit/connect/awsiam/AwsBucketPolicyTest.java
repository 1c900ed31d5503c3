package dev.ambit.connect.awsiam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.connect.TextDocument;
import dev.ambit.model.Facts;
import dev.ambit.model.Note;
import dev.ambit.model.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsBucketPolicyTest {
  private static final String POLICY =
      """
      {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*",
        "Action": "s3:GetObject", "Resource": [%s]}]}""";

  private static TextDocument document(String file, String resources) {
    return TextDocument.of(file, POLICY.formatted(resources));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "policy.json | \"arn:aws:s3:::logs/*\" | arn:aws:s3:::logs",
        "logs-archive.json | \"arn:aws:s3:::logs/*\", \"arn:aws:s3:::logs-archive/*\""
            + " | arn:aws:s3:::logs-archive"
      })
  void theBucketIsTheOneItsStatementsNameOrItsFile(String file, String resources, String bucket) {
    Facts facts = new AwsBucketPolicy().read(document(file, resources));
    assertThat(facts.policies().collect(Policy::holder)).containsExactly(bucket);
    assertThat(facts.assets().getOnly().id()).isEqualTo(bucket);
  }

  @Test
  void aPolicyOfNoBucketWeCanNameIsAnError() {
    Facts facts =
        new AwsBucketPolicy()
            .read(document("policy.json", "\"arn:aws:s3:::a/*\", \"arn:aws:s3:::b/*\""));
    assertThat(facts.policies()).isEmpty();
    assertThat(facts.notes().getOnly().kind()).isEqualTo(Note.Kind.ERROR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // An identity policy: it has no principal, so nobody knows whose it is.
        "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Resource\": \"arn:aws:s3:::a/*\"}]}",
        // The policy of a key.
        "{\"Policy\": \"{\\\"Statement\\\": [{\\\"Principal\\\": \\\"*\\\", \\\"Resource\\\": \\\"*\\\"}]}\"}",
        "{\"name\": \"Principal\", \"Resource\": \"arn:aws:s3:::a\"}"
      })
  void otherDocumentsAreNotClaimed(String text) {
    assertThat(new AwsBucketPolicy().claims(TextDocument.of("a.json", text))).isFalse();
  }
}
