package dev.ambit.report;

import dev.ambit.model.AgentSummary;
import dev.ambit.model.AnalysisResult;
import dev.ambit.model.AnalysisResult.RuleSummary;
import dev.ambit.model.Finding;
import dev.ambit.model.Gap;
import dev.ambit.model.Hop;
import dev.ambit.model.Note;
import dev.ambit.model.Severity;
import dev.ambit.model.Waived;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.multimap.list.ImmutableListMultimap;
import org.eclipse.collections.impl.list.mutable.FastList;

/**
 * JUnit XML, for any pipeline: a suite for each subject, a case for each rule. So that a rule that
 * is kept shows as passed, and what was not judged, or is waived, as skipped and never as passed. A
 * finding that is information only does not fail its case.
 */
public final class JUnitReport implements ReportWriter {
  @Override
  public String id() {
    return "junit";
  }

  @Override
  public String use() {
    return "JUnit XML, for any pipeline: a case for each agent and rule";
  }

  @Override
  public void write(AnalysisResult result, OutputStream out) throws IOException {
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuites");
      xml.writeAttribute("name", "ambit");
      xml.writeCharacters("\n");
      writeSubjects(xml, result);
      writeNotJudged(xml, result);
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.flush();
      out.flush();
    } catch (XMLStreamException e) {
      throw new IOException("the JUnit report could not be written", e);
    }
  }

  private static void writeSubjects(XMLStreamWriter xml, AnalysisResult result)
      throws XMLStreamException {
    ImmutableListMultimap<String, Finding> bySubject = result.findings().groupBy(Finding::subject);
    ImmutableListMultimap<String, Waived> waived =
        result.waived().groupBy(each -> each.finding().subject());
    ImmutableList<String> agents = result.agents().collect(AgentSummary::id);
    ImmutableList<String> subjects =
        FastList.newList(agents)
            .withAll(bySubject.keysView())
            .withAll(waived.keysView())
            .distinct()
            .toSortedList()
            .toImmutable();
    for (String subject : subjects) {
      ImmutableListMultimap<String, Finding> byRule = bySubject.get(subject).groupBy(Finding::rule);
      // Only an agent is asked every rule; another subject shows what was found about it.
      ImmutableList<String> rules =
          FastList.newList(byRule.keysView())
              .withAll(waived.get(subject).collect(each -> each.finding().rule()))
              .withAll(
                  agents.contains(subject)
                      ? result.rules().collect(RuleSummary::id)
                      : FastList.<String>newList())
              .distinct()
              .toSortedList()
              .toImmutable();
      int failures = rules.count(rule -> anyFails(byRule.get(rule)));
      ImmutableListMultimap<String, Waived> excused =
          waived.get(subject).groupBy(each -> each.finding().rule());
      int skipped = rules.count(rule -> excused.containsKey(rule) && !anyFails(byRule.get(rule)));
      startSuite(xml, subject, rules.size(), failures, skipped);
      for (String rule : rules) {
        writeCase(xml, subject, rule, byRule.get(rule), excused.get(rule));
      }
      endElement(xml);
    }
  }

  private static boolean anyFails(ImmutableList<Finding> findings) {
    return findings.anySatisfy(JUnitReport::fails);
  }

  private static boolean fails(Finding finding) {
    return finding.severity() != Severity.INFO;
  }

  private static void writeCase(
      XMLStreamWriter xml,
      String subject,
      String rule,
      ImmutableList<Finding> findings,
      ImmutableList<Waived> waived)
      throws XMLStreamException {
    startCase(xml, subject, rule);
    ImmutableList<Finding> failing = findings.select(JUnitReport::fails);
    if (failing.isEmpty() && waived.notEmpty()) {
      skip(xml, waived.collect(Wording::waived).distinct().makeString("; "));
    }
    if (failing.notEmpty()) {
      xml.writeStartElement("failure");
      attribute(xml, "type", failing.getFirst().severity().word());
      attribute(xml, "message", failing.getFirst().message());
      text(xml, failing.collect(JUnitReport::steps).makeString("\n"));
      xml.writeEndElement();
    }
    ImmutableList<String> told =
        findings
            .reject(JUnitReport::fails)
            .collect(JUnitReport::steps)
            .newWithAll(
                waived.collect(
                    each -> steps(each.finding()) + "\n  " + Visible.of(Wording.waived(each))));
    if (told.notEmpty()) {
      xml.writeStartElement("system-out");
      text(xml, told.makeString("\n"));
      xml.writeEndElement();
    }
    endElement(xml);
  }

  private static String steps(Finding finding) {
    FastList<String> lines =
        FastList.newListWith(
            finding.severity().word() + " " + finding.id() + ": " + finding.message());
    for (Hop hop : finding.paths().take(1).flatCollect(path -> path.hops())) {
      lines.add("  " + hop.because() + " (" + hop.origin() + ")");
    }
    lines.add("  change: " + Wording.fix(finding));
    return lines.collect(Visible::of).makeString("\n");
  }

  private static void writeNotJudged(XMLStreamWriter xml, AnalysisResult result)
      throws XMLStreamException {
    ImmutableList<Gap> gaps = result.gaps().select(gap -> gap.matters() != Severity.INFO);
    ImmutableList<Note> notes =
        result
            .notes()
            .select(note -> note.kind() == Note.Kind.ERROR || note.kind() == Note.Kind.NOT_JUDGED);
    int count = gaps.size() + notes.size();
    if (count == 0) {
      return;
    }
    startSuite(xml, "not judged", count, 0, count);
    for (Note note : notes) {
      startCase(xml, "not judged", note.origin().toString());
      skip(xml, Wording.kind(note.kind()) + ": " + note.text());
      endElement(xml);
    }
    for (Gap gap : gaps) {
      startCase(xml, "not judged", Wording.gap(gap));
      skip(xml, "could matter at " + gap.matters().word() + "; add " + gap.addTo());
      endElement(xml);
    }
    endElement(xml);
  }

  private static void startSuite(
      XMLStreamWriter xml, String name, int tests, int failures, int skipped)
      throws XMLStreamException {
    xml.writeStartElement("testsuite");
    attribute(xml, "name", name);
    attribute(xml, "tests", Integer.toString(tests));
    attribute(xml, "failures", Integer.toString(failures));
    attribute(xml, "errors", "0");
    attribute(xml, "skipped", Integer.toString(skipped));
    xml.writeCharacters("\n");
  }

  private static void startCase(XMLStreamWriter xml, String of, String name)
      throws XMLStreamException {
    xml.writeStartElement("testcase");
    attribute(xml, "classname", of);
    attribute(xml, "name", name);
  }

  private static void skip(XMLStreamWriter xml, String why) throws XMLStreamException {
    xml.writeEmptyElement("skipped");
    attribute(xml, "message", why);
  }

  private static void endElement(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }

  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(name, Visible.of(value));
  }

  /** Of several lines, each harmless by itself. */
  private static void text(XMLStreamWriter xml, String lines) throws XMLStreamException {
    xml.writeCharacters("\n" + lines + "\n");
  }
}
