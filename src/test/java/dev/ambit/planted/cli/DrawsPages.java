package dev.ambit.planted.cli;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/** Draws what a report should. */
public final class DrawsPages implements Content {
  @Override
  public void writeTo(TemplateOutput output) {
    output.writeContent("page");
  }
}
