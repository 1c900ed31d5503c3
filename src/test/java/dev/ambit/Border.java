package dev.ambit;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * Every "never" of the design, each as a rule about the packages below a root. The root is {@code
 * dev.ambit} for the product, and {@code dev.ambit.planted} for a small house in which each rule is
 * broken on purpose.
 */
@SuppressWarnings("ImmutableEnumChecker") // Functions without state; their type cannot say so.
enum Border {
  EVERY_CLASS_STANDS_IN_A_ROOM_OF_THE_HOUSE(Border::everyClassHasARoom),
  NOUNS_KNOW_ONLY_COLLECTIONS_AND_THE_JDK(Border::modelStandsAlone),
  STAGES_MEET_ONLY_IN_THE_MODEL(Border::stagesMeetInTheModel),
  NOBODY_KNOWS_THE_COMMAND_LINE(Border::nobodyKnowsCli),
  CONNECTORS_DO_NOT_KNOW_ONE_ANOTHER(root -> strangers(root + ".connect")),
  WHAT_CONNECTORS_SHARE_IS_NO_CONNECTOR(root -> sharesOnly(root + ".connect")),
  BITMAPS_STAY_IN_TRACE(root -> only(root, "org.roaringbitmap..", "trace")),
  RDF_STAYS_IN_GRAPH_AND_RULES(root -> only(root, "org.apache.jena..", "graph", "rules")),
  JSON_STAYS_IN_CONNECT_AND_REPORT(
      root -> only(root, "com.fasterxml.jackson..", "connect", "report")),
  TEMPLATES_STAY_IN_REPORT(root -> only(root, "gg.jte..", "report")),
  OPTIONS_STAY_IN_CLI(root -> only(root, "picocli..", "cli")),
  NOTHING_OPENS_A_CONNECTION(Border::nothingOpensAConnection),
  ONLY_CLI_PRINTS_AND_EXITS(
      root -> onlyCli(root, "prints or exits", Border::printsOrExits, "the rest can be called")),
  ONLY_CLI_READS_THE_CLOCK(
      root -> onlyCli(root, "reads the clock", Border::readsTheClock, "a run can be repeated")),
  EVERY_PACKAGE_IS_NULL_MARKED(Border::everyPackageIsNullMarked),
  NAMES_SAY_WHAT_A_THING_IS(Border::namesSayWhatAThingIs);

  private static final List<String> STAGES =
      List.of(
          "connect",
          "resolve",
          "snapshot",
          "trace",
          "graph",
          "rules",
          "verdict",
          "repair",
          "stress",
          "report");

  private static final Set<String> DAY_SOURCES =
      Set.of(
          System.class.getName() + ".currentTimeMillis",
          Date.class.getName() + ".<init>",
          Calendar.class.getName() + ".getInstance");

  private final Function<String, ArchRule> rule;

  Border(Function<String, ArchRule> rule) {
    this.rule = rule;
  }

  /** The rule for the house at {@code root}. It may hold for a stage that is still empty. */
  ArchRule at(String root) {
    return rule.apply(root).allowEmptyShould(true);
  }

  private static ArchRule everyClassHasARoom(String root) {
    String[] rooms = below(root, STAGES.stream()).toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .resideInAnyPackage(with(rooms, root, root + ".model..", root + ".cli.."))
        .because("a package that no rule names obeys no rule");
  }

  private static ArchRule modelStandsAlone(String root) {
    return classes()
        .that()
        .resideInAPackage(root + ".model..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            root + ".model..",
            "java..",
            "javax.annotation.processing..",
            "org.eclipse.collections..",
            "org.jspecify..",
            "io.soabase.recordbuilder.core..")
        .because("nouns outlive every library around them");
  }

  private static ArchRule stagesMeetInTheModel(String root) {
    return CompositeArchRule.of(
        STAGES.stream().map(stage -> stageKnowsNoOther(root, stage)).toList());
  }

  private static ArchRule stageKnowsNoOther(String root, String stage) {
    Stream<String> strangers =
        STAGES.stream()
            .filter(other -> !other.equals(stage))
            .filter(other -> !(stage.equals("rules") && other.equals("graph")));
    return noClasses()
        .that()
        .resideInAPackage(root + "." + stage + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(with(below(root, strangers).toArray(String[]::new), root))
        .allowEmptyShould(true)
        .because("a stage knows the nouns and no other stage; only rules see the graph");
  }

  private static ArchRule nobodyKnowsCli(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + ".cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(root + ".cli..")
        .because("the line can be called from anywhere");
  }

  /** The shared room may be known, and is itself as strict as a connector: it knows none. */
  private static ArchRule strangers(String connect) {
    return slices()
        .matching(connect + ".(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(alwaysTrue(), resideInAPackage(connect + ".servers.."))
        .because("a source is read without knowing the others");
  }

  /** Else a connector could be known after all, by standing in the room that all may know. */
  private static ArchRule sharesOnly(String connect) {
    return noClasses()
        .that()
        .resideInAPackage(connect + ".servers..")
        .should()
        .beAssignableTo(connect + ".Connector")
        .because("a source is read without knowing the others");
  }

  private static ArchRule only(String root, String library, String... rooms) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackages(below(root, Arrays.stream(rooms)).toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .because("it can be exchanged where it is, and only there");
  }

  private static ArchRule nothingOpensAConnection(String root) {
    DescribedPredicate<JavaClass> network =
        resideInAnyPackage(
                "java.net.http..",
                "java.rmi..",
                "javax.net..",
                "com.sun.net..",
                "org.apache.jena.http..",
                "org.apache.jena.sparql.exec.http..")
            .or(
                belongToAnyOf(
                    Socket.class,
                    ServerSocket.class,
                    DatagramSocket.class,
                    InetAddress.class,
                    URLConnection.class,
                    SocketChannel.class,
                    ServerSocketChannel.class,
                    DatagramChannel.class,
                    AsynchronousSocketChannel.class));
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .dependOnClassesThat(network)
        .orShould()
        .accessTargetWhere(
            describe(
                "fetches a URL",
                access ->
                    access.getTargetOwner().isEquivalentTo(URL.class)
                        && Set.of("openStream", "openConnection", "getContent")
                            .contains(access.getName())))
        .because("an access review runs where the network is closed");
  }

  private static ArchRule onlyCli(
      String root, String does, Predicate<JavaAccess<?>> deed, String because) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + ".cli..")
        .should()
        .accessTargetWhere(describe(does, deed))
        .because(because);
  }

  private static boolean printsOrExits(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    return switch (access.getName()) {
      case "out", "err", "exit" -> owner.isEquivalentTo(System.class);
      case "halt" -> owner.isEquivalentTo(Runtime.class);
      case "printStackTrace" -> owner.isAssignableTo(Throwable.class);
      default -> false;
    };
  }

  private static boolean readsTheClock(JavaAccess<?> access) {
    String name = access.getTargetOwner().getName() + "." + access.getName();
    boolean asksJavaTime =
        access.getTargetOwner().getPackageName().startsWith("java.time")
            && (access.getName().equals("now") || access.getName().startsWith("system"));
    return asksJavaTime || DAY_SOURCES.contains(name);
  }

  /** Pages that a template becomes are code nobody writes. */
  private static ArchRule everyPackageIsNullMarked(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + ".report.pages..")
        .should(
            new ArchCondition<JavaClass>("stand in a package that is @NullMarked") {
              @Override
              public void check(JavaClass item, ConditionEvents events) {
                if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
                  events.add(
                      SimpleConditionEvent.violated(
                          item,
                          "Class <"
                              + item.getName()
                              + "> stands in a package that is not @NullMarked"));
                }
              }
            })
        .because("whether something may be absent is said once, in a type");
  }

  private static ArchRule namesSayWhatAThingIs(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Data|Info|Base)")
        .orShould()
        .haveSimpleNameStartingWith("Abstract")
        .because("a name says what a thing is to someone who reviews access");
  }

  private static Stream<String> below(String root, Stream<String> rooms) {
    return rooms.map(room -> root + "." + room + "..");
  }

  private static String[] with(String[] packages, String... more) {
    String[] all = Arrays.copyOf(packages, packages.length + more.length);
    System.arraycopy(more, 0, all, packages.length, more.length);
    return all;
  }
}
