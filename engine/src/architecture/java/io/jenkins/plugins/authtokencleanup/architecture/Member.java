package io.jenkins.plugins.authtokencleanup.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.Set;

/** Members of a type by their names, to be called, referred to, or read. */
final class Member {
    private final Set<String> names;

    private Member(Set<String> names) {
        this.names = names;
    }

    static Member member(String... names) {
        return new Member(Set.of(names));
    }

    DescribedPredicate<JavaAccess<?>> of(Class<?> owner) {
        return DescribedPredicate.describe(
                owner.getSimpleName() + "." + names,
                access -> names.contains(access.getTarget().getName())
                        && access.getTargetOwner().isAssignableTo(owner));
    }
}
