package dev.ambit.planted.connect.right;

import org.apache.jena.http.HttpLib;

/** A library that goes to the network in our name. */
final class FetchesContexts {
  Class<?> fetch() {
    return HttpLib.class;
  }
}
