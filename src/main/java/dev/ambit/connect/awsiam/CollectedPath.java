package dev.ambit.connect.awsiam;

import dev.ambit.connect.Document;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a file stands in the folders that {@code iam-collect} writes: {@code
 * aws/<partition>/accounts/<account>/…} and {@code aws/<partition>/organizations/<organisation>/…}.
 * Its documentation calls the layout public; ids in paths are in small letters, so that names are
 * taken from the files.
 *
 * @param partition {@code aws}, {@code aws-cn} or {@code aws-us-gov}
 * @param inOrganizations else in an account
 * @param owner the account's number or the organisation's id
 * @param steps what follows, the file's name without {@code .json} last
 */
record CollectedPath(String partition, boolean inOrganizations, String owner, List<String> steps) {
  private static final Pattern LAYOUT =
      Pattern.compile(
          "(?:^|.*/)(aws|aws-cn|aws-us-gov)/(?:accounts/(\\d{12})|organizations/(o-[0-9a-z]+))/(.+)\\.json");

  static boolean isOf(Document document) {
    return of(document).isPresent();
  }

  static Optional<CollectedPath> of(Document document) {
    Matcher layout = LAYOUT.matcher(document.path());
    if (!layout.matches()) {
      return Optional.empty();
    }
    boolean organizations = layout.group(3) != null;
    return Optional.of(
        new CollectedPath(
            layout.group(1),
            organizations,
            organizations ? layout.group(3) : layout.group(2),
            List.of(layout.group(4).split("/", -1))));
  }

  String file() {
    return steps.get(steps.size() - 1);
  }

  /** Whether it stands right below the account or organisation. */
  boolean isOwners() {
    return steps.size() == 1;
  }
}
