package io.jenkins.plugins.authtokencleanup.testserver;

/** Tells what a request is for by its method and its path below the prefix. */
final class Routes {
    static final String SHELL = "/iam/u/h";
    static final String PANEL = "/iam/ui/settings/api-tokens.jsp";
    static final String REMOVE = "/iam/u/authtoken";
    static final String LOGOUT = "/iam/logout";

    private final LoginGeneration generation;

    Routes(LoginGeneration generation) {
        this.generation = generation;
    }

    RequestKind kindOf(String method, String path) {
        return switch (method) {
            case "GET", "HEAD" -> kindOfGet(path);
            case "POST" -> kindOfPost(path);
            default -> RequestKind.OTHER;
        };
    }

    private RequestKind kindOfGet(String path) {
        return switch (path) {
            case SHELL -> RequestKind.SHELL;
            case PANEL -> RequestKind.PANEL;
            case LOGOUT -> RequestKind.LOGOUT;
            default -> path.equals("/iam" + generation.pagePath()) ? RequestKind.LOGIN_PAGE : RequestKind.OTHER;
        };
    }

    private RequestKind kindOfPost(String path) {
        if (path.equals(REMOVE)) {
            return RequestKind.REMOVE;
        }
        return switch (generation) {
            case CLASSIC -> path.equals("/iam/login") ? RequestKind.LOGIN : RequestKind.OTHER;
            case AUTH -> path.equals("/iam/signin/auth") ? RequestKind.LOGIN : RequestKind.OTHER;
            case FORM -> path.equals("/iam/login/session") ? RequestKind.LOGIN : RequestKind.OTHER;
            case V2 -> kindOfV2(path);
        };
    }

    private static RequestKind kindOfV2(String path) {
        if (path.startsWith("/iam/signin/v2/lookup/")) {
            return RequestKind.LOGIN_LOOKUP;
        }
        return path.startsWith("/iam/signin/v2/primary/") ? RequestKind.LOGIN : RequestKind.OTHER;
    }
}
