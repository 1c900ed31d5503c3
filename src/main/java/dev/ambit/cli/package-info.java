/**
 * The command line: the only place that prints, exits or reads the clock.
 *
 * <p>In: arguments. Out: the result on stdout, everything else on stderr, and an exit code whose
 * reason is the last line there. Chosen: two classes for each command. The one that picocli reads
 * holds options and nothing else, so that {@code --help} loads no RDF and no JSON library; the work
 * stands in a class that is loaded when it is done. Not chosen: picocli's own exit codes (an
 * uncaught exception would return 1 and look like findings).
 */
@NullMarked
package dev.ambit.cli;

import org.jspecify.annotations.NullMarked;
