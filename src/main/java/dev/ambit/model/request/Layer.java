package dev.ambit.model.request;

/** A kind of policy that has a say in a request, in the order in which a reader is told. */
public enum Layer {
  SERVICE_CONTROL("serviceControl"),
  RESOURCE_CONTROL("resourceControl"),
  ENDPOINT("endpoint"),
  RESOURCE("resource"),
  IDENTITY("identity"),
  BOUNDARY("boundary"),
  SESSION("session"),
  /** All policies that have a say in the use of the key that the resource is encrypted with. */
  KEY("key"),
  /** Permissions of Lake Formation on a table or database. */
  LAKE_FORMATION("lakeFormation");

  private final String word;

  Layer(String word) {
    this.word = word;
  }

  /** As outputs write it. */
  public String word() {
    return word;
  }
}
