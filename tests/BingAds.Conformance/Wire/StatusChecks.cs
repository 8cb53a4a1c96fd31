using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BingAds.Conformance.Contract;
using BingAds.Conformance.Golden;
using BingAds.Conformance.Reporting;
using BingAds.Contract;
using BingAds.Errors;

namespace BingAds.Conformance.Wire;

/// <summary>Odd statuses and bodies: each ends in a typed error, keeps the codes where there are any, and the next call is sent as if nothing had been.</summary>
internal sealed partial class StatusChecks(GoldenFolder golden, ContractSchema schema, ConformanceReport report, LoopbackServer server)
{
    public async Task RunAsync()
    {
        foreach (var group in golden.StatusCases.GroupBy(static c => c.Service))
        {
            var service = group.Key;
            var healthy = golden.Responses("rest", service).FirstOrDefault(r => schema[service].Message(r.Operation, response: true)!.MemberNames.Count > 0);
            if (healthy is null) continue;
            var fault = golden.Faults("rest").FirstOrDefault(f => f.Service == service)?.Body
                ?? """{"Type":"AdApiFaultDetail","TrackingId":"t","Errors":[{"Code":0,"ErrorCode":"InternalError","Message":"m"}]}""";
            using var calls = new TypedCalls(server.Address, ApiTransport.Rest);
            calls.UseToken("token");
            foreach (var line in group)
            {
                await report.RunAsync(service, "rest statuses", $"{line.Case} {line.Status}", async () =>
                    line.Case.StartsWith("call ", StringComparison.Ordinal)
                        ? await HealthyAsync(calls, service, healthy)
                        : (await OddAsync(calls, service, healthy.Operation, line, fault)).Concat(await HealthyAsync(calls, service, healthy)));
            }
        }
    }

    private async Task<IEnumerable<string>> OddAsync(TypedCalls calls, string service, string operation, GoldenStatusCase line, string fault)
    {
        var body = Body(line, fault);
        var headers = new Dictionary<string, string>();
        var retryAfter = RetryAfter().Match(line.Case) is { Success: true } match ? match.Groups[1].Value : null;
        if (retryAfter is not null) headers["Retry-After"] = retryAfter;
        if (line.Status is >= 300 and < 400) headers["Location"] = server.Address + "elsewhere";
        var contentType = body.StartsWith('{') ? "application/json" : "text/html";
        server.Expect(new LoopbackReply(line.Status, contentType, body) { Headers = headers });
        try
        {
            await calls.CallAsync(WireCodec.Operation(service, operation).CreateRequest());
            return ["no error at all"];
        }
        catch (ApiException error)
        {
            var lost = body.StartsWith('{') ? FaultChecks.Compare(error, FaultChecks.Errors(JsonNode.Parse(body)!), JsonNode.Parse(body)!["TrackingId"]?.GetValue<string>()) : [];
            return lost
                .Concat(error.HttpStatus == line.Status ? [] : [$"HttpStatus is {error.HttpStatus}"])
                .Concat(retryAfter is null || error.RetryAfter == TimeSpan.FromSeconds(int.Parse(retryAfter, System.Globalization.CultureInfo.InvariantCulture)) ? [] : [$"RetryAfter is {error.RetryAfter}"])
                .Concat(line.Status is >= 200 and < 300 ? ["a broken answer was reported as the service's refusal"] : [])
                .ToList();
        }
        catch (SdkException error)
        {
            return line.Status is >= 200 and < 300 && error is not BrokenResponseException ? [$"{error.GetType().Name}: {error.Message}"]
                : body.StartsWith('{') ? [$"the fault's codes are lost: {error.GetType().Name}: {error.Message}"]
                : [];
        }
        // Any other exception ends the check as failed: it is none of the SDK's family.
    }

    private async Task<IEnumerable<string>> HealthyAsync(TypedCalls calls, string service, GoldenResponse healthy)
    {
        server.Expect(LoopbackReply.Json(healthy.Body));
        var operation = WireCodec.Operation(service, healthy.Operation);
        var answer = await calls.CallAsync(operation.CreateRequest());
        return new MessageLine(schema[service], operation, response: true).Differences(healthy.Body, WireCodec.WriteJson(answer))
            .Concat(server.Requests.Count == 1 ? [] : [$"the next call sent {server.Requests.Count} requests"])
            .ToList();
    }

    private static string Body(GoldenStatusCase line, string fault)
    {
        if (line.Case.Contains("html", StringComparison.OrdinalIgnoreCase)) return "<html><body>gateway</body></html>";
        if (!line.Case.StartsWith("fault", StringComparison.Ordinal)) return "";
        var body = JsonNode.Parse(fault)!;
        if (line.Case.Contains("unknown property", StringComparison.Ordinal)) body["FutureMemberQ"] = new JsonObject { ["A"] = 1 };
        if (line.Case.Contains("unknown Type", StringComparison.Ordinal)) body["Type"] = "FutureFaultQ";
        if (line.Case.Contains("no Type", StringComparison.Ordinal)) body.AsObject().Remove("Type");
        return body.ToJsonString();
    }

    [GeneratedRegex("Retry-After ([0-9]+)")]
    private static partial Regex RetryAfter();
}
