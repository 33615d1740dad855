/** The JSON accounts page (contract, sections 9 and 10). Its times are read by proof only. */
package io.jenkins.plugins.authtokencleanup.engine.iam.json;
