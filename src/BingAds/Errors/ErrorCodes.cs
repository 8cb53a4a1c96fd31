using System.Buffers.Text;
using System.Text;

namespace BingAds.Errors;

/// <summary>The error codes of the service: what a number means, and what to do about it.</summary>
/// <remarks>
/// New codes appear at any time, and a few numbers have two meanings, so nothing here throws for a code it does not know.
/// The table is text in the assembly, searched when asked: nothing is built before the first error, and nothing is kept.
/// </remarks>
public static partial class ErrorCodes
{
    /// <summary>How many codes the table has.</summary>
    public static int Count => EntryCount;

    /// <summary>What a code means; null if the table does not know it, or can't tell which of two meanings it has.</summary>
    /// <param name="code">The number.</param>
    /// <param name="name">The symbolic name that came with it; null if none did.</param>
    /// <param name="service">The service that sent it; null if that is not known.</param>
    public static ErrorCodeInfo? Find(int code, string? name = null, ServiceName? service = null)
    {
        var meanings = FindAll(code);
        if (meanings.Count == 0)
            return null;
        if (name is not null && meanings.FirstOrDefault(m => m.Name == name) is { } exact)
            return exact;
        if (meanings.Count == 1)
            return meanings[0];
        if (service is null)
            return null;

        var ofService = meanings.Where(m => m.Services.Contains(service.Value)).ToList();
        // The customer services send no names, so a number without one is theirs where they have it.
        if (name is null && ofService.Count > 1 && ofService.Find(static m => m.Name is null) is { } nameless)
            return nameless;
        return ofService.Count == 1 ? ofService[0] : null;
    }

    /// <summary>All meanings of a number: none, one, or two.</summary>
    public static IReadOnlyList<ErrorCodeInfo> FindAll(int code)
    {
        var table = Table;
        List<ErrorCodeInfo>? found = null;
        for (var line = FirstLine(table, code); line < table.Length && CodeAt(table, line) == code; line = NextLine(table, line))
            (found ??= []).Add(Parse(LineAt(table, line)));
        return found ?? (IReadOnlyList<ErrorCodeInfo>)[];
    }

    /// <summary>The whole table, by number and then name; read anew each time.</summary>
    public static IEnumerable<ErrorCodeInfo> All()
    {
        for (var line = 0; line < Table.Length; line = NextLine(Table, line))
            yield return Parse(LineAt(Table, line));
    }

    /// <summary>Start of the first line whose code is not below the one searched: halving by bytes, then back to a line's start.</summary>
    private static int FirstLine(ReadOnlySpan<byte> table, int code)
    {
        var low = 0;
        var high = table.Length;
        while (low < high)
        {
            var middle = table[..(low + ((high - low) / 2))].LastIndexOf((byte)'\n') + 1;
            if (middle < low)
                middle = low;
            if (CodeAt(table, middle) < code)
                low = NextLine(table, middle);
            else
                high = middle;
        }

        return low;
    }

    private static int CodeAt(ReadOnlySpan<byte> table, int line)
    {
        Utf8Parser.TryParse(table[line..], out int code, out _);
        return code;
    }

    private static int NextLine(ReadOnlySpan<byte> table, int line)
    {
        var end = table[line..].IndexOf((byte)'\n');
        return end < 0 ? table.Length : line + end + 1;
    }

    private static ReadOnlySpan<byte> LineAt(ReadOnlySpan<byte> table, int line)
    {
        var end = table[line..].IndexOf((byte)'\n');
        return end < 0 ? table[line..] : table.Slice(line, end);
    }

    /// <summary>Reads <c>code category services retry seconds name</c>; a dash stands for nothing.</summary>
    private static ErrorCodeInfo Parse(ReadOnlySpan<byte> line)
    {
        Span<Range> parts = stackalloc Range[6];
        var text = Encoding.ASCII.GetString(line);
        var span = text.AsSpan();
        span.Split(parts, ' ');
        var seconds = int.Parse(span[parts[4]], System.Globalization.CultureInfo.InvariantCulture);
        return new ErrorCodeInfo(
            int.Parse(span[parts[0]], System.Globalization.CultureInfo.InvariantCulture),
            span[parts[5]] is "-" ? null : span[parts[5]].ToString(),
            ServicesOf(span[parts[2]]),
            CategoryOf(span[parts[1]][0]),
            RetryOf(span[parts[3]][0]),
            seconds == 0 ? null : TimeSpan.FromSeconds(seconds));
    }

    private static ServiceName[] ServicesOf(ReadOnlySpan<char> letters)
    {
        var services = new ServiceName[letters.Length];
        for (var i = 0; i < services.Length; i++)
        {
            services[i] = letters[i] switch
            {
                'A' => ServiceName.AdInsight,
                'B' => ServiceName.Bulk,
                'C' => ServiceName.CampaignManagement,
                'L' => ServiceName.CustomerBilling,
                'M' => ServiceName.CustomerManagement,
                _ => ServiceName.Reporting,
            };
        }

        return services;
    }

    private static ErrorCategory CategoryOf(char letter) => letter switch
    {
        'V' => ErrorCategory.Validation,
        'N' => ErrorCategory.NotFound,
        'C' => ErrorCategory.Conflict,
        'L' => ErrorCategory.Limit,
        'E' => ErrorCategory.Editorial,
        'K' => ErrorCategory.Credentials,
        'P' => ErrorCategory.Permission,
        'T' => ErrorCategory.Throttled,
        'S' => ErrorCategory.Service,
        _ => ErrorCategory.Unknown,
    };

    private static RetryKind RetryOf(char letter) => letter switch
    {
        'T' => RetryKind.Transient,
        'W' => RetryKind.Wait,
        'R' => RetryKind.WaitForOtherReports,
        'L' => RetryKind.Later,
        'X' => RetryKind.LaterOrRelax,
        _ => RetryKind.None,
    };
}
