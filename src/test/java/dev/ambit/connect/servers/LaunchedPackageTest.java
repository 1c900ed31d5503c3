package dev.ambit.connect.servers;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which package a command line runs, and whether it will be the same tomorrow. */
class LaunchedPackageTest {

  @ParameterizedTest
  @CsvSource({
    "npx -y @scope/server@1.2.3,@scope/server,true",
    "npx -y @scope/server@latest,@scope/server,false",
    "npx -y @scope/server,@scope/server,false",
    "npx server@^1.2.0,server,false",
    "npx --package=server@2.0.0 serve,server,true",
    "npx -p server@2.0.0 serve,server,true",
    "C:\\nodejs\\npx.cmd -y server@1.0.0,server,true",
    "cmd /c npx -y server,server,false",
    "pnpm dlx server@1.0.0-rc.1,server,true",
    "bunx server,server,false",
    "npx github:owner/repo#da39a3ee5e6b4b0d3255bfef95601890afd80709," + "github:owner/repo,true",
    "uvx server==0.4.2,server,true",
    "uvx server@0.4.2 --flag,server,true",
    "uvx server@latest,server,false",
    "uvx --from server==1.0.0 run-it,server,true",
    "uv tool run server,server,false",
    "docker run -i --rm -e TOKEN ghcr.io/x/y:1.2,ghcr.io/x/y,false",
    "docker run --rm -v /a:/a registry.example.com:5000/y@sha256:abcd,registry.example.com:5000/y,true",
  })
  void isNamedAndPinnedOrNot(String line, String name, boolean pinned) {
    var words = Lists.immutable.of(line.split(" ", -1));

    assertThat(LaunchedPackage.of(words.getFirst(), words.drop(1)))
        .hasValueSatisfying(
            software -> {
              assertThat(software.name()).isEqualTo(name);
              assertThat(software.pinned()).isEqualTo(pinned);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"node server.js", "python -m server", "./server", "docker compose up", ""})
  void aProgramThatIsThereAlreadyIsNone(String line) {
    var words = Lists.immutable.of(line.split(" ", -1));

    assertThat(LaunchedPackage.of(words.getFirst(), words.drop(1))).isEmpty();
  }
}
