package io.jenkins.plugins.authtokencleanup.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.jenkins.plugins.authtokencleanup.architecture.Member.member;

import com.tngtech.archunit.lang.ArchRule;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.IamSession;
import io.jenkins.plugins.authtokencleanup.engine.server.Sleeper;
import io.jenkins.plugins.authtokencleanup.engine.token.RemovalHandle;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.X509TrustManager;

/** The architecture as rules. Each has a name that says it, and each is broken by a counterexample. */
enum Rule {
    THE_MODEL_KNOWS_JAVA_AND_ITS_ERRORS_ONLY(classes()
            .that()
            .resideInAnyPackage(Product.MODEL)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(Product.MODEL)
                    .or(resideInAnyPackage(
                            Product.ERRORS,
                            "java.lang..",
                            "java.nio.charset",
                            "java.security",
                            "java.text",
                            "java.time..",
                            "java.util",
                            "java.util.function",
                            "java.util.regex",
                            "java.util.stream"))
                    .or(belongToAnyOf(Serializable.class, URI.class, URISyntaxException.class)))),

    ERRORS_KNOW_NOTHING_ELSE(classes()
            .that()
            .resideInAPackage(Product.ERRORS)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(Product.ERRORS, "java.lang.."))),

    THE_WIRE_KNOWS_THE_PORT_ONLY(classes()
            .that()
            .resideInAPackage(Product.WIRE)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(Product.PORT)
                    .or(resideInAnyPackage(
                            Product.WIRE,
                            "java..",
                            "javax.net.ssl",
                            "javax.security.auth.x500",
                            "org.jsoup..",
                            "com.fasterxml.jackson..")))),

    WRITERS_KNOW_REPORTS_ONLY(classes()
            .that()
            .resideInAPackage(Product.WRITERS)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    Product.WRITERS,
                    Product.ROOT + ".engine.report",
                    Product.ROOT + ".engine.policy",
                    Product.ERRORS,
                    "java..",
                    "com.fasterxml.jackson.."))),

    THE_COMMAND_LINE_KNOWS_THE_ENGINE_ONLY(classes()
            .that()
            .resideInAPackage(Product.COMMAND_LINE)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    Product.COMMAND_LINE, Product.ENGINE, "java..", "picocli..", "com.fasterxml.jackson.."))),

    NOTHING_KNOWS_THE_COMMAND_LINE(noClasses()
            .that()
            .resideOutsideOfPackage(Product.COMMAND_LINE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(Product.COMMAND_LINE)),

    NOTHING_KNOWS_JENKINS(noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("hudson..", "jenkins..", "org.kohsuke..", "jakarta.servlet..")
                    .or(describe(
                            "are of the plugin outside of the engine and the command line",
                            type -> type.getPackageName().startsWith(Product.ROOT)
                                    && !resideInAnyPackage(Product.ENGINE, Product.COMMAND_LINE)
                                            .test(type))))),

    NO_PACKAGE_NEEDS_ITSELF_THROUGH_OTHERS(
            slices().assignedFrom(new Packages()).should().beFreeOfCycles()),

    ONLY_A_REMOVAL_REQUEST_REVEALS_HANDLES(noClasses()
            .that()
            .haveNameNotMatching(Product.REMOVAL_REQUESTS)
            .should()
            .accessTargetWhere(member("reveal").of(RemovalHandle.class))),

    ONLY_THE_TRANSPORT_SENDS(noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Product.TRANSPORT)
            .should()
            .accessTargetWhere(
                    member("send", "sendAsync", "newWebSocketBuilder").of(HttpClient.class))
            .orShould()
            .accessTargetWhere(member("<init>").of(Socket.class))
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.net\\.((Http)?URLConnection|URL)")),

    ONLY_THE_SLEEPER_SLEEPS(noClasses()
            .that(not(belongToAnyOf(Sleeper.class)))
            .should()
            .accessTargetWhere(member("sleep").of(Thread.class))
            .orShould()
            .accessTargetWhere(member("sleep").of(TimeUnit.class))
            .orShould()
            .accessTargetWhere(member("parkNanos", "parkUntil").of(LockSupport.class))),

    THE_ENGINE_PRINTS_NOTHING(noClasses()
            .that()
            .resideInAPackage(Product.ENGINE)
            .should()
            .accessTargetWhere(member("out", "err", "console", "getLogger").of(System.class))
            .orShould()
            .accessTargetWhere(member("printStackTrace").of(Throwable.class))
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging", "org.slf4j..")),

    THE_ENGINE_ENDS_NO_PROCESS_AND_STARTS_NO_THREAD(noClasses()
            .that()
            .resideInAPackage(Product.ENGINE)
            .should()
            .accessTargetWhere(member("exit", "getenv").of(System.class))
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Runtime.class, ProcessBuilder.class)
            .orShould()
            .callConstructor(Thread.class, Runnable.class)
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.util\\.concurrent\\.Executors|java\\.util\\.Timer")),

    AGES_FOLLOW_THE_SERVERS_CLOCK(noClasses()
            .that()
            .resideInAPackage(Product.ENGINE)
            .should()
            .accessTargetWhere(member("now")
                    .of(Instant.class)
                    .or(member("now").of(LocalDate.class))
                    .or(member("now").of(LocalDateTime.class))
                    .or(member("now").of(ZonedDateTime.class))
                    .or(member("systemDefault").of(ZoneId.class))
                    .or(member("currentTimeMillis").of(System.class)))),

    NOTHING_DEPENDS_ON_THE_MACHINES_LANGUAGE(noClasses()
            .should()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase")
            .orShould()
            .callMethod(String.class, "getBytes")
            .orShould()
            .callConstructor(String.class, byte[].class)
            .orShould()
            .callMethod(java.nio.charset.Charset.class, "defaultCharset")),

    NOBODY_TRUSTS_BLINDLY(noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Product.ROOT + ".engine.iam.tls.OfferedCertificate")
            .should()
            .beAssignableTo(X509TrustManager.class)
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(HostnameVerifier.class, HttpsURLConnection.class)),

    NOTHING_IS_DESERIALIZED(noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class)),

    /** The text that the compiler writes for a record has all that is in it; it is known by being final. */
    SECRETS_DO_NOT_PRINT_THEMSELVES(methods()
            .that()
            .haveName("toString")
            .and()
            .areDeclaredInClassesThat(describe(
                    "are records with secrets",
                    type -> type.isRecord() && Product.SECRETS.contains(type.getSimpleName())))
            .should()
            .notBeFinal()),

    /** Only {@code IamSession.send} and {@code sendOnce} follow no redirect. */
    A_REMOVAL_FOLLOWS_NO_REDIRECT(noClasses()
            .that()
            .haveNameMatching(Product.REMOVAL_REQUESTS + "|.*\\.RemovalExchange|.*RemovalCounterexample")
            .should()
            .accessTargetWhere(member("load", "get").of(IamSession.class))),

    /** A redirect that the JDK follows is one that nobody has looked at. */
    THE_JDK_FOLLOWS_NO_REDIRECT(
            noClasses().should().accessTargetWhere(member("ALWAYS", "NORMAL").of(HttpClient.Redirect.class))),

    /** Whatever is named in a removal has passed the rules for handles of its page. */
    ONLY_A_PAGE_TAKES_HANDLES_FROM_ITS_LIST(noClasses()
            .that()
            .haveNameNotMatching(
                    ".*\\.engine\\.(iam\\.(panel\\.PanelRowReader|json\\.JsonRemovalRequest)|token\\.RemovalHandle)")
            .should()
            .callConstructor(RemovalHandle.class, String.class)),

    THE_REMOVAL_REQUEST_IS_SENT_BY_ITS_PAGE_ONLY(noClasses()
            .that()
            .haveNameNotMatching(".*\\.(ClassicPanel|JsonAccountsPage|JsonTokenList|(Json)?RemovalRequest)")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(Product.REMOVAL_REQUESTS));

    final ArchRule rule;

    Rule(ArchRule rule) {
        this.rule = rule;
    }
}
