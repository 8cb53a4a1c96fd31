namespace BingAds.Services;

/// <summary>The contract's spelling of a name that people write in another way: <c>get_campaigns_by_ids</c>, <c>campaignstatus</c>.</summary>
internal static class Spelling
{
    /// <param name="name">The name as given.</param>
    /// <param name="known">Names of the contract, separated by blanks.</param>
    /// <returns>The one that differs in letter case and underscores only; null if there is none.</returns>
    public static string? Find(string name, string known)
    {
        var plain = name.Replace("_", "", StringComparison.Ordinal);
        foreach (var range in known.AsSpan().Split(' '))
        {
            if (known.AsSpan(range).Equals(plain, StringComparison.OrdinalIgnoreCase))
            {
                return known[range];
            }
        }

        return null;
    }
}
