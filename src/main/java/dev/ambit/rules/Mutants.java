package dev.ambit.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Makes the {@link Mutant}s of one rule file. Each is written out and read again as any rule is, so
 * that one which no longer is a rule does not count.
 */
final class Mutants {
  private static final Pattern COMMENT = Pattern.compile("(?m)(?<=^|\\s)#.*$");

  private final RuleFile file;
  private final String called;
  private final String code;
  private int cursor;

  private Mutants(RuleFile file, String called) {
    this.file = file;
    this.called = called;
    this.code =
        COMMENT.matcher(file.text()).replaceAll(found -> " ".repeat(found.group().length()));
    this.cursor = Math.max(0, code.indexOf('{'));
  }

  /**
   * In the order of the text.
   *
   * @param file holds a rule
   * @param called what results call the file
   */
  static ImmutableList<Mutant> of(RuleFile file, String called) {
    return new Mutants(file, called).all();
  }

  private ImmutableList<Mutant> all() {
    MutableList<Mutant> mutants = Lists.mutable.empty();
    int count = QueryPieces.of(parsed()).size();
    for (int i = 0; i < count; i++) {
      // Parsed anew for each, since dropping changes the query.
      Query query = parsed();
      QueryPieces.Piece piece = QueryPieces.of(query).get(i);
      int line = line(piece.sign());
      piece.drop().run();
      read(query).forEach(rule -> mutants.add(mutant(rule, line, piece.text())));
    }
    return mutants.toImmutable();
  }

  private Mutant mutant(Rule rule, int line, String dropped) {
    RuleBook alone =
        new RuleBook(Lists.immutable.of(rule), Lists.immutable.of(file), Frameworks.NONE);
    return new Mutant(rule.id(), line, dropped, alone);
  }

  private Query parsed() {
    return QueryFactory.create(file.text(), Syntax.syntaxSPARQL_11);
  }

  /** None if it is refused. */
  private ImmutableList<Rule> read(Query query) {
    String header =
        file.text().lines().filter(line -> line.startsWith("#+")).collect(Collectors.joining("\n"));
    String text = header + "\n" + query.serialize(Syntax.syntaxSPARQL_11);
    try {
      return Lists.immutable.of(RuleReader.read(new RuleFile(file.path(), text), called));
    } catch (RuleException refused) {
      return Lists.immutable.empty();
    }
  }

  /** The syntax tree has no lines, but pieces come in the order of the text. */
  private int line(String sign) {
    Matcher found =
        Pattern.compile(Pattern.quote(sign) + "(?!\\w)", Pattern.CASE_INSENSITIVE).matcher(code);
    if (found.find(cursor)) {
      cursor = found.end();
    }
    return 1 + (int) code.substring(0, cursor).chars().filter(letter -> letter == '\n').count();
  }
}
