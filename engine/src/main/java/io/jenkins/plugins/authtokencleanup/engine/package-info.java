/**
 * The model and the run: tokens, policy, plan, cap, cleanup, report. Knows nothing of HTTP, HTML or Jenkins; the
 * server is seen through {@link io.jenkins.plugins.authtokencleanup.engine.AuthTokenServer}.
 */
package io.jenkins.plugins.authtokencleanup.engine;
