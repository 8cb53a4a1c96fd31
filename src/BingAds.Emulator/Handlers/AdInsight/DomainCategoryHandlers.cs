using System.Security.Cryptography;
using System.Text;
using BingAds.Emulator.Api;
using BingAds.Emulator.Rules;
using BingAds.V13.AdInsight;

namespace BingAds.Emulator.Handlers.AdInsight;

/// <summary>The kinds of pages that a web site has, as dynamic ads can be aimed at. Nobody visits the site: they are made of its name.</summary>
internal static class DomainCategoryHandlers
{
    private const int InvalidUrl = 608;

    private static readonly string[] s_topics = ["Boats", "Tents", "Shoes", "Lamps", "Garden", "Kitchen", "Bikes", "Books"];
    private static readonly string[] s_parts = ["New", "Used", "Sale"];

    public static void Register(HandlerTable table) => table.Add<GetDomainCategoriesRequest, GetDomainCategoriesResponse>(static (_, request) =>
    {
        if (SiteRules.Check(request.DomainName) is not null)
            throw ApiFaultException.Operation(InvalidUrl);
        return new() { Categories = [.. Categories(SiteRules.Fold(request.DomainName!), request.CategoryName)] };
    });

    /// <summary>The categories at the top, or those below one of them.</summary>
    private static IEnumerable<DomainCategory?> Categories(string domain, string? above)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(domain));
        if (string.IsNullOrEmpty(above))
            return Enumerable.Range(0, 3).Select(i => Category(s_topics[(hash[0] + i) % s_topics.Length], hash[i + 1]));
        var isTop = Enumerable.Range(0, 3).Any(i => s_topics[(hash[0] + i) % s_topics.Length].Equals(above, StringComparison.OrdinalIgnoreCase));
        return isTop ? s_parts.Select((part, i) => Category($"{above}/{part}", hash[i + 8])) : [];
    }

    private static DomainCategory Category(string name, byte seed) => new() { CategoryName = name, Coverage = Math.Round(seed / 256d, 2), Bid = Math.Round(0.05 + (seed / 100d), 2) };
}
