package dev.ambit.connect.awsiam;

import dev.ambit.connect.Document;
import dev.ambit.model.Facts;
import dev.ambit.model.Principal;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What the other files of an account's export have for one of them: the texts of policies, and
 * groups by their names.
 */
record OtherPages(Map<String, StatementReader.Body> policies, Map<String, String> groups) {
  static final OtherPages NONE = new OtherPages(Map.of(), Map.of());

  private static final String LIST = "Policies";

  /** What pages name and do not have. */
  static Needed needed(ImmutableList<Facts> parts) {
    return new Needed(parts);
  }

  /** Of several files; those of other accounts are not looked into. */
  static final class Needed {
    private final ImmutableList<Facts> parts;
    private final ImmutableList<String> accounts;
    private final Map<Integer, Set<String>> policies = new TreeMap<>();
    private final Map<Integer, Map<String, StatementReader.Body>> known = new TreeMap<>();

    private Needed(ImmutableList<Facts> parts) {
      this.parts = parts;
      this.accounts = parts.collect(AccountExport::accountOf);
      for (int i = 0; i < parts.size(); i++) {
        Set<String> missing = new TreeSet<>();
        parts
            .get(i)
            .notes()
            .collect(Attachments::missing)
            .forEach(each -> each.ifPresent(missing::add));
        boolean misses = !missing.isEmpty() || missesGroups(parts.get(i));
        if (misses && others(i).notEmpty()) {
          policies.put(i, missing);
        }
      }
    }

    private static boolean missesGroups(Facts part) {
      Set<String> own = new TreeSet<>();
      part.principals().forEach(each -> own.add(each.id()));
      return part.principals()
          .anySatisfy(each -> each.memberOf().ids().anySatisfy(group -> !own.contains(group)));
    }

    /** The other files that may be of the same account. */
    private ImmutableList<Integer> others(int of) {
      String account = accounts.get(of);
      return accounts
          .collectWithIndex((other, i) -> i)
          .reject(i -> i == of)
          .select(
              i ->
                  accounts.get(i).equals(account)
                      || accounts.get(i).isEmpty()
                      || account.isEmpty());
    }

    boolean isNothing() {
      return policies.isEmpty();
    }

    boolean isBy(int part) {
      return policies.containsKey(part);
    }

    /** What others have of that. */
    OtherPages from(ImmutableList<Document> documents, int part) {
      Map<String, StatementReader.Body> found = new TreeMap<>();
      Map<String, String> groups = new TreeMap<>();
      for (int other : others(part)) {
        known.computeIfAbsent(other, key -> policies(documents.get(key))).entrySet().stream()
            .filter(each -> policies.getOrDefault(part, Set.of()).contains(each.getKey()))
            .forEach(each -> found.put(each.getKey(), each.getValue()));
        parts
            .get(other)
            .principals()
            .select(each -> each.kind() == Principal.Kind.GROUP)
            .forEach(each -> groups.put(nameOf(each.id()), each.id()));
      }
      return new OtherPages(found, groups);
    }

    private static String nameOf(String arn) {
      return arn.substring(arn.lastIndexOf('/') + 1);
    }

    /** All that some page misses and this one has. */
    private Map<String, StatementReader.Body> policies(Document document) {
      Set<String> wanted = new TreeSet<>();
      policies.values().forEach(wanted::addAll);
      Attachments managed = new Attachments(new StatementReader(document.path(), ignored -> {}));
      try {
        Pages.read(document, AccountExport.LISTS, taking(managed, wanted), ignored -> {});
      } catch (UncheckedIOException e) {
        // Whoever read it first has said so.
        return Map.of();
      }
      return managed.inForce();
    }

    private static Pages.Reader taking(Attachments managed, Set<String> wanted) {
      return new Pages.Reader() {
        @Override
        public void record(String list, String pointer, JsonPart record) {
          String arn = record.at("Arn").text();
          if (list.equals(LIST) && wanted.contains(arn)) {
            managed.read(record, pointer, arn);
          }
        }

        @Override
        public void field(String name, String pointer, JsonPart value) {
          // Whoever reads the page itself has a look at it.
        }
      };
    }
  }
}
