/** One click approves a preview: who may, where it is stored, and the build that carries it. */
package io.jenkins.plugins.authtokencleanup.approval;
