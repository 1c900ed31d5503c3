package dev.ambit.model.request;

/** A kind of policy that has a say in a request, in the order in which a reader is told. */
public enum Layer {
  SERVICE_CONTROL("serviceControl"),
  RESOURCE_CONTROL("resourceControl"),
  ENDPOINT("endpoint"),
  RESOURCE("resource"),
  IDENTITY("identity"),
  BOUNDARY("boundary"),
  SESSION("session");

  private final String word;

  Layer(String word) {
    this.word = word;
  }

  /** As outputs write it. */
  public String word() {
    return word;
  }
}
