package io.jenkins.plugins.authtokencleanup.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the manifest of the jar tells. */
final class JarVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = JarVersion.class.getPackage().getImplementationVersion();
        String known = version == null ? "of unknown version, not run from its jar" : version;
        return new String[] {"authtoken-cleanup " + known};
    }
}
