package dev.ambit.resolve.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.model.Day;
import dev.ambit.model.Origin;
import dev.ambit.model.Policy.Statement;
import dev.ambit.model.Principal;
import dev.ambit.resolve.Names;
import dev.ambit.resolve.NamesOf;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A statement was used when one of its services was. */
class LastUseTest {
  private static final Origin HERE = new Origin("world", 1, "");
  private static final String ROLE = "arn:aws:iam::111122223333:role/etl";

  @ParameterizedTest
  @CsvSource({
    "s3:GetObject, 2026-09-30",
    "S3:Get* kms:Decrypt, 2026-10-01",
    "sqs:SendMessage, never",
    "sqs:SendMessage s3:GetObject, 2026-09-30",
    "dynamodb:GetItem, not said",
    "dynamodb:GetItem s3:GetObject, not said",
    "*, not said",
    "glue:GetTable, not said",
    "ecr:BatchGetImage, 2026-11-05",
    "ec2:RunInstances, 2026-11-06",
    "rds:StartDBInstance, 2026-11-07"
  })
  void itIsTheLatestOfItsServicesIfAllAreReported(String actions, String last) {
    Principal role =
        Principal.of(ROLE, Principal.Kind.ROLE, HERE)
            .withUses(
                Lists.immutable.of(
                    used("s3", 30, 9),
                    used("kms", 1, 10),
                    logged("glue", 4),
                    used("ecr", 1, 10),
                    logged("ecr", 5),
                    logged("ec2", 2),
                    used("ec2", 6, 11),
                    logged("rds", 7),
                    new Principal.Used("rds", new Day.Never(), HERE),
                    new Principal.Used("sqs", new Day.Never(), HERE)));
    Names names = NamesOf.these(Lists.immutable.of(role), Lists.immutable.empty());
    LastUse use = new LastUse(Lists.immutable.of(role), names);
    String answer =
        use.of(names.node(ROLE), statement(actions))
            .value()
            .map(day -> day.date().map(LocalDate::toString).orElse("never"))
            .orElse("not said");
    assertThat(answer).isEqualTo(last);
  }

  private static Principal.Used used(String service, int day, int month) {
    return new Principal.Used(service, new Day.On(LocalDate.of(2026, month, day)), HERE);
  }

  private static Principal.Used logged(String service, int day) {
    return new Principal.Used(service, new Day.On(LocalDate.of(2026, 11, day)), true, HERE);
  }

  private static Statement statement(String actions) {
    ImmutableList<String> none = Lists.immutable.empty();
    return new Statement(
        "s",
        true,
        none,
        none,
        Lists.immutable.of(actions.split(" ", -1)),
        none,
        Lists.immutable.of("*"),
        none,
        Lists.immutable.empty(),
        HERE);
  }
}
