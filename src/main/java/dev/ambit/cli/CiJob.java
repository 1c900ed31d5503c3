package dev.ambit.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A job that judges each change of a repository.
 *
 * @param place relative to the folder
 */
record CiJob(String system, String place, String text) {
  private static final CiJob GITHUB =
      new CiJob(
          "GitHub Actions",
          ".github/workflows/ambit.yml",
          """
          # Judges the access of AI agents in each pull request.
          # The step fails with 1 for findings and with 3 for what could not be judged.
          name: ambit
          on: [pull_request]
          permissions:
            contents: read
            security-events: write
          jobs:
            ambit:
              runs-on: ubuntu-latest
              steps:
                - uses: actions/checkout@v4
                  with: {fetch-depth: 0}
                - uses: actions/setup-java@v4
                  with: {distribution: temurin, java-version: "17"}
                # Put Ambit where this finds it, for example as a submodule.
                # With a waiver file add: --waivers waivers.yaml --waivers-from "origin/$GITHUB_BASE_REF"
                - run: tools/ambit/bin/ambit scan . --out sarif=ambit.sarif --out html=ambit.html
                - uses: github/codeql-action/upload-sarif@v3
                  if: always()
                  with: {sarif_file: ambit.sarif}
          """);

  private static final CiJob GITLAB =
      new CiJob(
          "GitLab CI",
          "ambit.gitlab-ci.yml",
          """
          # Judges the access of AI agents in each merge request. In .gitlab-ci.yml write
          #   include: ambit.gitlab-ci.yml
          # The job fails with 1 for findings and with 3 for what could not be judged.
          ambit:
            image: maven:3-eclipse-temurin-17
            rules:
              - if: $CI_PIPELINE_SOURCE == "merge_request_event"
            script:
              # Put Ambit where this finds it, for example as a submodule.
              # With a waiver file add:
              #   --waivers waivers.yaml --waivers-from "origin/$CI_MERGE_REQUEST_TARGET_BRANCH_NAME"
              - tools/ambit/bin/ambit scan . --out gitlab=ambit.json --out html=ambit.html
            artifacts:
              when: always
              paths: [ambit.html]
              reports: {codequality: ambit.json}
          """);

  /**
   * The one that was asked for, else the one that the folder has files of.
   *
   * @throws UsageException if there is no such system
   */
  static CiJob of(String asked, Path folder) {
    return switch (asked) {
      case "github" -> GITHUB;
      case "gitlab" -> GITLAB;
      case "" ->
          Files.exists(folder.resolve(".gitlab-ci.yml")) && !Files.exists(folder.resolve(".github"))
              ? GITLAB
              : GITHUB;
      default -> throw new UsageException("--ci takes github or gitlab, and found '" + asked + "'");
    };
  }
}
