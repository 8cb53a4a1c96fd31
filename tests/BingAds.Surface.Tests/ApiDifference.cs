using System.Collections;
using BingAds.Contract;

namespace BingAds.Surface.Tests;

/// <summary>Compares two objects of the API member by member, to the bottom.</summary>
internal static class ApiDifference
{
    /// <summary>Where and how they differ first; null if they do not.</summary>
    public static string? Find(object? expected, object? actual, string path = "") => (expected, actual) switch
    {
        (null, null) => null,
        (null, _) or (_, null) => $"{path}: expected {Show(expected)}, got {Show(actual)}",
        (ApiObject a, ApiObject b) => FindInObjects(a, b, path),
        (byte[] a, byte[] b) => a.AsSpan().SequenceEqual(b) ? null : $"{path}: other bytes",
        (IDictionary<string, string?> a, IDictionary<string, string?> b) => a.Count == b.Count && a.All(p => b.TryGetValue(p.Key, out var v) && v == p.Value) ? null : $"{path}: another map",
        (IList a, IList b) => FindInLists(a, b, path),
        (DateTime a, DateTime b) => a == b && a.Kind == b.Kind ? null : $"{path}: expected {a:O}, got {b:O}",
        _ => expected.Equals(actual) ? null : $"{path}: expected {Show(expected)}, got {Show(actual)}",
    };

    private static string? FindInObjects(ApiObject expected, ApiObject actual, string path)
    {
        if (expected.GetType() != actual.GetType())
            return $"{path}: expected a {expected.GetType().Name}, got a {actual.GetType().Name}";
        if (actual.Unknown.Count > 0)
            return $"{path}: '{actual.Unknown.First().Name}' is not known";
        return expected.MemberNames.Select(n => Find(expected[n], actual[n], $"{path}.{n}")).FirstOrDefault(static d => d is not null);
    }

    private static string? FindInLists(IList expected, IList actual, string path)
    {
        if (expected.Count != actual.Count)
            return $"{path}: expected {expected.Count} items, got {actual.Count}";
        return Enumerable.Range(0, expected.Count).Select(i => Find(expected[i], actual[i], $"{path}[{i}]")).FirstOrDefault(static d => d is not null);
    }

    private static string Show(object? value) => value is null ? "null" : $"'{value}'";
}
