package dev.ambit.planted.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;

/** Not even the command line may. */
final class CallsHome {
  InputStream call(URL home) throws IOException {
    return home.openStream();
  }
}
