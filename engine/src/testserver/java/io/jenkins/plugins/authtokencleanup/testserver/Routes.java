package io.jenkins.plugins.authtokencleanup.testserver;

/** Recognizes what a request is for by its method and its path. */
final class Routes {
    static final String SHELL = "/iam/u/h";
    static final String HOME = "/iam/home";
    static final String PANEL = "/iam/ui/settings/api-tokens.jsp";
    static final String REMOVE = "/iam/u/authtoken";
    static final String LOGOUT = "/iam/logout";

    private final ServerSettings settings;
    private final JsonSignInPaths jsonSignIn;

    Routes(ServerSettings settings) {
        this.settings = settings;
        this.jsonSignIn = new JsonSignInPaths(settings.jsonSignIn);
    }

    RequestKind kindOf(Visit visit) {
        return switch (visit.request().method()) {
            case "GET", "HEAD" -> kindOfGet(visit.path());
            case "POST" -> kindOfPost(visit);
            default -> RequestKind.OTHER;
        };
    }

    private RequestKind kindOfGet(String path) {
        boolean json = settings.accountsPage == AccountsPage.JSON;
        return switch (path) {
            case SHELL -> RequestKind.SHELL;
            case HOME -> json ? RequestKind.SHELL : RequestKind.OTHER;
            case PANEL -> json ? RequestKind.OTHER : RequestKind.PANEL;
            case JsonTokenList.PATH -> json ? RequestKind.PANEL : RequestKind.OTHER;
            case LOGOUT -> RequestKind.LOGOUT;
            default -> isLoginPage(path) ? RequestKind.LOGIN_PAGE : RequestKind.OTHER;
        };
    }

    private boolean isLoginPage(String path) {
        return path.equals("/iam" + settings.signInPagePath()) || settings.hasJsonSignIn() && path.equals("/iam/login");
    }

    private RequestKind kindOfPost(Visit visit) {
        String path = visit.path();
        boolean removal =
                settings.accountsPage == AccountsPage.JSON ? JsonRemovalPath.isRemoval(path) : path.equals(REMOVE);
        if (removal) {
            return RequestKind.REMOVE;
        }
        if (settings.hasJsonSignIn()) {
            RequestKind kind = jsonSignIn.kindOf(visit);
            return kind == null ? RequestKind.OTHER : kind;
        }
        return switch (settings.generation) {
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
