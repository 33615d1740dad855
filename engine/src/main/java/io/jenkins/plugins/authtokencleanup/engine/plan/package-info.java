/** Narrows a plan down by what earlier reports say: approval, grace, surprise. */
package io.jenkins.plugins.authtokencleanup.engine.plan;
