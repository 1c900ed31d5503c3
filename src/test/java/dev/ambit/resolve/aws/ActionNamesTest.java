package dev.ambit.resolve.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.resolve.aws.request.Wildcards;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way finds what looking at every name finds. */
class ActionNamesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3:*",
        "s3:get*",
        "s3:getobject",
        "s3:*object",
        "s3:?et*acl",
        "s3:g?tobject*",
        "*",
        "s3:zz*",
        "*:getobject",
        "s3",
        "s3:getobjec",
        "?3:put*",
        "s3:get\uFDD2acl",
        ""
      })
  void aPatternFindsTheActionsThatItCovers(String pattern) {
    List<String> names = names();
    TreeSet<Integer> all = new TreeSet<>();
    for (int place = 0; place < names.size(); place++) {
      if (Wildcards.covers(pattern, names.get(place))) {
        all.add(place);
      }
    }
    TreeSet<Integer> found = new TreeSet<>();
    ActionNames.of("s3").find(pattern, found::add);
    assertThat(found).isEqualTo(all);
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (String line : ActionLines.BY_SERVICE.get("s3")) {
      String[] fields = line.split("\t", -1);
      for (String action : fields[3].split(" ", -1)) {
        names.add((fields[0] + ":" + action).toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }
}
