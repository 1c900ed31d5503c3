package dev.ambit.connect.awsiam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.connect.TextDocument;
import dev.ambit.model.Facts;
import dev.ambit.model.Note;
import dev.ambit.model.Policy;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

/** What shares say where not all of their answers are in the input. */
class ResourceSharesTest {
  private static final String SHARE =
      "\"resourceShareArn\": \"arn:aws:ram:eu-west-1:111122223333:resource-share/s\"";
  private static final String RESOURCES =
      """
      {"resources": [{"arn": "arn:aws:ssm:eu-west-1:111122223333:parameter/p",
        "type": "ssm:Parameter", "status": "AVAILABLE", %s}]}
      """
          .formatted(SHARE);
  private static final String PRINCIPALS =
      """
      {"principals": [{"id": "222233334444", "external": false, %s}]}
      """
          .formatted(SHARE);

  private static Facts of(String... answers) {
    var documents = Lists.mutable.<dev.ambit.connect.Document>empty();
    for (String each : answers) {
      documents.add(TextDocument.of("ram/answer" + documents.size() + ".json", each));
    }
    return new AwsResourceShares().answers().read(documents.toImmutable());
  }

  private static java.util.List<String> errors(Facts facts) {
    return facts
        .notes()
        .select(each -> each.kind() == Note.Kind.ERROR)
        .collect(Note::text)
        .castToList();
  }

  @Test
  void whatIsSharedWithNobodyKnowsWhomIsAnError() {
    assertThat(errors(of(RESOURCES)))
        .singleElement()
        .asString()
        .startsWith("whom the resource share")
        .endsWith("Export aws ram list-principals as well");
    assertThat(errors(of(PRINCIPALS)))
        .singleElement()
        .asString()
        .endsWith("Export aws ram list-resources as well");
    assertThat(errors(of(RESOURCES, PRINCIPALS))).isEmpty();
  }

  @Test
  void withoutItsPermissionEveryActionOfTheServiceMayBeOpen() {
    Policy.Statement only = of(RESOURCES, PRINCIPALS).policies().getOnly().statements().getOnly();
    assertThat(only.principals().castToList()).containsExactly("AWS:222233334444");
    assertThat(only.actions().castToList()).containsExactly("ssm:*");
    assertThat(only.conditions().notEmpty()).isTrue();
  }

  @Test
  void aShareThatIsGoneOpensNothing() {
    String gone = "{\"resourceShares\": [{\"status\": \"DELETED\", " + SHARE + "}]}";
    assertThat(of(RESOURCES, PRINCIPALS, gone).policies().isEmpty()).isTrue();
    assertThat(errors(of(RESOURCES, gone))).isEmpty();
  }

  @Test
  void whoReceivesWhatOthersShareMustBeNamedByThePath() {
    String theirs = PRINCIPALS.replace("222233334444", "111122223333");
    assertThat(errors(of(RESOURCES, theirs)))
        .singleElement()
        .asString()
        .contains("Put the file into a folder with the number of that account");
  }
}
