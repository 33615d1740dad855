package io.jenkins.plugins.authtokencleanup;

import hudson.model.FreeStyleProject;
import hudson.model.Job;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.queue.QueueTaskFuture;
import hudson.tasks.Builder;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jenkins.model.ParameterizedJobMixIn.ParameterizedJob;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;

/** The ways into the plugin. */
enum Door {
    FREESTYLE,
    FREESTYLE_ON_AGENT,
    PIPELINE_WITHOUT_NODE,
    PIPELINE_WITH_NODE,
    PIPELINE_ON_AGENT;

    boolean isPipeline() {
        return name().startsWith("PIPELINE");
    }

    boolean isOnAgent() {
        return name().endsWith("ON_AGENT");
    }

    /** A job with the one step. */
    Job<?, ?> job(String serverUrl, Map<String, ?> settings) throws Exception {
        Map<String, Object> all = new TreeMap<>(settings);
        all.put("serverUrl", serverUrl);
        all.putIfAbsent("credentialsId", Fixture.CREDENTIALS);
        if (isOnAgent()) {
            OneJenkins.agent();
            all.put("connectFrom", "AGENT");
        }
        return isPipeline() ? pipeline(inPlace(call(all))) : freestyle(all);
    }

    Job<?, ?> job(String serverUrl) throws Exception {
        return job(serverUrl, Map.of());
    }

    /** A build of a job with the one step. */
    Run<?, ?> build(Result expected, String serverUrl, Map<String, ?> settings) throws Exception {
        return OneJenkins.jenkins.assertBuildStatus(expected, start(job(serverUrl, settings)));
    }

    static Run<?, ?> run(Result expected, Job<?, ?> job) throws Exception {
        return OneJenkins.jenkins.assertBuildStatus(expected, start(job));
    }

    /** A build that has begun. */
    static Run<?, ?> begin(Job<?, ?> job) throws Exception {
        return start(job).waitForStart();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static QueueTaskFuture<? extends Run<?, ?>> start(Job<?, ?> job) {
        return ((ParameterizedJob) job).scheduleBuild2(0);
    }

    private FreeStyleProject freestyle(Map<String, Object> settings) throws Exception {
        FreeStyleProject job = OneJenkins.jenkins.createFreeStyleProject();
        job.setAssignedNode(isOnAgent() ? OneJenkins.agent() : OneJenkins.jenkins.jenkins);
        Builder step = new DescribableModel<>(RemoveUnusedAuthTokensBuilder.class).instantiate(settings, null);
        job.getBuildersList().add(step);
        return job;
    }

    static WorkflowJob pipeline(String script) throws Exception {
        WorkflowJob job = OneJenkins.jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }

    /** Gives a job the definition of another one. */
    static void become(Job<?, ?> job, Job<?, ?> other) throws Exception {
        if (job instanceof WorkflowJob) {
            ((WorkflowJob) job).setDefinition(((WorkflowJob) other).getDefinition());
        } else {
            ((FreeStyleProject) job)
                    .getBuildersList()
                    .replaceBy(((FreeStyleProject) other).getBuildersList().toList());
        }
    }

    private String inPlace(String call) {
        return switch (this) {
            case PIPELINE_WITH_NODE -> "node('!agent') { " + call + " }";
            case PIPELINE_ON_AGENT -> "node('agent') { " + call + " }";
            default -> call;
        };
    }

    /** The step as a pipeline script has it. */
    static String call(Map<String, ?> settings) {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + ": " + literal(setting.getValue()))
                .collect(Collectors.joining(", ", "removeUnusedAuthTokens(", ")"));
    }

    private static String literal(Object value) {
        return value instanceof String ? "'''" + value + "'''" : String.valueOf(value);
    }
}
