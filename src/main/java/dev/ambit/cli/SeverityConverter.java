package dev.ambit.cli;

import dev.ambit.model.Severity;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --fail-on}; never is {@link Severity#NONE}. */
final class SeverityConverter implements ITypeConverter<Severity> {
  @Override
  public Severity convert(String written) {
    if (written.equals("never")) {
      return Severity.NONE;
    }
    return Severity.named(written)
        .filter(severity -> severity.atLeast(Severity.LOW))
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "expected critical, high, medium, low or never, found '" + written + "'"));
  }
}
