package dev.ambit.connect.awsiam;

import dev.ambit.connect.awsiam.Answer.Piece;
import dev.ambit.model.Facts;
import dev.ambit.model.Note;
import dev.ambit.model.Origin;
import dev.ambit.model.Ref;
import dev.ambit.model.Said;
import java.util.List;
import java.util.function.Consumer;

/** What runs as a role: functions and instances, and the agents of Bedrock. */
final class Workloads {
  private final FoundAssets assets = new FoundAssets();
  private final BedrockAgents agents;

  Workloads(Consumer<Note> notes) {
    agents = new BedrockAgents(notes, assets);
  }

  BedrockAgents agents() {
    return agents;
  }

  static Origin at(Piece piece, JsonPart part, String below) {
    return new Origin(piece.document().path(), part.line(), piece.pointer() + below);
  }

  /** Of {@code lambda list-functions}, one by one. */
  void function(Piece piece) {
    function(piece, piece.value(), "");
  }

  /** Of {@code lambda get-function}, whose configuration stands one level below. */
  void functionInside(Piece piece) {
    function(piece, piece.value().at("Configuration"), "/Configuration");
  }

  private void function(Piece piece, JsonPart function, String below) {
    String arn = function.at("FunctionArn").text().replaceFirst("(:function:[^:]+):.*", "$1");
    JsonPart role = function.at("Role");
    if (!arn.isEmpty()) {
      runs(piece, arn, function, below, role, below + "/Role");
      agents.runsAs(arn, new Ref(role.text(), at(piece, role, below + "/Role")));
    }
  }

  private void runs(
      Piece piece, String arn, JsonPart thing, String below, JsonPart role, String roleAt) {
    assets.add(
        arn,
        at(piece, thing, below),
        b -> {
          if (!role.text().isEmpty()) {
            Origin origin = at(piece, role, roleAt);
            b.runsAs(Said.of(new Ref(role.text(), origin), origin));
          }
        });
  }

  /** Of {@code ecs describe-task-definition}: a task runs as its role. */
  void taskDefinition(Piece piece) {
    JsonPart definition = piece.value().at("taskDefinition");
    String arn = definition.at("taskDefinitionArn").text();
    if (!arn.isEmpty()) {
      runs(
          piece,
          arn,
          definition,
          "/taskDefinition",
          definition.at("taskRoleArn"),
          "/taskDefinition/taskRoleArn");
    }
  }

  /** Of {@code codebuild batch-get-projects}. */
  void project(Piece piece) {
    JsonPart role = piece.value().at("serviceRole");
    runs(piece, piece.value().at("arn").text(), piece.value(), "", role, "/serviceRole");
  }

  /** Of {@code ec2 describe-instances}: an instance runs as the role in its profile. */
  void instances(Piece piece) {
    String account = piece.value().at("OwnerId").text();
    List<JsonPart> instances = piece.value().at("Instances").parts();
    for (int i = 0; i < instances.size(); i++) {
      JsonPart instance = instances.get(i);
      String zone = instance.at("Placement").at("AvailabilityZone").text();
      String region = zone.isEmpty() ? "*" : zone.replaceFirst("[a-z]$", "");
      String arn =
          "arn:aws:ec2:" + region + ":" + account + ":instance/" + instance.at("InstanceId").text();
      String below = "/Instances/" + i;
      runs(
          piece,
          arn,
          instance,
          below,
          instance.at("IamInstanceProfile").at("Arn"),
          below + "/IamInstanceProfile/Arn");
      assets.labels(
          arn,
          Tags.of(piece.document().path(), instance.at("Tags"), piece.pointer() + below + "/Tags"),
          at(piece, instance, below));
    }
  }

  /** Of {@code cloudformation describe-stacks}. */
  void stack(Piece piece) {
    JsonPart role = piece.value().at("RoleARN");
    runs(piece, piece.value().at("StackId").text(), piece.value(), "", role, "/RoleARN");
  }

  /** Of {@code states describe-state-machine}. */
  void stateMachine(Piece piece) {
    JsonPart role = piece.value().at("roleArn");
    runs(piece, piece.value().at("stateMachineArn").text(), piece.value(), "", role, "/roleArn");
  }

  Facts facts() {
    Facts said = agents.facts();
    return said.with(b -> b.assets(assets.all()));
  }
}
