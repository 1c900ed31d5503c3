package dev.ambit.cli;

import java.util.Locale;
import org.eclipse.collections.api.factory.Lists;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --color}. */
final class ColorConverter implements ITypeConverter<Color> {
  @Override
  public Color convert(String written) {
    return Lists.immutable
        .of(Color.values())
        .detectOptional(color -> color.name().toLowerCase(Locale.ROOT).equals(written))
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "expected auto, always or never, found '" + written + "'"));
  }
}
