using System.Collections;
using System.Globalization;
using System.Net.Http.Headers;

namespace BingAds;

/// <summary>The HTTP headers of an answer, read-only; names are compared without regard to case.</summary>
/// <remarks><see cref="ToString"/> shows the names alone, because values may be private.</remarks>
public sealed class ResponseHeaders : IReadOnlyCollection<KeyValuePair<string, string>>
{
    // Of an answer whose headers nobody has asked for yet: not the message itself, which would keep the request and its token alive.
    private readonly HttpResponseHeaders? _source;
    private readonly HttpContentHeaders? _contentSource;
    private KeyValuePair<string, string>[]? _copied;

    /// <summary>Keeps the headers given, in their order; a name with several values is kept once a value.</summary>
    /// <param name="headers">What <c>HttpResponseMessage.Headers</c> and <c>Content.Headers</c> enumerate.</param>
    public ResponseHeaders(IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        _copied = [.. headers.SelectMany(static h => h.Value, static (h, value) => KeyValuePair.Create(h.Key, value))];
    }

    /// <summary>Keeps the headers given, in their order; a name may stand more than once.</summary>
    public ResponseHeaders(IEnumerable<KeyValuePair<string, string>> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        _copied = [.. headers];
    }

    /// <summary>Copies the headers when they are first asked for, which for most answers is never. The answer may be disposed of by then.</summary>
    internal ResponseHeaders(HttpResponseHeaders source, HttpContentHeaders contentSource)
    {
        _source = source;
        _contentSource = contentSource;
    }

    private ResponseHeaders() => _copied = [];

    /// <summary>No headers at all.</summary>
    public static ResponseHeaders Empty { get; } = new();

    /// <inheritdoc/>
    public int Count => Items.Length;

    private KeyValuePair<string, string>[] Items => Volatile.Read(ref _copied) ?? Copy();

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
        foreach (var header in Items)
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
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, string>>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The names of the headers, without their values.</summary>
    public override string ToString() => string.Join(", ", Items.Select(static h => h.Key).Distinct(StringComparer.OrdinalIgnoreCase));

    private KeyValuePair<string, string>[] Copy()
    {
        lock (_source!)
        {
            if (_copied is null)
            {
                var items = new List<KeyValuePair<string, string>>();
                Add(items, _source.NonValidated);
                Add(items, _contentSource!.NonValidated);
                Volatile.Write(ref _copied, [.. items]);
            }

            return _copied;
        }
    }

    private static void Add(List<KeyValuePair<string, string>> items, HttpHeadersNonValidated headers)
    {
        foreach (var header in headers)
        {
            foreach (var value in header.Value)
                items.Add(new(header.Key, value));
        }
    }
}
