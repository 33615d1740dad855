/** Reads the times of a page, always in favour of the token (contract, sections 5 and 7.5). */
package io.jenkins.plugins.authtokencleanup.engine.iam.time;
