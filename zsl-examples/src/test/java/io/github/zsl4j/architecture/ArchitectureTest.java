package io.github.zsl4j.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of docs/architecture.md, checked on the compiled classes of all modules. */
class ArchitectureTest {

    private static final String ROOT = "io.github.zsl4j";
    private static final String[] CORE = {
        ROOT + ".embedding..",
        ROOT + ".linalg..",
        ROOT + ".align..",
        ROOT + ".regression..",
        ROOT + ".hubness..",
        ROOT + ".fewshot..",
        ROOT + ".dataset..",
        ROOT + ".protocol..",
        ROOT + ".retrieve..",
        ROOT + ".generate..",
        ROOT + ".prototype..",
        ROOT + ".classify..",
        ROOT + ".evaluate..",
        ROOT + ".explain..",
        ROOT + ".error.."
    };
    private static final Set<String> ENGINES = Set.of(
            "ai.djl",
            "ai.onnxruntime",
            "com.google.gson",
            "org.nd4j",
            "org.apache.lucene",
            "us.hebi.matlab",
            "org.apache.commons.csv");

    /** The bridge for users of DJL, where DJL's types may be seen (decision 6). */
    private static final String BRIDGE = ROOT + ".engine.djl";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("zsl-testkit"))
            .importPackages(ROOT);

    @Test
    void seesAllModules() {
        assertThat(CLASSES.size()).isGreaterThan(80);
        assertThat(CLASSES.contain(ROOT + ".ZeroShot")).isTrue();
        assertThat(CLASSES.contain(ROOT + ".vision.image.ImageDecoder")).isTrue();
        assertThat(CLASSES.contain(ROOT + ".data.folder.DataFolder")).isTrue();
    }

    @Test
    void hasNoCycleBetweenPackages() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void keepsTheCoreFreeOfEverythingButTheJdkAndLogging() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(concat(CORE, "java..", "org.slf4j..", "org.ejml.."))
                .check(CLASSES);
    }

    @Test
    void keepsTheReadersOfDataFreeOfEngines() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".data..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(concat(
                        CORE, ROOT + ".data..", "java..", "com.google.gson..", "us.hebi..", "org.apache.commons.csv.."))
                .check(CLASSES);
    }

    @Test
    void keepsVisionAndTextApart() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".vision..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".text..", ROOT, ROOT + ".embedded..", ROOT + ".model..", ROOT + ".cli..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".text..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".vision..", ROOT, ROOT + ".embedded..", ROOT + ".model..", ROOT + ".cli..")
                .check(CLASSES);
    }

    @Test
    void letsNothingDependOnTheProgramOrTheExamples() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".cli..", ROOT + ".examples..", ROOT + ".bench..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".cli..", ROOT + ".examples..", ROOT + ".bench..")
                .check(CLASSES);
    }

    @Test
    void showsNoEngineTypeInPublicSignatures() {
        List<String> leaks = CLASSES.stream()
                .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(c -> !c.getPackageName().equals(BRIDGE))
                .flatMap(ArchitectureTest::leaks)
                .toList();
        assertThat(leaks).isEmpty();
    }

    /** Keeps the exception small: one class of the bridge shows DJL, and the rest of the engine does not know it. */
    @Test
    void showsDjlInOneClassOfTheBridge() {
        List<String> leaks = CLASSES.stream()
                .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(c -> c.getPackageName().equals(BRIDGE))
                .filter(c -> leaks(c).findAny().isPresent())
                .map(JavaClass::getSimpleName)
                .toList();
        assertThat(leaks).containsExactly("DjlNetworks");
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".engine", ROOT + ".engine.layout..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ai.djl..", "ai.onnxruntime..", "com.google.protobuf..")
                .check(CLASSES);
    }

    private static Stream<String> leaks(JavaClass type) {
        Stream<String> methods = type.getCodeUnits().stream()
                .filter(m -> isVisible(m.getModifiers()))
                .filter(ArchitectureTest::mentionsEngine)
                .map(JavaCodeUnit::getFullName);
        Stream<String> fields = type.getFields().stream()
                .filter(f -> isVisible(f.getModifiers()) && isEngine(f.getRawType()))
                .map(JavaField::getFullName);
        return Stream.concat(methods, fields);
    }

    private static boolean isVisible(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static boolean mentionsEngine(JavaCodeUnit unit) {
        return isEngine(unit.getRawReturnType())
                || unit.getRawParameterTypes().stream().anyMatch(ArchitectureTest::isEngine);
    }

    private static boolean isEngine(JavaClass type) {
        return ENGINES.stream().anyMatch(engine -> type.getPackageName().startsWith(engine));
    }

    @Test
    void describesEveryPackage() {
        Set<String> undescribed = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            JavaPackage home = type.getPackage();
            if (home.getClasses().stream().noneMatch(c -> c.getSimpleName().equals("package-info"))
                    && getClass().getResource("/" + home.getName().replace('.', '/') + "/package-info.class") == null
                    && !sourceHasPackageInfo(home.getName())) {
                undescribed.add(home.getName());
            }
        }
        assertThat(undescribed).isEmpty();
    }

    /** A package-info without annotations leaves no class file; its source must be there. */
    private static boolean sourceHasPackageInfo(String name) {
        String path = "src/main/java/" + name.replace('.', '/') + "/package-info.java";
        try (Stream<java.nio.file.Path> folders = java.nio.file.Files.walk(java.nio.file.Path.of(".."), 2)) {
            return folders.anyMatch(module -> java.nio.file.Files.exists(module.resolve(path)));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String[] concat(String[] first, String... rest) {
        return Stream.concat(Stream.of(first), Stream.of(rest)).toArray(String[]::new);
    }
}
