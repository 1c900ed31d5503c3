package dev.ambit.resolve.aws;

import dev.ambit.model.Verbs;

/**
 * What an action lets one do to its resource.
 *
 * @param changes where it also changes who has access at all
 */
record Effects(Verbs verbs, Changes changes) {
  static final Effects NONE = new Effects(Verbs.NONE, Changes.NOTHING);

  /** Where who has access changes besides the resource. */
  enum Changes {
    NOTHING,
    ACCOUNT,
    /** In every account of the organisation, if it is done from where that is possible. */
    ORGANISATION
  }
}
