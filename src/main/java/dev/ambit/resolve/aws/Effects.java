package dev.ambit.resolve.aws;

import dev.ambit.model.Verbs;

/**
 * What an action lets one do to its resource.
 *
 * @param changesAccount whether it also changes who has access in the whole account
 */
record Effects(Verbs verbs, boolean changesAccount) {
  static final Effects NONE = new Effects(Verbs.NONE, false);
}
