package dev.ambit.connect.awsiam;

import dev.ambit.model.Certainty;
import dev.ambit.model.Facts;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Policy;
import dev.ambit.model.Principal;
import dev.ambit.model.PrincipalBuilder;
import dev.ambit.model.Ref;
import dev.ambit.model.Refs;
import dev.ambit.model.Said;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;
import org.eclipse.collections.impl.set.mutable.UnifiedSet;

/**
 * Collects the records of one account export. Users name groups, and everybody names managed
 * policies, that may stand later in the file: such names are settled in {@link #facts}.
 */
final class AccountExport implements Pages.Reader {
  /** The lists of an export. */
  static final Set<String> LISTS =
      Set.of("UserDetailList", "GroupDetailList", "RoleDetailList", "Policies");

  private static final String MORE_FOLLOW =
      "the export says that more pages follow. Add them, if they are not here";
  private static final Set<String> BESIDE = Set.of("IsTruncated", "Marker", "ResponseMetadata");

  private final String file;
  private final Consumer<Note> notes;
  private final StatementReader statements;
  private final Interner texts = new Interner();
  private final MutableList<Holder> holders = Lists.mutable.empty();
  private final MutableList<Policy> policies = Lists.mutable.empty();
  private final Attachments managed;
  private final Map<String, String> groupArns = UnifiedMap.newMap();
  private final Set<String> incomplete = UnifiedSet.newSet();
  private final MutableList<Truncation> truncations = Lists.mutable.empty();

  private record Holder(
      String arn,
      Principal.Kind kind,
      Origin origin,
      List<Ref> groups,
      ImmutableList<Said.Value<String>> tags,
      ImmutableList<String> profiles) {}

  private record Truncation(boolean moreFollow, int line, String pointer) {}

  AccountExport(String file, Consumer<Note> notes) {
    this.file = file;
    this.notes = notes;
    this.statements = new StatementReader(file, notes);
    this.managed = new Attachments(statements);
  }

  /** A policy, or a group by its name, that stands on another page. */
  AccountExport knowing(OtherPages others) {
    others.policies().forEach(managed::inForce);
    groupArns.putAll(others.groups());
    return this;
  }

  @Override
  public void record(String list, String pointer, JsonPart record) {
    String arn = record.at("Arn").text();
    if (arn.isEmpty()) {
      error(record, pointer, "a record without 'Arn'; it is left out. Export it again");
      return;
    }
    switch (list) {
      case "UserDetailList" -> holder(record, pointer, arn, Principal.Kind.PERSON, "User");
      case "RoleDetailList" -> role(record, pointer, arn);
      case "GroupDetailList" -> group(record, pointer, arn);
      default -> managed.read(record, pointer, arn);
    }
  }

  @Override
  public void field(String name, String pointer, JsonPart value) {
    if (name.equals("IsTruncated")) {
      truncations.add(new Truncation(value.text().equals("true"), value.line(), pointer));
    } else if (!BESIDE.contains(name)) {
      notes.accept(
          new Note(
              Note.Kind.NOTE,
              "an account export has no field '" + name + "'; it is ignored",
              new Origin(file, value.line(), pointer)));
    }
  }

  private void group(JsonPart record, String pointer, String arn) {
    groupArns.put(record.at("GroupName").text(), arn);
    holder(record, pointer, arn, Principal.Kind.GROUP, "Group");
  }

  private void role(JsonPart record, String pointer, String arn) {
    holder(record, pointer, arn, Principal.Kind.ROLE, "Role");
    JsonPart trust = record.at("AssumeRolePolicyDocument");
    if (!trust.isAbsent()) {
      String at = pointer + "/AssumeRolePolicyDocument";
      add(statements.read(trust, at, arn, true), arn, Policy.Kind.TRUST, arn);
    }
  }

  private void holder(
      JsonPart record, String pointer, String arn, Principal.Kind kind, String word) {
    Origin origin = new Origin(file, record.line(), pointer);
    holders.add(
        new Holder(
            arn,
            kind,
            origin,
            refs(record.at("GroupList"), pointer + "/GroupList"),
            tags(record.at("Tags"), origin),
            profiles(record.at("InstanceProfileList"))));
    inline(record.at(word + "PolicyList"), pointer + "/" + word + "PolicyList", arn);
    attached(record.at("AttachedManagedPolicies"), pointer + "/AttachedManagedPolicies", arn);
    JsonPart boundary = record.at("PermissionsBoundary").at("PermissionsBoundaryArn");
    if (boundary.isText()) {
      attach(
          boundary,
          pointer + "/PermissionsBoundary/PermissionsBoundaryArn",
          arn,
          Policy.Kind.BOUNDARY);
    }
  }

  /** What an instance names in the place of its role. */
  private static ImmutableList<String> profiles(JsonPart list) {
    return Lists.immutable
        .ofAll(list.parts())
        .collect(each -> each.at("Arn").text())
        .reject(String::isEmpty);
  }

  /** All at the place of their holder: an account has more tags than anything else. */
  private ImmutableList<Said.Value<String>> tags(JsonPart tags, Origin origin) {
    return Lists.immutable
        .ofAll(tags.parts())
        .collect(each -> texts.one(each.at("Key").text() + "=" + each.at("Value").text()))
        .collect(each -> new Said.Value<>(each, origin));
  }

  private List<Ref> refs(JsonPart names, String pointer) {
    MutableList<Ref> refs = Lists.mutable.empty();
    for (int i = 0; i < names.parts().size(); i++) {
      JsonPart name = names.parts().get(i);
      refs.add(new Ref(name.text(), new Origin(file, name.line(), pointer + "/" + i)));
    }
    return refs;
  }

  private void inline(JsonPart list, String pointer, String holder) {
    for (int i = 0; i < list.records().size(); i++) {
      JsonPart policy = list.records().get(i);
      String id = holder + "/inline/" + policy.at("PolicyName").text();
      String at = pointer + list.pointerTo(i) + "/PolicyDocument";
      add(
          statements.read(policy.at("PolicyDocument"), at, id, false),
          id,
          Policy.Kind.IDENTITY,
          holder);
    }
  }

  private void add(StatementReader.Body body, String id, Policy.Kind kind, String holder) {
    policies.add(body.of(id, kind, holder));
    if (!body.whole()) {
      incomplete.add(holder);
    }
  }

  private void attached(JsonPart list, String pointer, String holder) {
    for (int i = 0; i < list.records().size(); i++) {
      JsonPart arn = list.records().get(i).at("PolicyArn");
      attach(arn, pointer + list.pointerTo(i) + "/PolicyArn", holder, Policy.Kind.IDENTITY);
    }
  }

  private void attach(JsonPart arn, String pointer, String holder, Policy.Kind kind) {
    Ref policy = new Ref(arn.text(), new Origin(file, arn.line(), pointer));
    managed.attach(holder, kind, policy);
  }

  private void error(JsonPart part, String pointer, String text) {
    notes.accept(new Note(Note.Kind.ERROR, text, new Origin(file, part.line(), pointer)));
  }

  /** What was read, once the file is at its end; the notes are the caller's. */
  Facts facts() {
    managed.settle(this::add, this::missing);
    noteMissingPages();
    return Facts.NONE.with(
        b ->
            b.principals(holders.collect(this::principal).toImmutable())
                .policies(policies.toImmutable()));
  }

  /** Of several pages, in any order, one is the last. */
  private void noteMissingPages() {
    if (truncations.notEmpty() && truncations.allSatisfy(Truncation::moreFollow)) {
      Truncation last = truncations.getLast();
      notes.accept(
          new Note(Note.Kind.NOTE, MORE_FOLLOW, new Origin(file, last.line(), last.pointer())));
    }
  }

  /**
   * What files of one kind say, where a last page is missing of an account: then pages are missing
   * for sure, and the roles on them must not read as nobody.
   */
  static ImmutableList<Facts> checked(ImmutableList<Facts> files) {
    Set<String> whole =
        files.reject(AccountExport::saysMoreFollow).collect(AccountExport::accountOf).toSet();
    return files.collect(
        file ->
            saysMoreFollow(file) && !whole.contains(accountOf(file))
                ? file.withNotes(file.notes().collect(AccountExport::lastIsMissing))
                : file);
  }

  private static boolean saysMoreFollow(Facts file) {
    return file.notes().anySatisfy(note -> note.text().equals(MORE_FOLLOW));
  }

  /** The account that a page is of; empty if it has nothing but policies. */
  static String accountOf(Facts file) {
    return file.principals()
        .getFirstOptional()
        .map(each -> each.id().split(":", 6))
        .filter(arn -> arn.length == 6)
        .map(arn -> arn[4])
        .orElse("");
  }

  private static Note lastIsMissing(Note note) {
    return note.text().equals(MORE_FOLLOW)
        ? new Note(
            Note.Kind.ERROR,
            "the export says that more pages follow, and the last one is not here. Add them",
            note.origin())
        : note;
  }

  private void missing(String holder, Note note) {
    incomplete.add(holder);
    notes.accept(note);
  }

  private Principal principal(Holder holder) {
    return PrincipalBuilder.builder(Principal.of(holder.arn(), holder.kind(), holder.origin()))
        .memberOf(
            Refs.of(Lists.immutable.ofAll(holder.groups()).collect(ref -> group(holder, ref))))
        .tags(holder.tags())
        .aliases(holder.profiles())
        .complete(!incomplete.contains(holder.arn()) && groupsAreHere(holder))
        .certainty(Certainty.OBSERVED)
        .build();
  }

  private boolean groupsAreHere(Holder holder) {
    return holder.groups().stream().allMatch(name -> groupArns.containsKey(name.id()));
  }

  private Ref group(Holder holder, Ref name) {
    // A group of another page: its path is not known, and most have none.
    String account = holder.arn().substring(0, Math.max(0, holder.arn().indexOf(":user/")));
    return new Ref(
        groupArns.getOrDefault(name.id(), account + ":group/" + name.id()), name.origin());
  }
}
