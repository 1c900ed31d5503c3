package dev.ambit.resolve.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.model.Policy.Condition;
import dev.ambit.resolve.aws.request.Holds;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
  private static final Subject ANN = Subject.of(0, "arn:aws:iam::111122223333:user/ann");

  @ParameterizedTest
  @CsvSource({
    "StringEquals, aws:PrincipalAccount, 111122223333, YES",
    "StringNotEquals, aws:PrincipalAccount, 111122223333, NO",
    "StringEquals, AWS:principalaccount, 999988887777, NO",
    "ArnLike, aws:PrincipalArn, arn:aws:iam::*:user/*, YES",
    "ArnNotLike, aws:PrincipalArn, arn:aws:iam::*:role/*, YES",
    "StringEqualsIgnoreCase, aws:username, ANN, YES",
    "StringLikeIfExists, aws:username, b*, NO",
    "StringEquals, aws:PrincipalArn, '${aws:username}', DEPENDS",
    "ForAnyValue:StringLike, aws:PrincipalArn, *, YES",
    "ArnLike, aws:PrincipalArn, arn:aws:iam::*ann, NO",
    "StrangeLike, aws:PrincipalArn, *, DEPENDS",
    "StringEquals, aws:PrincipalOrgID, o-1, DEPENDS",
    "IpAddress, aws:SourceIp, 10.0.0.0/8, DEPENDS",
    "Bool, aws:SecureTransport, false, NO",
    "Bool, aws:SecureTransport, true, YES",
    "Null, aws:PrincipalArn, true, NO"
  })
  void onlyWhoAsksAndTlsAreDecided(String operator, String key, String value, Holds holds) {
    var condition = Lists.immutable.of(new Condition(operator, key, Lists.immutable.of(value)));
    assertThat(Conditions.decide(condition, ANN)).isEqualTo(holds);
  }
}
