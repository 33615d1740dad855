package io.jenkins.plugins.authtokencleanup.testserver;

import io.jenkins.plugins.authtokencleanup.testserver.http.Exchange;
import io.jenkins.plugins.authtokencleanup.testserver.http.HttpReply;
import io.jenkins.plugins.authtokencleanup.testserver.http.HttpRequest;
import io.jenkins.plugins.authtokencleanup.testserver.http.RequestHandler;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Takes each request through log, hooks, faults and the site. The site's state changes under one lock only. */
final class SiteHandler implements RequestHandler {
    private final Site site;
    private final Routes routes;
    private final RequestLog log;
    private final FaultPlan faults;
    private final RequestPlan<Runnable> hooks;
    private final LateEffects lateEffects;
    private final Echoes echoes;
    private final Map<RequestKind, HttpReply> lastReplies = new EnumMap<>(RequestKind.class);

    SiteHandler(
            Site site,
            Routes routes,
            RequestLog log,
            FaultPlan faults,
            RequestPlan<Runnable> hooks,
            LateEffects lateEffects,
            Echoes echoes) {
        this.site = site;
        this.routes = routes;
        this.log = log;
        this.faults = faults;
        this.hooks = hooks;
        this.lateEffects = lateEffects;
        this.echoes = echoes;
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        RequestLog.Entry entry = logged(exchange.request());
        Runnable hook = hooks.forRequest(entry.index(), entry.kind(), entry.occurrence());
        if (hook != null) {
            hook.run();
        }
        Fault fault = faults.forRequest(entry);
        entry.met(fault);
        if (fault != null) {
            play(fault, exchange, entry);
        } else {
            send(exchange, entry, act(exchange.request(), entry));
        }
    }

    private void play(Fault fault, Exchange exchange, RequestLog.Entry entry) throws IOException {
        HttpReply previous = lastReply(entry.kind());
        HttpReply truth = fault.acts() ? act(exchange.request(), entry) : null;
        switch (fault) {
            case RESET_BEFORE, RESET_AFTER -> exchange.reset();
            case TIMEOUT_BEFORE, TIMEOUT_AFTER -> exchange.awaitHangUp();
            case TIMEOUT_LATE_EFFECT -> {
                Visit visit = arrived(exchange.request());
                if (exchange.awaitHangUp()) {
                    lateEffects.gaveUp(() -> act(visit.late(), entry));
                }
            }
            case GATEWAY_LATE_EFFECT -> {
                Visit visit = arrived(exchange.request());
                lateEffects.gaveUp(() -> act(visit.late(), entry));
                send(exchange, entry, Notices.error(504, "The server did not answer in time."));
            }
            default -> {
                boolean login = fault == Fault.LOGIN_PAGE || fault == Fault.LOGIN_PAGE_AFTER;
                HttpReply loginPage = login ? loginPage(exchange.request()) : null;
                HttpReply junk = site.isJson(entry.kind()) ? JsonJunk.of(fault) : null;
                send(
                        exchange,
                        entry,
                        junk != null
                                ? junk
                                : SpoiledReplies.of(fault, exchange, entry.index(), truth, loginPage, previous));
            }
        }
    }

    private void send(Exchange exchange, RequestLog.Entry entry, HttpReply reply) throws IOException {
        entry.answeredWith(reply.status());
        exchange.send(echoes.into(reply, exchange.request(), entry.kind()));
    }

    private RequestLog.Entry logged(HttpRequest request) {
        synchronized (site) {
            Visit visit = site.visit(request);
            RequestKind kind = routes.kindOf(visit);
            return log.add(request, kind, visit.session() != null);
        }
    }

    private HttpReply act(HttpRequest request, RequestLog.Entry entry) {
        synchronized (site) {
            return act(site.visit(request), entry);
        }
    }

    private HttpReply act(Visit visit, RequestLog.Entry entry) {
        synchronized (site) {
            List<String> removed = site.tokens().removedByRequests();
            int before = removed.size();
            HttpReply reply = site.answer(visit, entry.kind());
            entry.removed(removed.subList(before, removed.size()));
            lastReplies.put(entry.kind(), reply);
            return reply;
        }
    }

    private Visit arrived(HttpRequest request) {
        synchronized (site) {
            return site.visit(request);
        }
    }

    private HttpReply loginPage(HttpRequest request) {
        synchronized (site) {
            return site.strayLoginPage(site.visit(request));
        }
    }

    private HttpReply lastReply(RequestKind kind) {
        synchronized (site) {
            return lastReplies.get(kind);
        }
    }
}
