using BingAds.Conformance.Golden;

namespace BingAds.Conformance.Wire;

/// <summary>What the recording client was set up with, found in what it sent.</summary>
internal sealed record GoldenIds(long? AccountId, long? CustomerId)
{
    /// <summary>The ids of services that send them in every call; some services only send those that a body names.</summary>
    public static GoldenIds Find(IEnumerable<IReadOnlyDictionary<string, string>> headers)
    {
        var with = headers.Where(static h => Id(h, "CustomerAccountId") is not null).ToList();
        return new GoldenIds(with.Select(static h => Id(h, "CustomerAccountId")).FirstOrDefault(), with.Select(static h => Id(h, "CustomerId")).FirstOrDefault());
    }

    public static GoldenIds Find(GoldenFolder golden, IEnumerable<string> services) =>
        Find(services.SelectMany(s => golden.Requests("rest", s)).Select(static r => r.Headers));

    public static long? Id(IReadOnlyDictionary<string, string> headers, string name) =>
        headers.TryGetValue(name, out var text) && long.TryParse(text, out var id) ? id : null;
}
