package io.jenkins.plugins.authtokencleanup.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.jenkins.plugins.authtokencleanup.engine.ExitCode;

/** The product's packages. */
final class PackagesWithExitCodeAmongErrors implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
        if (type.isEquivalentTo(ExitCode.class)) {
            return SliceIdentifier.of(Product.ERRORS);
        }
        return type.getPackageName().startsWith(Product.ROOT)
                ? SliceIdentifier.of(type.getPackageName())
                : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
        return "packages";
    }
}
