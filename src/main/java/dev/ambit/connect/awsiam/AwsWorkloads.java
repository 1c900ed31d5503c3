package dev.ambit.connect.awsiam;

import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** What runs as a role: functions, tasks, builds, stacks, and the agents of Bedrock. */
public final class AwsWorkloads implements AnswerFamily {
  private static final ImmutableList<Answer<Workloads>> RUNNING =
      Lists.immutable.of(
          Answer.list(
              "lambda list-functions", "Functions", "FunctionArn", (p, into) -> into.function(p)),
          Answer.object(
              "lambda get-function",
              shape -> shape.has("Configuration", "FunctionArn"),
              (p, into) -> into.functionInside(p)),
          Answer.object(
              "lambda get-function-configuration",
              shape -> shape.has("FunctionArn") && shape.has("Role"),
              (p, into) -> into.function(p)),
          Answer.object(
              "ecs describe-task-definition",
              shape -> shape.has("taskDefinition", "taskDefinitionArn"),
              (p, into) -> into.taskDefinition(p)),
          Answer.list(
              "codebuild batch-get-projects",
              "projects",
              "serviceRole",
              (p, into) -> into.project(p)),
          Answer.list(
              "ec2 describe-instances",
              "Reservations",
              "ReservationId",
              (p, into) -> into.instances(p)),
          Answer.list(
              "cloudformation describe-stacks", "Stacks", "StackId", (p, into) -> into.stack(p)),
          Answer.object(
              "stepfunctions describe-state-machine",
              shape -> shape.has("stateMachineArn") && shape.has("roleArn"),
              (p, into) -> into.stateMachine(p)));

  private static final ImmutableList<Answer<Workloads>> AGENTS =
      Lists.immutable.of(
          Answer.object(
              "bedrock-agent get-agent",
              shape -> shape.has("agent", "agentArn"),
              (p, into) -> into.agents().agent(p)),
          Answer.object(
              "bedrock-agent get-agent-action-group",
              shape -> shape.has("agentActionGroup", "actionGroupName"),
              (p, into) -> into.agents().actionGroup(p)),
          Answer.list(
              "bedrock-agent list-agent-knowledge-bases",
              "agentKnowledgeBaseSummaries",
              "knowledgeBaseId",
              (p, into) -> into.agents().knows(p)),
          Answer.object(
              "bedrock-agent get-knowledge-base",
              shape -> shape.has("knowledgeBase", "knowledgeBaseArn"),
              (p, into) -> into.agents().knowledgeBase(p)),
          Answer.object(
              "bedrock-agent get-data-source",
              shape -> shape.has("dataSource", "dataSourceConfiguration"),
              (p, into) -> into.agents().dataSource(p)),
          Answer.list(
              "bedrock-agent list-agent-collaborators",
              "agentCollaboratorSummaries",
              "agentDescriptor",
              (p, into) -> into.agents().collaborator(p)));

  private static final Answers<Workloads> ANSWERS =
      new Answers<>(Workloads::new, Workloads::facts, RUNNING.newWithAll(AGENTS));

  @Override
  public String id() {
    return "aws-workloads";
  }

  @Override
  public String reads() {
    return "the answers of aws lambda, ec2, ecs, codebuild, cloudformation, stepfunctions and"
        + " bedrock-agent that say what runs as which role";
  }

  @Override
  public Answers<Workloads> answers() {
    return ANSWERS;
  }
}
