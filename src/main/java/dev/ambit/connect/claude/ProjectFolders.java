package dev.ambit.connect.claude;

import dev.ambit.connect.claude.ClaudeFile.Role;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Which folders are projects, and whose each file is.
 *
 * <p>A folder is a project where it has a file of Claude Code. Instructions alone make one only
 * where no folder above is one: Claude Code reads {@code CLAUDE.md} of folders below as it comes
 * there. Managed settings hold for their folder and all below, and are a project only where there
 * is none. A list of tools makes no project.
 */
final class ProjectFolders {
  private final SortedMap<String, MutableList<ClaudeFile>> byFolder = new TreeMap<>();

  private ProjectFolders() {}

  /** Sorts the files, which are in the order of their paths. */
  static ProjectFolders of(ImmutableList<ClaudeFile> files) {
    ProjectFolders folders = new ProjectFolders();
    files
        .reject(file -> isOneOf(file, Role.INSTRUCTIONS, Role.MANAGED_SETTINGS, Role.LISTED_TOOLS))
        .forEach(file -> folders.add(file.folder(), file));
    files
        .select(file -> file.role() == Role.INSTRUCTIONS)
        .toSortedListBy(ClaudeFile::folder)
        .forEach(file -> folders.add(folders.nearest(file.folder()).orElse(file.folder()), file));
    files.select(file -> file.role() == Role.MANAGED_SETTINGS).forEach(folders::addManaged);
    return folders;
  }

  private static boolean isOneOf(ClaudeFile file, Role... roles) {
    return Lists.immutable.of(roles).contains(file.role());
  }

  private void add(String folder, ClaudeFile file) {
    byFolder.computeIfAbsent(folder, each -> Lists.mutable.empty()).add(file);
  }

  private void addManaged(ClaudeFile file) {
    ImmutableList<String> covered = Lists.immutable.withAll(byFolder.keySet()).select(file::covers);
    (covered.isEmpty() ? Lists.immutable.of(file.folder()) : covered)
        .forEach(folder -> add(folder, file));
  }

  /** The project that a folder lies in. */
  private Optional<String> nearest(String folder) {
    for (String each = folder; ; each = each.substring(0, each.lastIndexOf('/'))) {
      if (byFolder.containsKey(each)) {
        return Optional.of(each);
      }
      if (each.indexOf('/') < 0) {
        return byFolder.containsKey(".") ? Optional.of(".") : Optional.empty();
      }
    }
  }

  /** What {@code read} makes of each project's folder and files, in the order of the folders. */
  <T> ImmutableList<T> collect(BiFunction<String, ImmutableList<ClaudeFile>, T> read) {
    MutableList<T> projects = Lists.mutable.empty();
    byFolder.forEach(
        (folder, files) ->
            projects.add(
                read.apply(
                    folder, files.toSortedListBy(file -> file.document().path()).toImmutable())));
    return projects.toImmutable();
  }
}
