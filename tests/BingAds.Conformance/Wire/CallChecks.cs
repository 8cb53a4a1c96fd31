using System.Xml.Linq;
using BingAds.Conformance.Compare;
using BingAds.Conformance.Contract;
using BingAds.Conformance.Golden;
using BingAds.Conformance.Reporting;
using BingAds.Contract;
using BingAds.Errors;

namespace BingAds.Conformance.Wire;

/// <summary>Every recorded request is made by the real client over HTTP, and answered with the recorded response.</summary>
internal sealed class CallChecks(GoldenFolder golden, ContractSchema schema, ConformanceReport report, LoopbackServer server, GoldenIds ids)
{
    public async Task RunAsync(string service)
    {
        await RestAsync(service);
        await SoapAsync(service);
        await UnreadableAsync(service);
    }

    private async Task RestAsync(string service)
    {
        using var calls = new TypedCalls(server.Address, ApiTransport.Rest);
        var responses = golden.Responses("rest", service).ToDictionary(static r => (r.Operation, r.Variant));
        foreach (var line in golden.Requests("rest", service))
        {
            var operation = WireCodec.Operation(service, line.Operation);
            await report.RunAsync(service, "rest", $"{line.Operation}#{line.Variant} rest call", async () =>
            {
                var response = responses.GetValueOrDefault((line.Operation, line.Variant));
                var trackingId = response?.Headers.GetValueOrDefault("TrackingId");
                server.Expect(LoopbackReply.Json(response?.Body ?? "{}", trackingId: trackingId));
                calls.UseToken(line.Headers.GetValueOrDefault("Authorization") is { } bearer ? bearer["Bearer ".Length..] : null);
                calls.Authorization.DeveloperToken = line.Headers.GetValueOrDefault("DeveloperToken");
                calls.Authorization.AccountId = ids.AccountId;
                calls.Authorization.CustomerId = ids.CustomerId;

                var answer = await calls.CallAsync((ApiRequest)WireCodec.ReadJson(operation, response: false, line.Body));
                return Problems(line, answer, trackingId, sent => new MessageLine(schema[service], operation, response: false).Differences(line.Body, sent.Body)
                    .Concat(response is null ? [] : new MessageLine(schema[service], operation, response: true).Differences(response.Body, WireCodec.WriteJson(answer))));
            });
        }
    }

    private async Task SoapAsync(string service)
    {
        using var calls = new TypedCalls(server.Address, ApiTransport.Soap);
        var responses = golden.Responses("soap", service).ToDictionary(static r => (r.Operation, r.Variant));
        foreach (var line in golden.Requests("soap", service))
        {
            var operation = WireCodec.Operation(service, line.Operation);
            await report.RunAsync(service, "soap", $"{line.Operation}#{line.Variant} soap call", async () =>
            {
                var response = responses.GetValueOrDefault((line.Operation, line.Variant));
                var trackingId = response is null ? null : Header(SoapEnvelope.Parse(response.Body), "TrackingId");
                server.Expect(LoopbackReply.Xml(response?.Body ?? EmptyAnswer(operation)));
                var envelope = SoapEnvelope.Parse(line.Body);
                calls.UseToken(Header(envelope, "AuthenticationToken"));
                calls.Authorization.DeveloperToken = Header(envelope, "DeveloperToken");
                calls.Authorization.AccountId = long.TryParse(Header(envelope, "CustomerAccountId"), out var account) ? account : ids.AccountId;
                calls.Authorization.CustomerId = long.TryParse(Header(envelope, "CustomerId"), out var customer) ? customer : ids.CustomerId;

                var answer = await calls.CallAsync((ApiRequest)WireCodec.ReadXml(operation, response: false, line.Body));
                return Problems(line, answer, trackingId, sent =>
                {
                    var sentEnvelope = SoapEnvelope.Parse(sent.Body);
                    return XmlComparer.CompareHeaders(envelope.Header, sentEnvelope.Header).Select(static d => d.ToString())
                        .Concat(new MessageLine(schema[service], operation, response: false).Differences(envelope.Content, sentEnvelope.Content))
                        .Concat(response is null ? [] : new MessageLine(schema[service], operation, response: true)
                            .Differences(SoapEnvelope.Parse(response.Body).Content, WireCodec.WriteXml(answer)));
                });
            });
        }
    }

    /// <summary>A body that is no answer is a typed error, but where the answer has no members an empty one will do.</summary>
    private async Task UnreadableAsync(string service)
    {
        using var calls = new TypedCalls(server.Address, ApiTransport.Rest);
        calls.UseToken("token");
        var withoutMembers = golden.Responses("rest", service).Select(static line => line.Operation).Distinct()
            .Where(name => schema[service].Message(name, response: true)!.MemberNames.Count == 0)
            .Select(static name => (Operation: name, Mutation: "emptyBody", Body: ""));
        foreach (var (name, mutation, body) in BehaviourChecks.UnreadableBodies(golden, service).Union(withoutMembers))
        {
            await report.RunAsync(service, "rest behaviour", $"{name} rest {mutation}", async () =>
            {
                var request = WireCodec.Operation(service, name).CreateRequest();
                var mayBeEmpty = schema[service].Message(name, response: true)!.MemberNames.Count == 0;
                server.Expect(LoopbackReply.Json(body));
                try
                {
                    await calls.CallAsync(request);
                }
                catch (BrokenResponseException)
                {
                    return mayBeEmpty && body.Length == 0 ? ["an empty body was refused, though the answer has no members"] : [];
                }

                return mayBeEmpty && body.Length == 0 ? [] : ["a body that is no answer was taken for one"];
            });
        }
    }

    private IEnumerable<string> Problems(GoldenRequest line, ApiResponse answer, string? trackingId, Func<CapturedRequest, IEnumerable<string>> bodies)
    {
        if (server.Requests is not [var sent])
        {
            yield return $"expected one request, got {server.Requests.Count}";
            yield break;
        }

        foreach (var problem in RequestComparer.Compare(line, sent)) yield return problem;
        if (answer.TrackingId != trackingId) yield return $"TrackingId: expected {trackingId ?? "nothing"}, got {answer.TrackingId ?? "nothing"}";
        foreach (var problem in bodies(sent)) yield return problem;
    }

    private static string? Header(SoapEnvelope envelope, string name) =>
        envelope.Header.Elements().FirstOrDefault(e => e.Name.LocalName == name && !XmlComparer.IsNil(e))?.Value;

    private string EmptyAnswer(OperationInfo operation) => new XElement(
        WireNames.Soap + "Envelope",
        new XElement(WireNames.Soap + "Body", new XElement(schema[operation.Service.ToString()].Namespace + (operation.Name + "Response")))).ToString(SaveOptions.DisableFormatting);
}
