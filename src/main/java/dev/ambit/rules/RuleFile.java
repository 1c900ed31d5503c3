package dev.ambit.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.collector.Collectors2;

/**
 * A file beside the rules.
 *
 * @param path relative to the rules' folder, with {@code /}
 */
record RuleFile(String path, String text) {
  private static final int LARGEST = 1 << 20;
  private static final int DEEPEST = 8;

  /**
   * The regular files with that ending below a folder, which may lie in a jar; sorted by path. No
   * link is followed and no hidden folder entered: a checkout holds more than its owner wrote.
   *
   * @throws RuleException if a file is too large to be a rule or not UTF-8, or the folder cannot be
   *     read
   */
  static ImmutableList<RuleFile> in(Path folder, String ending) {
    try (Stream<Path> below = Files.walk(folder, DEEPEST)) {
      return below
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .map(folder::relativize)
          .filter(file -> file.toString().endsWith(ending) && !isHidden(file))
          .map(file -> read(folder, file))
          .collect(Collectors2.toImmutableList())
          .toImmutableSortedListBy(RuleFile::path);
    } catch (IOException | UncheckedIOException e) {
      throw new RuleException(
          "rules", "the folder cannot be read", "Give a folder of .rq files that is readable.");
    }
  }

  /** Path without the ending. */
  String id() {
    return path.substring(0, path.lastIndexOf('.'));
  }

  private static boolean isHidden(Path file) {
    for (Path part : file) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private static RuleFile read(Path folder, Path file) {
    String path = file.toString().replace(file.getFileSystem().getSeparator(), "/");
    try {
      if (Files.size(folder.resolve(file)) > LARGEST) {
        throw new RuleException(path, "the file is larger than 1 MiB", "Write a shorter rule.");
      }
      return new RuleFile(path, Files.readString(folder.resolve(file)));
    } catch (CharacterCodingException e) {
      throw new RuleException(path, "the file is not UTF-8", "Save it as UTF-8.");
    } catch (IOException e) {
      throw new RuleException(path, "the file cannot be read", "Make it readable, or remove it.");
    }
  }
}
