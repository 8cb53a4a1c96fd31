using System.Collections;
using System.Globalization;

namespace BingAds;

/// <summary>The HTTP headers of an answer, read-only; names are compared without regard to case.</summary>
/// <remarks><see cref="ToString"/> shows the names alone, because values may be private.</remarks>
public sealed class ResponseHeaders : IReadOnlyCollection<KeyValuePair<string, string>>
{
    private readonly KeyValuePair<string, string>[] _headers;

    /// <summary>Keeps the headers given, in their order; a name with several values is kept once a value.</summary>
    /// <param name="headers">What <c>HttpResponseMessage.Headers</c> and <c>Content.Headers</c> enumerate.</param>
    public ResponseHeaders(IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        _headers = [.. headers.SelectMany(static h => h.Value, static (h, value) => KeyValuePair.Create(h.Key, value))];
    }

    /// <summary>Keeps the headers given, in their order; a name may stand more than once.</summary>
    public ResponseHeaders(IEnumerable<KeyValuePair<string, string>> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        _headers = [.. headers];
    }

    private ResponseHeaders() => _headers = [];

    /// <summary>No headers at all.</summary>
    public static ResponseHeaders Empty { get; } = new();

    /// <inheritdoc/>
    public int Count => _headers.Length;

    /// <summary>The value of a header; several values are joined by a comma and a blank; null if there is none.</summary>
    public string? this[string name]
    {
        get
        {
            var values = GetValues(name);
            return values.Count == 0 ? null : string.Join(", ", values);
        }
    }

    /// <summary>Whether the header was sent.</summary>
    public bool Contains(string name) => GetValues(name).Count > 0;

    /// <summary>All values of a header, in the order they came; empty if there is none.</summary>
    public IReadOnlyList<string> GetValues(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        List<string>? found = null;
        foreach (var header in _headers)
        {
            if (string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase))
                (found ??= []).Add(header.Value);
        }

        return found ?? (IReadOnlyList<string>)[];
    }

    /// <summary>How long the server asks to wait (header <c>Retry-After</c>, as seconds or as a date); null if it does not say.</summary>
    /// <param name="now">The present time, to measure a date against; a date in the past is no wait.</param>
    public TimeSpan? GetRetryAfter(DateTimeOffset now)
    {
        if (this["Retry-After"] is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(seconds);
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
            return null;
        return date > now ? date - now : TimeSpan.Zero;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, string>>)_headers).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The names of the headers, without their values.</summary>
    public override string ToString() => string.Join(", ", _headers.Select(static h => h.Key).Distinct(StringComparer.OrdinalIgnoreCase));
}
