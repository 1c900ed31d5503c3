package dev.ambit.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.query.ResultSet;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;

/**
 * The records of a world as triples, and nothing that follows from them: each key is a predicate,
 * each id a node. Only a list of readers or writers is written as the grant that it is.
 */
final class WorldAsGraph {
  static final String KEY = "urn:key:";
  private static final String NODE = "urn:node:";

  private final Model model = ModelFactory.createDefaultModel();
  private final Set<String> ids = new TreeSet<>();

  private WorldAsGraph(World world) {
    world.sections().values().forEach(all -> all.forEach(each -> ids.add(World.text(each, "id"))));
    world
        .sections()
        .forEach(
            (section, all) -> {
              for (Map<String, Object> each : all) {
                Resource node = model.createResource(NODE + World.text(each, "id"));
                node.addProperty(model.createProperty(KEY, "section"), section);
                describe(node, each);
              }
            });
    for (String section : List.of("assets", "channels")) {
      for (Map<String, Object> each : world.all(section)) {
        String write = section.equals("assets") ? "write" : "publish";
        listed(each, "readers", "read");
        listed(each, "writers", write);
      }
    }
  }

  /** {@code subject object} for each row of a query. */
  static Set<String> pairs(World world, String query) {
    Model model = new WorldAsGraph(world).model;
    Set<String> pairs = new TreeSet<>();
    try (QueryExecution asked = QueryExecutionFactory.create(query, model)) {
      for (ResultSet rows = asked.execSelect(); rows.hasNext(); ) {
        QuerySolution row = rows.next();
        pairs.add(id(row.get("subject")) + " " + id(row.get("object")));
      }
    }
    return pairs;
  }

  private static String id(RDFNode node) {
    return node.asResource().getURI().substring(NODE.length());
  }

  private void describe(Resource node, Map<?, ?> record) {
    record.forEach(
        (key, value) -> {
          for (Object each : value instanceof List<?> list ? list : List.of(value)) {
            node.addProperty(model.createProperty(KEY, String.valueOf(key)), object(each));
          }
        });
    Object level = record.containsKey("level") ? record.get("level") : record.get("clearance");
    if (level != null) {
      node.addLiteral(model.createProperty(KEY, "rank"), (long) RandomWorld.LEVELS.indexOf(level));
    }
  }

  private RDFNode object(Object value) {
    if (value instanceof Map<?, ?> part) {
      Resource node = model.createResource();
      describe(node, part);
      return node;
    }
    String text = String.valueOf(value);
    return ids.contains(text) ? model.createResource(NODE + text) : model.createLiteral(text);
  }

  private void listed(Map<String, Object> place, String key, String verb) {
    for (String who : new ArrayList<>(World.texts(place, key))) {
      Resource grant = model.createResource();
      describe(grant, Map.of("who", who, "can", verb, "on", World.text(place, "id")));
    }
  }
}
