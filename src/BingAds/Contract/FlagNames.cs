namespace BingAds.Contract;

/// <summary>Sets of names, as flag enums hold them: by name and never by bit, because not all of their values are single bits.</summary>
internal static class FlagNames
{
    private static readonly char[] s_separators = [',', ' ', '\t', '\r', '\n'];

    public static string[] Split(string? text) =>
        text is null ? [] : text.Split(s_separators, StringSplitOptions.RemoveEmptyEntries);

    public static string Join(IEnumerable<string> names) => string.Join(", ", names.Distinct(StringComparer.Ordinal));

    public static EnumText? Union(EnumTable table, EnumText? left, EnumText? right)
    {
        if (left is null || right is null)
        {
            return left ?? right;
        }

        return table.Find(Join(Split(left.Text).Concat(Split(right.Text))));
    }

    /// <summary>Whether all names of <paramref name="wanted"/> are in <paramref name="set"/>.</summary>
    public static bool Has(EnumText? set, EnumText? wanted)
    {
        var names = Split(set?.Text);
        return wanted is not null && Split(wanted.Text).All(n => names.Contains(n, StringComparer.Ordinal));
    }
}
