package dev.ambit.report.lanes;

import dev.ambit.model.Hop;
import java.util.Locale;

/** What kind of thing a box stands for; same kind, same shape. */
public enum Role {
  AGENT("#e7eaf8"),
  IDENTITY("#e2f1ef"),
  GRANT("#fbf4dc"),
  DATA("#fdebee"),
  CHANNEL("#f2e8f7"),
  PEOPLE("#e4f0fb"),
  /** What is not drawn one by one. */
  REST("#ffffff");

  private final String fill;

  Role(String fill) {
    this.fill = fill;
  }

  /** On paper and on a light page; the style of a dark page has its own. */
  public String fill() {
    return fill;
  }

  /** For the style. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Of what a hop leads to, from where it comes. */
  static Role of(Hop.Kind kind, Role from) {
    return switch (kind) {
      case ACTS_AS, ASSUMES, HOLDS, USES, BECOMES -> IDENTITY;
      case MEMBER_OF -> from == PEOPLE ? PEOPLE : IDENTITY;
      case CALLS, FEEDS -> AGENT;
      case IN, READS, WRITES, DELETES, EXECUTES, CAN_SHARE, CAN_ADMINISTER -> DATA;
      case PUBLISHES -> CHANNEL;
      case REPLIES, READ_BY, INVOKED_BY, ADMITS -> PEOPLE;
    };
  }

  /** Of what a hop comes from, where nothing has led there before. */
  static Role ofStart(Hop.Kind kind) {
    return switch (kind) {
      case FEEDS -> PEOPLE;
      case READ_BY -> CHANNEL;
      case ADMITS -> DATA;
      case ACTS_AS,
          MEMBER_OF,
          ASSUMES,
          HOLDS,
          USES,
          CALLS,
          IN,
          READS,
          WRITES,
          DELETES,
          EXECUTES,
          PUBLISHES,
          REPLIES,
          INVOKED_BY,
          CAN_SHARE,
          CAN_ADMINISTER,
          BECOMES ->
          AGENT;
    };
  }

  /** What stands over the column of what a hop leads to. */
  static String head(Hop.Kind kind, Role role) {
    return switch (kind) {
      case READ_BY -> "Who reads it";
      case REPLIES -> "Who gets the reply";
      case INVOKED_BY -> "Who asks";
      case ADMITS -> "Who could be let in";
      case HOLDS -> "Credential";
      case BECOMES -> "Becomes";
      case ACTS_AS,
          MEMBER_OF,
          ASSUMES,
          USES,
          CALLS,
          IN,
          READS,
          WRITES,
          DELETES,
          EXECUTES,
          PUBLISHES,
          FEEDS,
          CAN_SHARE,
          CAN_ADMINISTER ->
          head(role);
    };
  }

  static String head(Role role) {
    return switch (role) {
      case AGENT -> "Agent";
      case IDENTITY -> "Acts as";
      case DATA -> "Data";
      case CHANNEL -> "Channel";
      case PEOPLE -> "People";
      case GRANT -> "By";
      case REST -> "More";
    };
  }
}
