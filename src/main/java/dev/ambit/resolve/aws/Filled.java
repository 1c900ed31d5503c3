package dev.ambit.resolve.aws;

import dev.ambit.model.Policy.Statement;
import java.util.IdentityHashMap;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;

/**
 * Statements of resources and of the organisation with the asking principal put into their
 * variables. Who gets the same text gets the same statement, so that answers can be shared. For one
 * thread.
 */
final class Filled {
  private final UnifiedMap<Statement, Statement> same = UnifiedMap.newMap();
  private final IdentityHashMap<Statement, Statement> written = new IdentityHashMap<>();

  /** The statement of a resource for one who asks. */
  Statement of(Guarded guarded, Subject subject) {
    return guarded.hasVariables()
        ? same.getIfAbsentPutWithKey(guarded.statement(subject), each -> each)
        : guarded.statement();
  }

  /** Statements as they are for one who asks. */
  ImmutableList<Statement> of(ImmutableList<Statement> statements, Subject subject) {
    return statements.anySatisfy(Variables::areIn)
        ? statements.collect(each -> of(each, subject))
        : statements;
  }

  private Statement of(Statement statement, Subject subject) {
    if (!Variables.areIn(statement)) {
      return statement;
    }
    Statement filled =
        same.getIfAbsentPutWithKey(Variables.resolved(statement, subject), each -> each);
    written.put(filled, statement);
    return filled;
  }

  /** What a filled statement was before. */
  Statement writtenAs(Statement filled) {
    return written.getOrDefault(filled, filled);
  }
}
