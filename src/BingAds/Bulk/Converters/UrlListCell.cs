using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace BingAds.Bulk.Converters;

/// <summary>URLs between semicolons. A URL may hold semicolons itself, so a new one starts only where http:// or https:// follows.</summary>
internal static partial class UrlListCell
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static List<string>? Read(in BulkCell cell)
    {
        if (cell.IsBlank)
        {
            return null;
        }

        if (!cell.Utf8.Contains((byte)';'))
        {
            return new List<string>(1) { cell.ToString() };
        }

        return [.. Separator().Split(cell.ToString()).Where(static piece => !string.IsNullOrWhiteSpace(piece))];
    }

    public static void Write(BulkRowWriter row, int column, List<string>? value, bool canDelete)
    {
        if (value is { Count: 0 } && canDelete)
        {
            row.Delete(column);
        }
        else
        {
            SemicolonList.Write(row, column, value, "; ");
        }
    }

    [GeneratedRegex(@";\s*(?=https?://)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Separator();
}
