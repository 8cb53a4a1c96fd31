using System.Text.RegularExpressions;

namespace BingAds.Errors;

/// <summary>Takes out of foreign text whatever looks like a secret, before the text gets into an exception.</summary>
internal static partial class Secrets
{
    /// <summary>How much of a foreign text is looked at; the rest is never shown.</summary>
    private const int LookAt = 4096;

    private const int SnippetLength = 200;

    private const string Stars = "***";

    /// <summary>The start of a text on one line, without secrets; null for null.</summary>
    public static string? Snippet(string? text) => text is null ? null : Snippet(text, SnippetLength);

    public static string Snippet(string text, int length)
    {
        var line = Blanks().Replace(Mask(text.Length > LookAt ? text[..LookAt] : text), " ").Trim();
        return line.Length <= length ? line : string.Concat(line.AsSpan(0, length - 3), "...");
    }

    public static string Mask(string text)
    {
        text = Scheme().Replace(text, "$1 " + Stars);
        text = Element().Replace(text, "$1" + Stars);
        text = Named().Replace(text, "$1" + Stars);
        text = Query().Replace(text, "$1" + Stars);
        return Opaque().Replace(text, Stars);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    /// <summary>Authorization: Bearer x, Basic x.</summary>
    [GeneratedRegex(@"\b(Bearer|Basic)\s+(?!\*)[^\s""',<&]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();

    /// <summary>XML elements that carry a secret, with any prefix.</summary>
    [GeneratedRegex(@"(<(?:\w+:)?(?:AuthenticationToken|DeveloperToken|Password|SecretAnswer|ApplicationToken)(?:\s[^<>]*)?>)[^<]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Element();

    /// <summary>JSON members, form fields and headers that carry a secret; an unfinished value too.</summary>
    [GeneratedRegex(@"((?:access_?token|refresh_?token|id_?token|client_?secret|client_?assertion|code_?verifier|developer_?token|authentication_?token|password|secret_?answer)\\?[""']?\s*[=:]\s*)(?:\\?""(?:\\.|[^""\\])*""?|'[^']*'?|[^\s&""',;<>}\]]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    /// <summary>Query parameters that carry a secret: the signature of a file's address, the code of a sign-in.</summary>
    [GeneratedRegex(@"([?&;](?:sig|signature|code|state)=)[^\s&""'<>]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Query();

    /// <summary>A JWT, or a long run of characters with digits in it, as tokens are.</summary>
    [GeneratedRegex(@"\beyJ[\w\-]{8,}(?:\.[\w\-]*)*|(?<![\w+/=.\-!*~$])(?=(?:[A-Za-z+/=_.!*~$\-]*\d){4})[\w+/=.!*~$\-]{40,}", RegexOptions.CultureInvariant)]
    private static partial Regex Opaque();
}
