package dev.springtide.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The compiled code of one module, as its architecture test sees it. */
public record House(JavaClasses main, JavaClasses tests) {
    /** Imports what lives under {@code root}; code of other modules' jars stays outside. */
    public static House under(String root) {
        return new House(
                importing(root, new ImportOption.DoNotIncludeTests()),
                importing(root, new ImportOption.OnlyIncludeTests()));
    }

    /** Checks a service: its rings and what every module keeps to. */
    public void isAService() {
        check(RingRules.all(), main);
        isTidy();
    }

    /** Checks a shared library whose rooms stand directly below {@code root}. */
    public void hasRooms(String root) {
        check(RoomRules.all(root), main);
        isTidy();
    }

    /** Checks what every module keeps to, whatever its layout. */
    public void isTidy() {
        check(CodeRules.inMainCode(), main);
        check(CodeRules.inTests(), tests);
    }

    private static JavaClasses importing(String root, ImportOption which) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeJars())
                .withImportOption(which)
                .importPackages(root);
    }

    private static void check(List<ArchRule> rules, JavaClasses classes) {
        rules.forEach(rule -> rule.check(classes));
    }
}
