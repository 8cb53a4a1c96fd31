using System.Text;

namespace BingAds.Conformance.Bulk;

/// <summary>A slow and obvious reader of delimited text, to check the fast one's counterpart with.</summary>
internal static class PlainTable
{
    /// <summary>The rows after the header, as filled cells by column.</summary>
    public static List<Dictionary<string, string>> Parse(byte[] bytes, char separator)
    {
        var rows = Rows(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'), separator).ToList();
        return [.. rows.Skip(1).Select(row => row.Select((text, i) => (Name: rows[0][i], text)).Where(static c => c.text.Length > 0)
            .ToDictionary(static c => c.Name, static c => c.text, StringComparer.Ordinal))];
    }

    private static IEnumerable<List<string>> Rows(string text, char separator)
    {
        var row = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (isQuoted)
            {
                if (c != '"')
                {
                    cell.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append(text[i++]);
                }
                else
                {
                    isQuoted = false;
                }
            }
            else if (c == '"' && cell.Length == 0)
            {
                isQuoted = true;
            }
            else if (c == separator || c == '\n')
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (c == '\n')
                {
                    yield return row;
                    row = [];
                }
            }
            else if (c != '\r')
            {
                cell.Append(c);
            }
        }

        if (row.Count > 0 || cell.Length > 0)
        {
            row.Add(cell.ToString());
            yield return row;
        }
    }
}
