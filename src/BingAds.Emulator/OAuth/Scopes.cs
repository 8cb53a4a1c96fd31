namespace BingAds.Emulator.OAuth;

/// <summary>Scope lists: names with blanks between, order without meaning.</summary>
internal static class Scopes
{
    public const string OfflineAccess = "offline_access";

    /// <summary>What the API asks of a Microsoft token; the host before it differs between production and sandbox.</summary>
    public const string Manage = "msads.manage";

    public static string[] Split(string? scope)
        => scope is null ? [] : [.. scope.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];

    public static bool Has(string scope, string name) => Split(scope).Contains(name, StringComparer.OrdinalIgnoreCase);

    public static bool AllowsTheApi(string scope) => Split(scope).Any(static s => s.EndsWith('/' + Manage, StringComparison.OrdinalIgnoreCase));

    public static bool IsSubset(string scope, string of) => !Split(scope).Except(Split(of), StringComparer.OrdinalIgnoreCase).Any();

    public static string Union(string first, string second) => string.Join(' ', Split(first + ' ' + second));

    /// <summary>As told in a token answer, where <c>offline_access</c> is never listed.</summary>
    public static string Granted(string scope)
        => string.Join(' ', Split(scope).Where(static s => !s.Equals(OfflineAccess, StringComparison.OrdinalIgnoreCase)));
}
