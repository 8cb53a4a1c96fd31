using System.Text;

namespace BingAds;

/// <summary>Takes the secrets of one request, and what looks like a token, out of texts that go into errors.</summary>
internal sealed class SecretMask(params IEnumerable<string?> secrets)
{
    private const string Mask = "***";
    private const int LongestText = 1000;
    private const int LongestSnippet = 200;
    private const int ShortestToken = 24;

    // A server may repeat a value as it arrived: in clear, or in either of the two ways of form encoding. Longest first, so that no part of one is left over.
    private readonly string[] _secrets =
    [
        .. secrets.OfType<string>().Where(static secret => secret.Length > 0)
            .SelectMany(static secret => new[] { secret, Uri.EscapeDataString(secret), Uri.EscapeDataString(secret).Replace("%20", "+", StringComparison.Ordinal) })
            .Distinct().OrderByDescending(static secret => secret.Length),
    ];

    /// <summary>The text of a server's error, without the secrets, at most about a screen long.</summary>
    internal string Short(string text) => Cut(Known(text), LongestText);

    /// <summary>The start of a body of any kind, without the secrets and without whatever looks like a token.</summary>
    internal string? Snippet(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
            return null;
        var text = Known(Encoding.UTF8.GetString(body));
        var result = new StringBuilder();
        var word = new StringBuilder();
        foreach (var c in text)
        {
            if (IsTokenLetter(c))
            {
                word.Append(c);
                continue;
            }
            Flush();
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                if (result.Length > 0 && result[^1] != ' ')
                    result.Append(' ');
            }
            else
            {
                result.Append(c);
            }
            if (result.Length > LongestSnippet)
                break;
        }
        Flush();
        var snippet = result.ToString().Trim();
        return snippet.Length == 0 ? null : Cut(snippet, LongestSnippet);

        void Flush()
        {
            if (word.Length > 0)
                result.Append(word.Length >= ShortestToken && !Guid.TryParse(word.ToString(), out _) ? Mask : word);
            word.Clear();
        }
    }

    private static bool IsTokenLetter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '~' or '+' or '/' or '!' or '*' or '$' or '%';

    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest), "…");
    }

    private string Known(string text)
    {
        foreach (var secret in _secrets)
            text = text.Replace(secret, Mask, StringComparison.Ordinal);
        return text;
    }
}
