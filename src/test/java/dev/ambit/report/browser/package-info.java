/** What a report is in a real browser: to eyes, to a keyboard, to a printer, to a strict host. */
@NullMarked
package dev.ambit.report.browser;

import org.jspecify.annotations.NullMarked;
