package dev.ambit.trace;

import dev.ambit.model.Agent;
import dev.ambit.model.Credential;
import dev.ambit.model.Day;
import dev.ambit.model.Judged;
import dev.ambit.model.Ref;
import dev.ambit.model.Right;
import dev.ambit.model.Said;
import dev.ambit.model.Verb;
import dev.ambit.model.Verbs;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.collections.impl.set.sorted.mutable.TreeSortedSet;

/** Who carries a credential, how old and idle it is, and how far it reaches. */
final class CredentialFacts {
  private final Estate estate;
  private final Sink sink;

  /** Takes a fact. */
  interface Sink {
    void add(String about, Judged.Aspect aspect, String value);
  }

  private CredentialFacts(Estate estate, Sink sink) {
    this.estate = estate;
    this.sink = sink;
  }

  static void of(Estate estate, Sink sink) {
    CredentialFacts facts = new CredentialFacts(estate, sink);
    estate.assumed.access().facts().agents().forEach(facts::carried);
    estate
        .assumed
        .access()
        .facts()
        .credentials()
        .forEach(
            credential -> {
              facts.age(credential);
              facts.reach(credential);
            });
  }

  /** Its own, those of its tools, and those that name it or its identity as holder. */
  private void carried(Agent agent) {
    TreeSortedSet<String> carried = TreeSortedSet.newSet();
    carried.addAllIterable(agent.credentials().ids());
    for (Ref tool : estate.assumed.tools(agent)) {
      estate
          .assumed
          .tool(tool.id())
          .flatMap(known -> known.uses().value())
          .filter(uses -> estate.assumed.credential(uses.id()).isPresent())
          .ifPresent(uses -> carried.add(uses.id()));
    }
    for (Credential credential : estate.assumed.access().facts().credentials()) {
      if (credential.holders().names(agent.id())
          || credential.holders().all().anySatisfy(by -> agent.actsAs().names(by.id()))) {
        carried.add(credential.id());
      }
    }
    carried.forEach(id -> sink.add(agent.id(), Judged.Aspect.CARRIES, id));
  }

  private void age(Credential credential) {
    LocalDate at = estate.assumed.access().at();
    boolean endless =
        credential.expires() instanceof Said.Value<Day> said && said.said().date().isEmpty();
    if (endless) {
      flaw(credential, "it never expires");
    }
    Optional<LocalDate> renewed =
        credential.rotated().value().or(() -> credential.created().value());
    long age = renewed.map(day -> ChronoUnit.DAYS.between(day, at)).orElse(-1L);
    if (!credential.expires().isSaid() && age > estate.assumed.settings().credentialMaxAgeDays()) {
      flaw(credential, "it has no end and is " + age + " days old");
    }
    credential.lastUsed().value().ifPresent(used -> idle(credential, used, age));
  }

  private void idle(Credential credential, Day used, long age) {
    int limit = estate.assumed.settings().dormantDays();
    if (used.date().isPresent()) {
      long days = ChronoUnit.DAYS.between(used.date().get(), estate.assumed.access().at());
      if (days > limit) {
        flaw(credential, "it was not used for " + days + " days");
      }
    } else if (age < 0 || age > limit) {
      flaw(credential, "it was never used");
    }
  }

  private void flaw(Credential credential, String clause) {
    sink.add(credential.id(), Judged.Aspect.CREDENTIAL_FLAW, clause);
  }

  private void reach(Credential credential) {
    int principal =
        credential.authenticates().value().map(as -> estate.nodes().number(as.id())).orElse(-1);
    if (principal < 0) {
      return;
    }
    int reads = Ranks.UNKNOWN;
    boolean bulk = false;
    Verbs touching = Verbs.of(Verb.READ, Verb.WRITE, Verb.DELETE, Verb.SHARE);
    for (Right right : estate.rights.allowed(principal)) {
      int rank = estate.ranks.highest(right.targets());
      if (right.verbs().has(Verb.READ)) {
        reads = Math.max(reads, rank);
      }
      bulk |= !right.verbs().and(touching).isEmpty() && (rank >= 2 || right.wide());
    }
    if (reads >= 0) {
      sink.add(credential.id(), Judged.Aspect.READS_RANK, Integer.toString(reads));
    }
    if (bulk && !credential.sourceRestricted().or(false)) {
      sink.add(credential.id(), Judged.Aspect.BULK, "yes");
    }
    if (ScopePaths.changesProduction(estate, principal)) {
      sink.add(credential.id(), Judged.Aspect.CHANGES_PRODUCTION, "yes");
    }
  }
}
