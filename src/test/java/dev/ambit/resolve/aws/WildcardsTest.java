package dev.ambit.resolve.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.resolve.aws.request.Wildcards;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardsTest {
  @ParameterizedTest
  @CsvSource({
    "*, a*b, true",
    "a*, a, true",
    "a*, a?b*, true",
    "a?, a*, false",
    "a*b, a*c*b, true",
    "a*b, a*, false",
    "?, ?, true",
    "abc, ab?, false"
  })
  void aPatternCoversAnotherIfItStandsForAllItsNames(String wide, String narrow, boolean covers) {
    assertThat(Wildcards.covers(wide, narrow)).isEqualTo(covers);
  }

  @ParameterizedTest
  @CsvSource({
    "a*, *b, true",
    "a*, b*, false",
    "a?c, ab*, true",
    "a?c, a, false",
    "*, a, true",
    "*x*, *y*, true",
    "a*c, a?, true"
  })
  void twoPatternsOverlapIfSomeNameIsOfBoth(String one, String other, boolean overlap) {
    assertThat(Wildcards.overlap(one, other)).isEqualTo(overlap);
    assertThat(Wildcards.overlap(other, one)).isEqualTo(overlap);
  }

  @Property
  void whatCoversANameOverlapsEverythingThatNamesIt(
      @ForAll("patterns") String one,
      @ForAll("patterns") String other,
      @ForAll("names") String name) {
    boolean both = Wildcards.covers(one, name) && Wildcards.covers(other, name);
    assertThat(both && !Wildcards.overlap(one, other)).isFalse();
    assertThat(
            Wildcards.covers(one, other)
                && Wildcards.covers(other, name)
                && !Wildcards.covers(one, name))
        .isFalse();
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.strings().withChars("ab*?").ofMaxLength(5);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings().withChars("ab").ofMaxLength(5);
  }
}
