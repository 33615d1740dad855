package io.jenkins.plugins.authtokencleanup;

import hudson.remoting.VirtualChannel;
import java.io.IOException;
import jenkins.security.MasterToSlaveCallable;

/** The process of an agent, to stop it and let it go on. Not on Windows. */
record AgentProcess(long pid) {
    static AgentProcess of(VirtualChannel agent) throws IOException, InterruptedException {
        return new AgentProcess(agent.call(new Pid()));
    }

    void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Pid extends MasterToSlaveCallable<Long, RuntimeException> {
        private static final long serialVersionUID = 1L;

        @Override
        public Long call() {
            return ProcessHandle.current().pid();
        }
    }
}
