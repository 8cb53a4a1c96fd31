namespace BingAds.Emulator.Rules;

/// <summary>Addresses of web sites without a scheme: <c>news.example.org/sport</c>.</summary>
internal static class SiteRules
{
    private const int MaxLength = 1024;
    private const int MaxFolders = 2;
    private const int MaxDomains = 4;

    public const int InvalidUrl = 1012;
    public const int TooManyFolders = 1036;
    public const int TooManyDomains = 1037;

    /// <summary>The code of what is wrong, or null.</summary>
    public static int? Check(string? site)
    {
        var text = WithoutScheme(site);
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxLength || text.Any(static c => char.IsWhiteSpace(c) || char.IsControl(c)))
            return InvalidUrl;
        var parts = text.TrimEnd('/').Split('/');
        var domains = parts[0].Split('.');
        if (domains.Length < 2 || domains.Any(static d => d.Length == 0) || text.AsSpan().ContainsAny('?', '#', '@'))
            return InvalidUrl;
        if (domains.Length > MaxDomains + 1)
            return TooManyDomains;
        return parts.Length - 1 > MaxFolders ? TooManyFolders : null;
    }

    /// <summary>As sites are compared: no scheme, no case, no slash at the end.</summary>
    public static string Fold(string site) => WithoutScheme(site)!.TrimEnd('/').ToUpperInvariant();

    private static string? WithoutScheme(string? site)
    {
        if (site is null)
            return null;
        var at = site.IndexOf("://", StringComparison.Ordinal);
        return at < 0 ? site : site[(at + 3)..];
    }
}
