package dev.ambit.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both ways to ask a pattern, against a regular expression. */
class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "a*a, a, false", // one character is not two
    "a*a, aa, true",
    "*ab*ab, ab, false",
    "*ab*ab, abab, true",
    "*aba*, ababa, true",
    "a*ba*a, abaa, true",
    "a*ba*a, aba, false",
    "**, '', true",
    "a**b, ab, true",
    "ab, ab, true",
    "ab, abc, false"
  })
  void starsShareNoCharacter(String pattern, String name, boolean covered) {
    Glob glob = new Glob(pattern);
    assertThat(glob.covers(name)).isEqualTo(covered);
    assertThat(glob.reading().test(name)).isEqualTo(covered);
  }

  @Test
  void randomPatternsAreAsRegularExpressions() {
    Random random = new Random(20_261_201);
    int covered = 0;
    for (int i = 0; i < 200_000; i++) {
      Glob glob = new Glob(text(random, "aab**?"));
      String name = text(random, "aaab");
      boolean expected = Pattern.matches(glob.pattern().replace("*", ".*").replace("?", "."), name);
      assertThat(glob.covers(name)).as("%s %s", glob, name).isEqualTo(expected);
      assertThat(glob.reading().test(name)).as("%s %s", glob, name).isEqualTo(expected);
      covered += expected ? 1 : 0;
    }
    assertThat(covered).isGreaterThan(20_000);
  }

  private static String text(Random random, String of) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      text.append(of.charAt(random.nextInt(of.length())));
    }
    return text.toString();
  }
}
