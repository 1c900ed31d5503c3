package dev.ambit.resolve.aws;

import org.eclipse.collections.api.list.ImmutableList;

/**
 * Actions of one service that do the same to the same types of resource. One decision serves all of
 * them that no statement tells apart.
 *
 * @param types ARN patterns without {@code arn:<partition>:}, {@code @} for the account; empty for
 *     actions on no resource
 */
record Family(String service, ImmutableList<String> types, Effects effects) {
  boolean isAssumption() {
    return service.equals("sts");
  }
}
