package dev.ambit.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;

class VocabularyTest {
  private final Model written = ModelFactory.createDefaultModel();

  VocabularyTest() throws Exception {
    written.read(new StringReader(Files.readString(Path.of("rules/vocabulary.ttl"))), null, "TTL");
  }

  @Test
  void everyTermIsExplainedAndEveryExplanationIsOfATerm() {
    List<String> explained = written.listSubjects().mapWith(Resource::getURI).toList();
    assertThat(explained).containsExactlyInAnyOrderElementsOf(Vocabulary.terms());
  }

  @Test
  void everyTermHasOneSentence() {
    for (Resource term : written.listSubjects().toList()) {
      List<String> comments =
          written.listObjectsOfProperty(term, RDFS.comment).mapWith(Object::toString).toList();
      assertThat(comments).as(term.getURI()).hasSize(1);
      assertThat(comments.get(0)).as(term.getURI()).matches("[A-Z].{8,}\\.");
    }
  }
}
