package dev.ambit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedRulesTest {
  private static final Path RULES = Path.of("rules");

  @Test
  void aJarAndAFolderGiveTheSameRules(@TempDir Path place) throws IOException {
    Path jar = place.resolve("ambit 0.1.jar");
    pack(RULES, jar);
    String address = "jar:" + jar.toUri() + "!/rules/vocabulary.ttl";

    ImmutableList<RuleFile> fromJar =
        ShippedRules.read(address, folder -> RuleFile.in(folder, ".ttl"));
    ImmutableList<RuleFile> fromFolder = RuleFile.in(RULES, ".ttl");

    assertThat(fromFolder).isNotEmpty();
    assertThat(fromJar).isEqualTo(fromFolder);
    assertThat(ShippedRules.read(address, RuleBook::in).rulesDigest())
        .isEqualTo(RuleBook.in(RULES).rulesDigest());
  }

  @Test
  void whatIsShippedIsWhatStandsInTheFolder() {
    assertThat(RuleBook.shipped().rulesDigest()).isEqualTo(RuleBook.in(RULES).rulesDigest());
  }

  private static void pack(Path folder, Path jar) throws IOException {
    try (OutputStream bytes = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(bytes);
        var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry("rules/" + folder.relativize(file)));
        Files.copy(file, zip);
      }
    }
  }
}
