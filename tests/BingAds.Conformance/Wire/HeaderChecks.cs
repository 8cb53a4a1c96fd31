using System.Text.Json;
using System.Text.Json.Nodes;
using BingAds.Conformance.Compare;
using BingAds.Conformance.Golden;
using BingAds.Conformance.Reporting;
using BingAds.Contract;
using BingAds.Errors;

namespace BingAds.Conformance.Wire;

/// <summary>Where ids and credentials of a request come from. What the recording SDK writes for a value that nobody set counts as left out.</summary>
internal sealed class HeaderChecks(GoldenFolder golden, ConformanceReport report, LoopbackServer server)
{
    private const string UnsetTime = "0001-01-01T00:00:00";

    public async Task RunAsync()
    {
        var cases = golden.HeaderCases.ToList();
        var ids = GoldenIds.Find(cases.Select(static c => c.Headers));
        foreach (var line in cases)
        {
            var service = Service(line);
            await report.RunAsync(service, "rest header defaults", line.Case, () => RunAsync(line, service, ids));
        }
    }

    private async Task<IEnumerable<string>> RunAsync(GoldenHeaderCase line, string service, GoldenIds ids)
    {
        var operation = WireCodec.Operation(service, line.Operation);
        var request = operation.CreateRequest();
        using var calls = new TypedCalls(server.Address, ApiTransport.Rest);
        var options = SetUp(calls, line, request, ids);
        server.Expect(LoopbackReply.Json(operation.CreateResponse() is { MemberNames.Count: 0 } ? "" : "{}"));
        if (line.Error is not null)
        {
            try
            {
                await calls.CallAsync(request, options);
                return ["no error"];
            }
            catch (SdkException)
            {
                return server.Requests.Count == 0 ? [] : ["a request was sent"];
            }
        }

        var before = WireCodec.WriteJson(request);
        await calls.CallAsync(request, options);
        var sent = server.Requests.Single();
        var problems = RequestComparer.CompareHeaders(line.Headers, sent).ToList();
        if (sent.Verb != line.Verb || sent.Path != line.Path) problems.Add($"expected {line.Verb} {line.Path}, got {sent.Verb} {sent.Path}");
        if (before != WireCodec.WriteJson(request)) problems.Add("the caller's request object was changed");
        var noIds = line.Case.StartsWith("no account", StringComparison.Ordinal);
        return problems.Concat(JsonComparer.Compare(WithoutUnset(line.Body!, noIds), WithoutUnset(sent.Body, noIds)).Select(static d => d.ToString()));
    }

    /// <summary>Brings about what a case is named for; the values come from what was recorded.</summary>
    private static CallOptions? SetUp(TypedCalls calls, GoldenHeaderCase line, ApiRequest request, GoldenIds ids)
    {
        var body = line.Body is null ? null : JsonNode.Parse(line.Body)!.AsObject();
        calls.Authorization.DeveloperToken = line.Headers.GetValueOrDefault("DeveloperToken") ?? "D";
        calls.Authorization.AccountId = GoldenIds.Id(line.Headers, "CustomerAccountId") ?? Id(body, "AccountId") ?? ids.AccountId;
        calls.Authorization.CustomerId = GoldenIds.Id(line.Headers, "CustomerId") ?? Id(body, "CustomerId") ?? ids.CustomerId;
        var token = line.Headers.GetValueOrDefault("Authorization") is { } bearer ? bearer["Bearer ".Length..] : "tökén";
        calls.UseToken(token);

        if (line.Case.StartsWith("no account", StringComparison.Ordinal))
        {
            calls.Authorization.AccountId = null;
            calls.Authorization.CustomerId = null;
        }
        else if (line.Headers.TryGetValue("UserName", out var user))
        {
            calls.Authorization.Authentication = new PasswordAuthentication(user, line.Headers["Password"]);
        }
        else if (line.Case.StartsWith("expired implicit", StringComparison.Ordinal))
        {
            var grant = new OAuthDesktopMobileImplicitGrant("client") { State = "ours" };
            grant.ExtractAccessTokenFromUri(new Uri($"https://localhost/nothing#access_token={Uri.EscapeDataString(token)}&expires_in=0&state=ours"));
            calls.Authorization.Authentication = grant;
        }
        else if (line.Case.StartsWith("AccountId 0", StringComparison.Ordinal))
        {
            request["AccountId"] = 0L;
        }
        else if (line.Case.StartsWith("AccountId, CustomerAccountId", StringComparison.Ordinal))
        {
            // Ids of one call are given with the call; the body names an account of its own.
            request["AccountId"] = Id(body, "AccountId");
            var options = new CallOptions { AccountId = calls.Authorization.AccountId, CustomerId = calls.Authorization.CustomerId };
            calls.Authorization.AccountId = ids.AccountId;
            calls.Authorization.CustomerId = ids.CustomerId;
            return options;
        }

        return null;
    }

    private static long? Id(JsonObject? body, string name) =>
        body?[name] is JsonValue value && value.TryGetValue<string>(out var text) && long.TryParse(text, out var id) && id != 0 ? id : null;

    private static string WithoutUnset(string body, bool noIds)
    {
        var form = JsonNode.Parse(body)!.AsObject();
        foreach (var (name, value) in form.ToList())
        {
            var isUnset = value is JsonValue scalar && (scalar.GetValueKind() == JsonValueKind.Number
                ? scalar.ToJsonString() == "0"
                : scalar.TryGetValue<string>(out var text) && (text == UnsetTime || (noIds && text == "0")));
            if (isUnset) form.Remove(name);
        }

        return form.ToJsonString();
    }

    private static string Service(GoldenHeaderCase line) => line.Path?.Split('/')[1]
        ?? ApiCatalog.Services.First(s => ApiCatalog.FindOperation(s, line.Operation) is not null).ToString();
}
