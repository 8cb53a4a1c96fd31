using System.Text;
using System.Text.Encodings.Web;
using BingAds.Emulator.Store;
using Microsoft.AspNetCore.Http;

namespace BingAds.Emulator.OAuth;

/// <summary>The few HTML pages: plain, readable by screen readers, and without anything from elsewhere.</summary>
internal static class AuthorizePages
{
    private const string Style = """
        :root { color-scheme: light dark; --line: #8886; --accent: #0b6bcb; }
        body { font: 16px/1.5 system-ui, sans-serif; margin: 0; min-height: 100vh; display: grid; place-items: center; background: Canvas; color: CanvasText; }
        main { width: min(26rem, calc(100vw - 2rem)); padding: 2rem; border: 1px solid var(--line); border-radius: 12px; box-sizing: border-box; }
        h1 { font-size: 1.35rem; margin: 0 0 .75rem; } p, ul { margin: .75rem 0; } ul { padding-left: 1.25rem; }
        code { overflow-wrap: anywhere; } .note { font-size: .875rem; opacity: .8; } label { display: block; font-weight: 600; }
        select { font: inherit; width: 100%; padding: .4rem; margin-top: .25rem; }
        .buttons { display: flex; gap: .75rem; margin-top: 1.5rem; } button { font: inherit; flex: 1; padding: .6rem; border-radius: 8px; border: 1px solid var(--line); background: transparent; color: inherit; cursor: pointer; }
        button.accept { background: var(--accent); border-color: var(--accent); color: #fff; } button:focus-visible, select:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
        """;

    public static Task WriteAsync(HttpContext context, int status, string html)
    {
        var headers = context.Response.Headers;
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        headers.CacheControl = "no-store";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";
        return context.Response.WriteAsync(html, context.RequestAborted);
    }

    public static string Consent(AuthorizeRequest request, IReadOnlyList<Person> people, string query)
    {
        var scopes = string.Concat(Scopes.Split(request.Scope).Select(static s => $"<li>{Meaning(s)}</li>"));
        return Page("Sign in", $"""
            <h1>Let {E(request.Client.Name)} in?</h1>
            <p>The application <code>{E(request.Client.ClientId)}</code> asks to:</p>
            <ul>{scopes}</ul>
            <form method="post" action="{E(query)}">
            {User(people, request.LoginHint)}
            <div class="buttons">
            <button type="submit" name="decision" value="deny">Cancel</button>
            <button type="submit" name="decision" value="accept" class="accept" autofocus>Accept</button>
            </div>
            </form>
            <p class="note">This is a local emulator. It holds no real accounts and asks for no password.</p>
            """);
    }

    public static string Refusal(OAuthError error) => Page("Sign-in refused", $"""
        <h1>This sign-in can't go on</h1>
        <p role="alert"><strong>{E(error.Error)}</strong>: {E(error.Text)}</p>
        <p class="note">The application that sent you here has to be changed; nothing was sent back to it.</p>
        """);

    /// <summary>Sends the answer on by a form, for <c>response_mode=form_post</c>.</summary>
    public static string FormPost(string redirectUri, IEnumerable<KeyValuePair<string, string>> answer)
    {
        var fields = string.Concat(answer.Select(static p => $"""<input type="hidden" name="{E(p.Key)}" value="{E(p.Value)}">"""));
        return Page("Going back", $"""
            <h1>Going back to the application</h1>
            <form method="post" action="{E(redirectUri)}">{fields}<div class="buttons"><button type="submit" class="accept">Continue</button></div></form>
            <script>document.forms[0].submit()</script>
            """);
    }

    /// <summary>Where desktop applications without a web server let the browser end.</summary>
    public static string NativeClient() => Page("Signed in", """
        <h1>Signed in</h1>
        <p>The application reads the result from this page's address. If it asks you to, copy the whole address and paste it there.</p>
        """);

    private static string User(IReadOnlyList<Person> people, string? hint)
    {
        if (people.Count == 1)
            return $"""<p>You are <strong>{E(people[0].UserName)}</strong>.</p><input type="hidden" name="user" value="{E(people[0].UserName)}">""";
        var options = new StringBuilder();
        foreach (var name in people.Select(static p => p.UserName))
        {
            var selected = name.Equals(hint, StringComparison.OrdinalIgnoreCase) ? " selected" : "";
            options.Append("<option").Append(selected).Append('>').Append(E(name)).Append("</option>");
        }

        return $"""<label for="user">Sign in as</label><select id="user" name="user">{options}</select>""";
    }

    private static string Meaning(string scope) => scope switch
    {
        Scopes.OfflineAccess => "keep this access until you take it back",
        "openid" or "profile" or "email" => $"see who you are ({E(scope)})",
        _ when scope.EndsWith(Scopes.Manage, StringComparison.OrdinalIgnoreCase) => "manage your advertising accounts",
        _ => $"<code>{E(scope)}</code>",
    };

    private static string Page(string title, string body) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title} - advertising emulator</title><style>{Style}</style></head>
        <body><main>
        {body}
        </main></body>
        </html>
        """;

    private static string E(string text) => HtmlEncoder.Default.Encode(text);
}
