using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using BingAds.Conformance.Compare;
using BingAds.Conformance.Golden;
using BingAds.Conformance.Reporting;
using BingAds.Errors;

namespace BingAds.Conformance.Wire;

/// <summary>Every recorded fault becomes an exception that holds its tracking id and each of its errors.</summary>
internal sealed class FaultChecks(GoldenFolder golden, ConformanceReport report, LoopbackServer server)
{
    public async Task RunAsync()
    {
        foreach (var fault in golden.Faults("rest"))
        {
            var body = JsonNode.Parse(fault.Body)!;
            await CheckAsync(fault, ApiTransport.Rest, Reply(fault, "application/json"), Errors(body), body["TrackingId"]?.GetValue<string>());
        }

        foreach (var fault in golden.Faults("soap"))
        {
            var detail = SoapEnvelope.Parse(fault.Body).Content.Elements().First(static e => e.Name.LocalName == "detail").Elements().First();
            var trackingId = detail.Elements().FirstOrDefault(static e => e.Name.LocalName == "TrackingId")?.Value;
            await CheckAsync(fault, ApiTransport.Soap, Reply(fault, "text/xml; charset=utf-8"), Errors(detail), trackingId);
        }
    }

    private async Task CheckAsync(GoldenFault fault, ApiTransport transport, LoopbackReply reply, List<string> expected, string? trackingId)
    {
        var group = transport == ApiTransport.Rest ? "rest faults" : "soap faults";
        await report.RunAsync(fault.Service, group, $"{fault.Operation} {fault.FaultType} {fault.Status}", async () =>
        {
            using var calls = new TypedCalls(server.Address, transport);
            calls.UseToken("token");
            server.Expect(reply);
            try
            {
                await calls.CallAsync(WireCodec.Operation(fault.Service, fault.Operation).CreateRequest());
                return ["a fault was taken for an answer"];
            }
            catch (ApiException error)
            {
                return Compare(error, expected, trackingId).Concat(
                    error.HttpStatus == fault.Status ? [] : [$"HttpStatus: expected {fault.Status}, got {error.HttpStatus?.ToString(CultureInfo.InvariantCulture) ?? "nothing"}"]).Concat(
                    error.FaultType == fault.FaultType ? [] : [$"FaultType: expected {fault.FaultType}, got {error.FaultType ?? "nothing"}"]);
            }
        });
    }

    /// <summary>The tracking id and all errors, in any order.</summary>
    public static IEnumerable<string> Compare(ApiException error, List<string> expected, string? trackingId)
    {
        if (trackingId is not null && error.TrackingId != trackingId) yield return $"TrackingId: expected {trackingId}, got {error.TrackingId ?? "nothing"}";
        var actual = error.Errors.Select(static e => Describe(
            List(e.Kind), Text(e.Code), e.Name, e.Message, e.Details, Text(e.Index), e.FieldPath, e.Location, e.DisapprovedText, e.PublisherCountry, Text(e.ReasonCode))).ToList();
        foreach (var lost in expected.Except(actual)) yield return $"an error is lost: {lost}";
        foreach (var added in actual.Except(expected)) yield return $"an error is not in the fault: {added}";
        if (expected.Count != actual.Count) yield return $"expected {expected.Count} errors, got {actual.Count}";
    }

    /// <summary>All errors of a REST fault: the items of those of its members that are lists.</summary>
    public static List<string> Errors(JsonNode body) => body.AsObject()
        .Where(static m => m.Value is JsonArray)
        .SelectMany(static m => m.Value!.AsArray().OfType<JsonObject>().Select(item => Describe(name => ScalarOf(item, name), m.Key)))
        .ToList();

    /// <summary>The same of a SOAP fault's detail.</summary>
    public static List<string> Errors(XElement detail) => detail.Elements()
        .SelectMany(static list => list.Elements().Where(static e => e.HasElements).Select(item => Describe(
            name => item.Elements().FirstOrDefault(e => e.Name.LocalName == name && !XmlComparer.IsNil(e))?.Value, list.Name.LocalName)))
        .ToList();

    private static string Describe(Func<string, string?> member, string list) => Describe(
        list, member("Code"), member("ErrorCode"), member("Message"), member("Details") ?? member("Detail"), member("Index"),
        member("FieldPath"), member("Location"), member("DisapprovedText"), member("PublisherCountry"), member("ReasonCode"));

    private static string Describe(string list, params string?[] parts) => list + ": " + string.Join(" | ", parts.Select(static p => p ?? "∅"));

    private static string List(ApiErrorKind kind) => kind switch
    {
        ApiErrorKind.Error => "Errors",
        ApiErrorKind.OperationError => "OperationErrors",
        ApiErrorKind.BatchError => "BatchErrors",
        _ => "EditorialErrors",
    };

    private static string? ScalarOf(JsonObject item, string name) => item[name] is not JsonValue value ? null
        : value.TryGetValue<string>(out var text) ? text : value.ToJsonString();

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static LoopbackReply Reply(GoldenFault fault, string contentType) => new(fault.Status, fault.Headers.GetValueOrDefault("Content-Type", contentType), fault.Body)
    {
        Headers = fault.Headers.TryGetValue("TrackingId", out var id) ? new Dictionary<string, string> { ["TrackingId"] = id } : new Dictionary<string, string>(),
    };
}
