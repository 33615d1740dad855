package io.jenkins.plugins.authtokencleanup.oracle;

/** The rules of a cleanup, written down a second time and as simply as can be, for generated tests. */
