namespace BingAds.Bulk.Converters;

/// <summary>Pairs of a word and a truth value: <c>A=True;B=False;</c>.</summary>
internal static class KeyBoolMapCell
{
    public static Dictionary<string, bool>? Read(in BulkCell cell)
    {
        if (cell.IsBlank)
        {
            return null;
        }

        var map = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var piece in cell.ToString().Split(';').Where(static p => !string.IsNullOrWhiteSpace(p)))
        {
            var at = piece.IndexOf('=', StringComparison.Ordinal);
            if (at < 0 || !bool.TryParse(piece.AsSpan(at + 1).Trim(), out var value))
            {
                throw new FormatException("Pairs such as Key=True were expected.");
            }

            map[piece[..at].Trim()] = value;
        }

        return map;
    }

    public static void Write(BulkRowWriter row, int column, Dictionary<string, bool>? value) =>
        row.Text(column, value is null ? null : string.Concat(value.Select(static p => $"{p.Key}={(p.Value ? "True" : "False")};")));
}
