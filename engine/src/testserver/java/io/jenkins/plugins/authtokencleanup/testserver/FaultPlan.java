package io.jenkins.plugins.authtokencleanup.testserver;

/** Which request meets which fault. A request's own number outranks its kind's count, and that outranks "always". */
public final class FaultPlan {
    private final RequestPlan<Fault> plan = new RequestPlan<>();

    FaultPlan() {}

    /** The request of this number on the server, from 0, meets the fault. */
    public FaultPlan at(int requestIndex, Fault fault) {
        plan.at(requestIndex, fault);
        return this;
    }

    /** The request of this number among those of its kind, from 0, meets the fault. */
    public FaultPlan on(RequestKind kind, int occurrence, Fault fault) {
        plan.on(kind, occurrence, fault);
        return this;
    }

    /** Every request of this kind meets the fault. */
    public FaultPlan always(RequestKind kind, Fault fault) {
        plan.always(kind, fault);
        return this;
    }

    /** Forgets all faults that were planned. */
    public FaultPlan clear() {
        plan.clear();
        return this;
    }

    Fault forRequest(RequestLog.Entry entry) {
        return plan.forRequest(entry.index(), entry.kind(), entry.occurrence());
    }
}
