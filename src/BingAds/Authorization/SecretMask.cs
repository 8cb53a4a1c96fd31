using System.Text;
using BingAds.Errors;

namespace BingAds;

/// <summary>Takes the secrets of one request, and whatever else looks like one, out of texts that go into errors.</summary>
internal sealed class SecretMask(params IEnumerable<string?> secrets)
{
    private const int LongestText = 1000;

    // A server may repeat a value as it arrived: in clear, or in either of the two ways of form encoding. Longest first, so that no part of one is left over.
    private readonly string[] _secrets =
    [
        .. secrets.OfType<string>().Where(static secret => secret.Length > 0)
            .SelectMany(static secret => new[] { secret, Uri.EscapeDataString(secret), Uri.EscapeDataString(secret).Replace("%20", "+", StringComparison.Ordinal) })
            .Distinct().OrderByDescending(static secret => secret.Length),
    ];

    /// <summary>The text of a server's error on one line, without the secrets, at most about a screen long.</summary>
    internal string Short(string text) => Secrets.Snippet(Known(text), LongestText);

    /// <summary>The start of a body of any kind, without the secrets; null when there is nothing to show.</summary>
    internal string? Snippet(ReadOnlySpan<byte> body) => Secrets.Snippet(Known(Encoding.UTF8.GetString(body))) is { Length: > 0 } text ? text : null;

    private string Known(string text)
    {
        foreach (var secret in _secrets)
            text = text.Replace(secret, "***", StringComparison.Ordinal);
        return text;
    }
}
