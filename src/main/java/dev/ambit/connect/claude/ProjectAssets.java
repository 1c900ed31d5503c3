package dev.ambit.connect.claude;

import dev.ambit.connect.servers.Ids;
import dev.ambit.model.Asset;
import dev.ambit.model.Certainty;
import dev.ambit.model.Origin;
import dev.ambit.model.Ref;
import dev.ambit.model.Refs;
import dev.ambit.model.Said;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** The folder of a project and its files of Claude Code, as assets. */
final class ProjectAssets {
  private ProjectAssets() {}

  /** The folder first, then the files in the order of their paths. */
  static ImmutableList<Asset> of(ClaudeProject project) {
    return Lists.immutable
        .of(folder(project))
        .newWithAll(project.files().collect(file -> file(project, file)));
  }

  private static Asset folder(ClaudeProject project) {
    return Asset.of(Ids.folder(project.folder()), project.origin())
        .with(
            asset -> asset.kind(Said.of("folder", project.origin())).certainty(Certainty.INFERRED));
  }

  private static Asset file(ClaudeProject project, ClaudeFile file) {
    Origin origin = Origin.ofFile(file.document().path());
    return Asset.of(ref(file).id(), origin)
        .with(
            asset ->
                asset
                    .kind(Said.of(file.role().kind(), origin))
                    .in(
                        file.role().isProtected()
                            ? Refs.NOT_SAID
                            : Refs.of(
                                Lists.immutable.of(new Ref(Ids.folder(project.folder()), origin))))
                    .certainty(Certainty.OBSERVED));
  }

  /** The asset that a file is, named by the file itself. */
  static Ref ref(ClaudeFile file) {
    String path = file.document().path();
    return new Ref(Ids.file(path), Origin.ofFile(path));
  }
}
