using System.Globalization;
using System.Text.Encodings.Web;
using BingAds.Emulator.Store;
using Microsoft.AspNetCore.Http;

namespace BingAds.Emulator.OAuth;

/// <summary>The page where a user signs in and consents. GET shows it, POST carries the decision.</summary>
internal sealed class AuthorizeEndpoint(EmulatorState state, TokenIssuer issuer)
{
    private const string AccessDenied = "access_denied";

    public async Task InvokeAsync(HttpContext context, SignInProvider provider)
    {
        var request = AuthorizeRequest.Read(context.Request.Query, provider, state.Clients, out var refusal);
        if (request is null)
        {
            await AuthorizePages.WriteAsync(context, 400, AuthorizePages.Refusal(refusal!)).ConfigureAwait(false);
            return;
        }

        if (request.Error is { } error)
        {
            await SendBackAsync(context, request, Failure(error)).ConfigureAwait(false);
            return;
        }

        var cancel = context.RequestAborted;
        var people = await state.Store.RunAsync(static s => s.People.All(), cancel).ConfigureAwait(false);
        if (HttpMethods.IsPost(context.Request.Method))
            await DecideAsync(context, request, people).ConfigureAwait(false);
        else if (await NeedsNoPageAsync(request, people, cancel).ConfigureAwait(false))
            await AcceptAsync(context, request, Choose(people, request.LoginHint)).ConfigureAwait(false);
        else if (request.Prompt == "none")
            await SendBackAsync(context, request, Failure(new("interaction_required", 65001, "The user has not consented to this application yet."))).ConfigureAwait(false);
        else
            await AuthorizePages.WriteAsync(context, 200, AuthorizePages.Consent(request, people, context.Request.QueryString.Value ?? "")).ConfigureAwait(false);
    }

    private async Task DecideAsync(HttpContext context, AuthorizeRequest request, List<Person> people)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        if (form["decision"] == "accept")
            await AcceptAsync(context, request, Choose(people, form["user"])).ConfigureAwait(false);
        else
            await SendBackAsync(context, request, Failure(new(AccessDenied, 65004, "The user declined to consent."))).ConfigureAwait(false);
    }

    private async Task<bool> NeedsNoPageAsync(AuthorizeRequest request, List<Person> people, CancellationToken cancellationToken)
    {
        if (state.Options.AutoConsent)
            return true;
        if (request.Prompt != "none")
            return false;
        var person = Choose(people, request.LoginHint).Id;
        return await state.Store.RunAsync(s => s.Tokens.HasConsent(request.Client.ClientId, person, request.Scope), cancellationToken).ConfigureAwait(false);
    }

    private async Task AcceptAsync(HttpContext context, AuthorizeRequest request, Person person)
    {
        var answer = await state.Store.RunAsync(session => Accept(session, request, person), context.RequestAborted).ConfigureAwait(false);
        await SendBackAsync(context, request, answer).ConfigureAwait(false);
    }

    private List<KeyValuePair<string, string>> Accept(StoreSession session, AuthorizeRequest request, Person person)
    {
        session.Tokens.AddConsent(request.Client.ClientId, person.Id, request.Scope);
        if (request.Implicit)
        {
            var token = issuer.Access(session, person.Id, request.Provider, request.Scope);
            return
            [
                new("access_token", token.Token),
                new("token_type", "Bearer"),
                new("expires_in", ((long)state.Options.AccessTokenLifetime.TotalSeconds).ToString(CultureInfo.InvariantCulture)),
                new("scope", Scopes.Granted(request.Scope)),
            ];
        }

        return [new("code", issuer.Code(session, request, person.Id).Code)];
    }

    private static Person Choose(List<Person> people, string? wanted)
        => people.Find(p => p.UserName.Equals(wanted, StringComparison.OrdinalIgnoreCase)) ?? people[0];

    private static List<KeyValuePair<string, string>> Failure(OAuthError error)
        => error.Error == AccessDenied
            ? [new("error", error.Error), new("error_subcode", "cancel"), new("error_description", error.Text)]
            : [new("error", error.Error), new("error_description", error.Text)];

    private static Task SendBackAsync(HttpContext context, AuthorizeRequest request, List<KeyValuePair<string, string>> answer)
    {
        if (request.State is not null)
            answer.Add(new("state", request.State));
        if (request.ResponseMode == "form_post")
            return AuthorizePages.WriteAsync(context, 200, AuthorizePages.FormPost(request.RedirectUri, answer));
        var pairs = string.Join('&', answer.Select(static p => UrlEncoder.Default.Encode(p.Key) + '=' + UrlEncoder.Default.Encode(p.Value)));
        var separator = request.ResponseMode == "fragment" ? '#' : request.RedirectUri.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Redirect(request.RedirectUri + separator + pairs);
        return Task.CompletedTask;
    }
}
