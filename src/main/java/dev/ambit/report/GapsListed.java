package dev.ambit.report;

import dev.ambit.model.Gap;
import dev.ambit.model.Severity;
import java.util.Comparator;
import org.eclipse.collections.api.list.ImmutableList;

/** The facts that are missing, for a person: what, how much hangs on it, and where to say it. */
public final class GapsListed {
  private static final int MARGIN = 10;

  private GapsListed() {}

  /** One block for each gap, what matters most first; empty if there is none. */
  public static String text(ImmutableList<Gap> gaps, TextLook look) {
    TextPage page = new TextPage(look);
    Comparator<Gap> heaviestFirst =
        Comparator.comparing(Gap::matters).reversed().thenComparing(Comparator.naturalOrder());
    for (Gap gap : gaps.toSortedList(heaviestFirst)) {
      String indent = " ".repeat(Math.max(1, MARGIN - gap.matters().word().length()));
      page.severity(gap.matters(), indent + Wording.gap(gap));
      String none = gap.matters() == Severity.INFO ? "; " + Wording.matters(gap) : "";
      page.line(" ".repeat(MARGIN) + "add " + gap.addTo() + none);
      page.line(" ".repeat(MARGIN) + gap.origin());
    }
    return page.toString();
  }
}
