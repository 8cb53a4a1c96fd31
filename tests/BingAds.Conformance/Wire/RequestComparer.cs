using System.Net.Http.Headers;
using BingAds.Conformance.Golden;

namespace BingAds.Conformance.Wire;

/// <summary>Compares a request as it arrived with a recorded one, but for its body.</summary>
internal static class RequestComparer
{
    private static readonly string[] s_restHeaders = ["Authorization", "UserName", "Password", "DeveloperToken", "CustomerId", "CustomerAccountId"];

    public static IEnumerable<string> Compare(GoldenRequest expected, CapturedRequest actual)
    {
        if (expected.Verb != actual.Verb) yield return $"verb: expected {expected.Verb}, got {actual.Verb}";
        if (expected.Path != actual.Path) yield return $"path: expected {expected.Path}, got {actual.Path}";
        foreach (var difference in CompareHeaders(expected.Headers, actual)) yield return difference;
        if (expected.SoapAction is { } action && actual.Headers.GetValueOrDefault("SOAPAction")?.Trim('"') != action)
        {
            yield return $"SOAPAction: expected {action}, got {actual.Headers.GetValueOrDefault("SOAPAction") ?? "nothing"}";
        }

        if (expected.Headers.TryGetValue("SOAPAction", out var quoted) && actual.Headers.GetValueOrDefault("SOAPAction") != quoted)
        {
            yield return $"header SOAPAction: expected {quoted}, got {actual.Headers.GetValueOrDefault("SOAPAction") ?? "nothing"}";
        }

        if (!SameContentType(expected.Headers.GetValueOrDefault("Content-Type"), actual.Headers.GetValueOrDefault("Content-Type")))
        {
            yield return $"Content-Type: expected {expected.Headers.GetValueOrDefault("Content-Type")}, got {actual.Headers.GetValueOrDefault("Content-Type") ?? "nothing"}";
        }
    }

    /// <summary>The recording client sends an id that it doesn't have as an empty header; ours leaves it out.</summary>
    public static IEnumerable<string> CompareHeaders(IReadOnlyDictionary<string, string> expected, CapturedRequest actual)
    {
        foreach (var name in s_restHeaders)
        {
            var wanted = expected.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;
            var got = actual.Headers.GetValueOrDefault(name);
            if (wanted != got) yield return $"{name}: expected {wanted ?? "nothing"}, got {got ?? "nothing"}";
        }
    }

    private static bool SameContentType(string? expected, string? actual) =>
        expected is null || (MediaTypeHeaderValue.TryParse(actual, out var got) && MediaTypeHeaderValue.Parse(expected).Equals(got));
}
