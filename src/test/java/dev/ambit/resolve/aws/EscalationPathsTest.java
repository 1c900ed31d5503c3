package dev.ambit.resolve.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambit.model.Verb;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every path of the catalogue fires in its world, and a deny, a boundary, another trust or a
 * missing role stops it.
 */
class EscalationPathsTest {
  private static final ImmutableList<PathWorld> WORLDS = worlds();

  /** A path's world: its lines, what they give, and the lines that each stop it. */
  record PathWorld(
      String id, ImmutableList<String> lines, String gives, ImmutableList<String> stops) {
    @Override
    public String toString() {
      return id;
    }
  }

  record Stopped(PathWorld world, String by) {
    @Override
    public String toString() {
      return world + " " + by;
    }
  }

  static Stream<PathWorld> paths() {
    return WORLDS.castToList().stream();
  }

  static Stream<Stopped> stopped() {
    return WORLDS
        .flatCollect(each -> each.stops().collect(stop -> new Stopped(each, stop)))
        .castToList()
        .stream();
  }

  @Test
  void everyPathOfTheCatalogueHasAWorldInItsOrder() {
    assertThat(WORLDS.collect(PathWorld::id).castToList())
        .isEqualTo(EscalationPath.ALL.collect(EscalationPath::id).castToList());
    assertThat(WORLDS.castToList()).allMatch(each -> each.stops().size() >= 2);
  }

  @ParameterizedTest
  @MethodSource("paths")
  void fires(PathWorld world) {
    String[] gives = world.gives().split(" if ", -1);
    assertThat(answer(world.lines(), gives[0]))
        .isEqualTo(gives.length == 1 ? "yes" : "depends on " + gives[1]);
  }

  @ParameterizedTest
  @MethodSource("stopped")
  void isStopped(Stopped stopped) {
    String stop = stopped.by();
    ImmutableList<String> lines = stopped.world().lines();
    ImmutableList<String> changed =
        stop.startsWith("without ")
            ? lines.reject(each -> each.startsWith(stop.substring("without ".length())))
            : lines.reject(each -> isReplaced(each, stop)).newWith(stop);
    assertThat(answer(changed, stopped.world().gives().split(" if ", -1)[0])).isEqualTo("no");
  }

  private static boolean isReplaced(String line, String by) {
    String[] old = line.split(" ", -1);
    String[] now = by.split(" ", -1);
    return old[0].equals(now[0]) && (!old[0].equals("allow") || old[2].equals(now[2]));
  }

  private static String answer(ImmutableList<String> lines, String gives) {
    AwsWorld world = AwsWorld.empty();
    lines.forEach(each -> add(world, each.split(" ", -1)));
    String[] asked = gives.split(" ", -1);
    lines.forEach(each -> world.principalOf(AwsWorld.arn(each.split(" ", -1)[1])));
    world.principalOf(AwsWorld.arn(asked[2]));
    Verb verb = asked[1].equals("becomes") ? Verb.ASSUME : Verb.ADMINISTER;
    return world.resolved().can(asked[0], verb, asked[2]);
  }

  private static void add(AwsWorld world, String[] words) {
    String last = AwsWorld.arn(words[words.length - 1]);
    switch (words[0]) {
      case "allow" -> world.allow(words[1], words[2], last);
      case "deny" -> world.deny(words[1], words[2], last);
      case "boundary" -> world.boundary(words[1], words[2], last);
      case "trusts" -> world.trust(words[1], words[2]);
      case "member" -> world.member(words[1], words[2]);
      case "policy" -> world.attached(words[1], "policy/own", words[2], last);
      case "exists" -> world.principalOf(last);
      default -> throw new IllegalArgumentException("no such line: " + words[0]);
    }
  }

  private static ImmutableList<PathWorld> worlds() {
    MutableList<PathWorld> worlds = Lists.mutable.empty();
    for (String block : text().split("\n\n", -1)) {
      ImmutableList<String> lines =
          Lists.immutable
              .of(block.split("\n", -1))
              .reject(each -> each.isBlank() || each.startsWith("#"));
      if (lines.notEmpty()) {
        ImmutableList<String> said = lines.drop(1).collect(String::strip);
        worlds.add(
            new PathWorld(
                lines.getFirst(),
                said.reject(each -> each.startsWith("- ") || each.startsWith("= ")),
                said.detect(each -> each.startsWith("= ")).substring(2),
                said.select(each -> each.startsWith("- ")).collect(each -> each.substring(2))));
      }
    }
    return worlds.toImmutable();
  }

  private static String text() {
    try (InputStream bytes =
        Objects.requireNonNull(
            EscalationPathsTest.class.getResourceAsStream("escalation-paths.txt"))) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
