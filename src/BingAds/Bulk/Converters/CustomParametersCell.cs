using System.Text;
using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

/// <summary>Custom parameters: <c>{_promo}=x; {_season}=a\;b</c>. A backslash stands before semicolons and backslashes of a value.</summary>
internal static class CustomParametersCell
{
    public static CustomParameters? Read(in BulkCell cell)
    {
        if (cell.IsBlank)
        {
            return null;
        }

        var parameters = new List<CustomParameter>();
        if (!cell.IsDelete)
        {
            foreach (var piece in Split(cell.ToString()))
            {
                if (Parse(piece) is { } parameter)
                {
                    parameters.Add(parameter);
                }
            }
        }

        return new CustomParameters { Parameters = parameters };
    }

    public static void Write(BulkRowWriter row, int column, CustomParameters? value, bool canDelete)
    {
        if (value is null)
        {
            return;
        }

        if (value.Parameters is not { Count: > 0 } parameters)
        {
            if (canDelete)
            {
                row.Delete(column);
            }

            return;
        }

        row.Text(column, string.Join("; ", parameters.Select(static p => $"{{_{p.Key}}}={Escape(p.Value)}")));
    }

    // A semicolon ends a piece unless a backslash stands before it.
    private static IEnumerable<string> Split(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == ';' && (i == 0 || text[i - 1] != '\\' || IsEscaped(text, i - 1)))
            {
                yield return text[start..i];
                start = i + 1;
            }
        }

        yield return text[start..];
    }

    // Whether the backslash at this place is itself the second of a pair.
    private static bool IsEscaped(string text, int index)
    {
        var count = 0;
        for (var i = index - 1; i >= 0 && text[i] == '\\'; i--)
        {
            count++;
        }

        return count % 2 == 1;
    }

    private static CustomParameter? Parse(string piece)
    {
        piece = piece.Trim();
        var end = piece.IndexOf("}=", StringComparison.Ordinal);
        return piece.StartsWith("{_", StringComparison.Ordinal) && end >= 2
            ? new CustomParameter { Key = piece[2..end], Value = Unescape(piece[(end + 2)..]) }
            : null;
    }

    private static string Escape(string? value) =>
        (value ?? "").Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal);

    private static string Unescape(string value)
    {
        if (!value.Contains('\\', StringComparison.Ordinal))
        {
            return value;
        }

        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '\\' && i + 1 < value.Length && value[i + 1] is ';' or '\\' && i + 1 < value.Length)
            {
                i++;
            }

            text.Append(value[i]);
        }

        return text.ToString();
    }
}
