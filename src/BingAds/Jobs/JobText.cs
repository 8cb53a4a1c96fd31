using System.Globalization;
using System.Text;

namespace BingAds.Jobs;

/// <summary>The saved text of a job: its kind, the version of the form, then names and values. One line of plain characters, so that it fits a column, a file name list or a queue.</summary>
internal sealed class JobText
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly StringBuilder _text;

    private JobText(string start) => _text = new StringBuilder(start);

    /// <param name="kind">For example <c>bulk-download</c>.</param>
    public static JobText Begin(string kind) => new(Start(kind));

    /// <summary>Reads a saved text; null if it is none of that kind, or of a later version.</summary>
    public static JobText? TryRead(string? text, string kind)
    {
        var parts = (text ?? "").Trim().Split(';');
        if (parts.Length < 3 || $"{parts[0]};{parts[1]}" != Start(kind))
        {
            return null;
        }

        var read = new JobText("");
        foreach (var part in parts.AsSpan(2))
        {
            // What a later version adds is passed over.
            if (part.IndexOf('=', StringComparison.Ordinal) is var at and > 0)
            {
                read._values[part[..at]] = Uri.UnescapeDataString(part[(at + 1)..]);
            }
        }

        return read;
    }

    public JobText Add(string name, string? value)
    {
        if (value is not null)
        {
            _text.Append(';').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }

        return this;
    }

    public JobText Add(string name, long? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public JobText Add(string name, DateTime? value) => Add(name, value?.ToString("O", CultureInfo.InvariantCulture));

    public JobText Add(string name, DateTimeOffset? value) => Add(name, value?.ToUnixTimeSeconds());

    public JobText Add(string name, DateOnly? value) => Add(name, value?.ToString("O", CultureInfo.InvariantCulture));

    public string? Text(string name) => _values.GetValueOrDefault(name);

    public long? Number(string name) =>
        long.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public DateTime? Time(string name) =>
        DateTime.TryParseExact(Text(name), "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) ? time : null;

    public DateOnly? Day(string name) =>
        DateOnly.TryParseExact(Text(name), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public DateTimeOffset? Moment(string name) =>
        Number(name) is { } seconds and >= 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    public override string ToString() => _text.ToString();

    private static string Start(string kind) => kind + ";1";
}
