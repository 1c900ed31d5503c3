package dev.ambit.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambit.model.Facts;
import dev.ambit.model.InputFile;
import dev.ambit.model.Note;
import dev.ambit.model.Principal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class InboxTest {
  @TempDir Path folder;

  private Path write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Path person(String path, String id) throws IOException {
    return write(path, "ambit: 1\nprincipals:\n- {id: " + id + ", kind: person}\n");
  }

  private Facts read(Path... inputs) {
    return Inbox.read(Lists.immutable.of(inputs), Connectors.ALL);
  }

  private static List<String> paths(Facts facts) {
    return facts.inputs().collect(InputFile::path).castToList();
  }

  private static List<String> notes(Facts facts) {
    return facts
        .notes()
        .collect(note -> note.kind().word() + " " + note.origin() + ": " + note.text())
        .castToList();
  }

  @Test
  void filesOfAllFoldersAreReadInTheOrderOfTheirPaths() throws IOException {
    person("b/x.yaml", "b");
    person("a.yaml", "a");
    person(".hidden/c.yml", "c");
    Facts facts = read(folder);

    assertThat(paths(facts)).containsExactly(".hidden/c.yml", "a.yaml", "b/x.yaml");
    assertThat(facts.principals().collect(Principal::id).castToList())
        .containsExactly("c", "a", "b");
    assertThat(facts.inputs().get(1).source()).isEqualTo("inventory");
    assertThat(facts.inputs().get(1).facts()).isEqualTo(1);
  }

  @Test
  void whatOtherProgramsKeepForThemselvesIsNotLookedAt() throws IOException {
    person(".git/a.yaml", "a");
    person("node_modules/x/a.yaml", "b");
    person("target/a.yaml", "c");

    assertThat(read(folder)).isEqualTo(Facts.NONE);
  }

  @Test
  void aFileThatNobodyClaimsIsListedAndNoInput() throws IOException {
    write("notes.txt", "hello");
    Facts facts = read(folder);

    assertThat(facts.inputs().castToList()).isEmpty();
    assertThat(notes(facts)).containsExactly("unclaimed notes.txt: no connector reads this file");
  }

  @Test
  void aFileGivenByNameIsCalledByItsName() throws IOException {
    assertThat(paths(read(person("deep/below/a.yaml", "a")))).containsExactly("a.yaml");
  }

  @Test
  void twoFilesOfOneNameAreToldApartByTheInput() throws IOException {
    person("x/a.yaml", "a");
    person("y/a.yaml", "b");
    person("y/b.yaml", "c");
    Path x = folder.resolve("x");
    Path y = folder.resolve("y");

    assertThat(paths(read(x, y))).containsExactlyInAnyOrder(x + "/a.yaml", y + "/a.yaml", "b.yaml");
  }

  @Test
  void aFileGivenTwiceIsReadOnce() throws IOException {
    Path file = person("a.yaml", "a");

    assertThat(read(folder, file, folder).inputs().castToList()).hasSize(1);
  }

  @Test
  void anInputThatIsNotThereIsWrongUsage() {
    Path missing = folder.resolve("nowhere");

    assertThatThrownBy(() -> read(missing))
        .isInstanceOf(InputException.class)
        .hasMessage(missing + ": there is no such file or folder. Check the path");
  }

  @Test
  void aFileThatBreaksIsReportedAndTheRestGoesOn() throws IOException {
    write("a.json", "{\"ambit\": 1, \"principals\": [{\"id\":");
    write("b.yaml", "");
    write("c.yaml", "ambit: 1\nprincipals: [{id: \u0001}]\n");
    Files.write(
        folder.resolve("d.yaml"),
        "ambit: 1\norganisation: \u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    write("e.yaml", "ambit: 1\norganisation: " + "[".repeat(10_000) + "\n");
    person("f.yaml", "f");
    Facts facts = read(folder);

    assertThat(facts.principals().collect(Principal::id).castToList()).containsExactly("f");
    assertThat(paths(facts)).containsExactly("a.json", "c.yaml", "d.yaml", "e.yaml", "f.yaml");
    assertThat(notes(facts))
        .containsExactly(
            "error a.json:1: the file ends in the middle of a value. Export it again, it was cut off",
            "error b.yaml: the file is empty. Fill it, or take it out of the input",
            "error c.yaml:2: a control character. Remove it, or write it escaped",
            "error d.yaml:2: bytes that are no UTF-8 text. Save the file as UTF-8",
            "error e.yaml:2: nesting beyond 200 levels, which this YAML does not use. Split the file");
  }

  @Test
  void whatIsCutOffBeforeAnybodyKnowsItIsNoFileWithoutMeaning() throws IOException {
    write("policy.json", "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Al");
    write("other.json", "{\"compilerOptions\": {}, /* no policy */ }");
    write("notes.json", "some words");

    assertThat(notes(read(folder)))
        .containsExactly(
            "error policy.json:1: the file ends in the middle of a value. Export it again, it was cut off",
            "unclaimed notes.json: no connector reads this file",
            "unclaimed other.json: no connector reads this file");
  }

  @Test
  void aPipeIsReportedAndNeverOpened() throws Exception {
    Process made = new ProcessBuilder("mkfifo", folder.resolve("pipe.yaml").toString()).start();
    assertThat(made.waitFor(10, TimeUnit.SECONDS)).isTrue();
    person("a.yaml", "a");
    Facts facts = read(folder);

    assertThat(paths(facts)).containsExactly("a.yaml");
    assertThat(notes(facts))
        .containsExactly(
            "error pipe.yaml: a pipe, socket or device, which is not opened. Give regular files only");
  }

  @Test
  void linksThatLeadInCirclesEnd() throws IOException {
    person("app/a.yaml", "a");
    Files.createSymbolicLink(folder.resolve("app/up"), folder);
    Files.createSymbolicLink(folder.resolve("self"), folder.resolve("self"));
    Files.createSymbolicLink(folder.resolve("nowhere"), folder.resolve("missing"));
    Facts facts = read(folder);

    assertThat(paths(facts)).containsExactly("app/a.yaml");
    assertThat(notes(facts))
        .containsExactly(
            "error app/up: a link back to a folder that it lies in, which is not followed. Remove it",
            "error self: it could not be read. Check the disk, or the link if it is one",
            "note nowhere: a link that leads nowhere, so there was nothing to read");
  }

  @Test
  void foldersThatLinkToOneAnotherEndSoon() throws IOException {
    for (int i = 0; i < 12; i++) {
      person("d" + i + "/a.yaml", "p" + i);
      for (int k = 0; k < 12; k++) {
        if (i != k) {
          Files.createSymbolicLink(folder.resolve("d" + i + "/to" + k), folder.resolve("d" + k));
        }
      }
    }

    assertThat(read(folder).principals().castToList()).hasSize(12);
  }

  @Test
  void aSharedFolderIsReadUnderTheNameOfItsLink() throws IOException {
    person("shared/settings/a.yaml", "a");
    Files.createDirectories(folder.resolve("app"));
    Files.createSymbolicLink(folder.resolve("app/settings"), folder.resolve("shared/settings"));

    assertThat(paths(read(folder)))
        .containsExactly("app/settings/a.yaml", "shared/settings/a.yaml");
  }

  @Test
  void whatMayNotBeReadIsReportedAndTheRestGoesOn() throws IOException {
    person("a.yaml", "a");
    person("locked/b.yaml", "b");
    person("secret.yaml", "c");
    Disk denying = new Denying(List.of("locked", "secret.yaml"));
    Facts facts = Inbox.read(Lists.immutable.of(folder), Connectors.ALL, denying);

    assertThat(paths(facts)).containsExactly("a.yaml");
    assertThat(notes(facts))
        .containsExactly(
            "error locked: permission to read it was denied. Give it to whoever runs the scan, or leave it out",
            "error secret.yaml: permission to read it was denied. Give it to whoever runs the scan, or leave it out");
  }

  @Test
  void aFolderGivenThatMayNotBeReadIsNoWrongUsage() {
    Disk denying = new Denying(List.of(folder.getFileName().toString()));

    assertThat(notes(Inbox.read(Lists.immutable.of(folder), Connectors.ALL, denying)))
        .containsExactly(
            "error "
                + folder
                + ": permission to read it was denied. Give it to whoever runs the scan, or leave it out");
  }

  @Test
  void aDiskThatFailsInTheMiddleOfAFileIsReported() throws IOException {
    person("a.yaml", "a");
    Facts facts = Inbox.read(Lists.immutable.of(folder), Connectors.ALL, new Failing());

    assertThat(notes(facts))
        .containsExactly(
            "error a.yaml: it could not be read. Check the disk, or the link if it is one");
  }

  @Test
  void whicheverFileIsFasterTheResultIsTheSame() throws IOException {
    for (int i = 0; i < 50; i++) {
      person("p" + i + ".yaml", "p" + i);
      write("n" + i + ".txt", "x");
    }
    Facts first = read(folder);

    for (int i = 0; i < 5; i++) {
      assertThat(read(folder)).isEqualTo(first);
    }
  }

  @Test
  void theDigestIsThatOfAllBytesEvenBehindABreak() throws Exception {
    String text = "ambit: 1\nprincipals: *x\n" + "# more\n".repeat(20_000);
    write("a.yaml", text);
    byte[] digest =
        java.security.MessageDigest.getInstance("SHA-256")
            .digest(text.getBytes(StandardCharsets.UTF_8));

    assertThat(read(folder).inputs().get(0).sha256())
        .isEqualTo(java.util.HexFormat.of().formatHex(digest));
  }

  @Test
  void aConnectorThatRecursesTooDeeplyCostsOnlyItsFile() throws IOException {
    write("a.txt", "x");
    Connector bottomless =
        new Connector() {
          @Override
          public String id() {
            return "bottomless";
          }

          @Override
          public String reads() {
            return "everything";
          }

          @Override
          public boolean claims(Document document) {
            return true;
          }

          @Override
          public Facts read(Document document) {
            // This pattern takes a frame for each character.
            assertThat("ab".repeat(1_000_000)).matches("(a|b)*");
            return Facts.NONE;
          }
        };
    ImmutableList<Connector> only = Lists.immutable.of(bottomless);

    assertThat(
            Inbox.read(Lists.immutable.of(folder), only).notes().collect(Note::text).castToList())
        .containsExactly("it is nested too deeply. Split the file");
  }

  /** The real disk, which refuses some names. */
  private record Denying(List<String> names, Disk real) implements Disk {
    Denying(List<String> names) {
      this(names, Disk.real());
    }

    private void check(Path path) throws IOException {
      if (names.contains(path.getFileName().toString())) {
        throw new AccessDeniedException(path.toString());
      }
    }

    @Override
    public Kind kind(Path path) throws IOException {
      return real.kind(path);
    }

    @Override
    public boolean isLink(Path path) {
      return real.isLink(path);
    }

    @Override
    public Path real(Path path) throws IOException {
      return real.real(path);
    }

    @Override
    public ImmutableList<Path> list(Path folder) throws IOException {
      check(folder);
      return real.list(folder);
    }

    @Override
    public InputStream open(Path file) throws IOException {
      check(file);
      return real.open(file);
    }
  }

  /** The real disk, which breaks after a few bytes of the second reading. */
  private static final class Failing implements Disk {
    private final Disk real = Disk.real();
    private boolean claimed;

    @Override
    public Kind kind(Path path) throws IOException {
      return real.kind(path);
    }

    @Override
    public boolean isLink(Path path) {
      return real.isLink(path);
    }

    @Override
    public Path real(Path path) throws IOException {
      return real.real(path);
    }

    @Override
    public ImmutableList<Path> list(Path folder) throws IOException {
      return real.list(folder);
    }

    @Override
    public InputStream open(Path file) throws IOException {
      if (!claimed) {
        claimed = true;
        return real.open(file);
      }
      return new InputStream() {
        @Override
        public int read() throws IOException {
          throw new IOException("the disk is broken");
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
          throw new IOException("the disk is broken");
        }
      };
    }
  }
}
