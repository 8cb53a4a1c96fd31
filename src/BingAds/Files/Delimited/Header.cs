using System.Collections.Frozen;
using System.Text;

namespace BingAds.Files;

/// <summary>The column names of a file, looked up once. Names are compared exactly.</summary>
internal sealed class Header
{
    private readonly FrozenDictionary<string, int> _index;

    /// <summary>Makes a header; of columns with one name the first is found.</summary>
    public Header(IReadOnlyList<string> names)
    {
        var index = new Dictionary<string, int>(names.Count, StringComparer.Ordinal);
        var duplicates = new List<string>();
        for (var i = 0; i < names.Count; i++)
        {
            // A column without a name keeps its place, so that the columns after it are not shifted.
            if (names[i].Length > 0 && !index.TryAdd(names[i], i) && !duplicates.Contains(names[i]))
                duplicates.Add(names[i]);
        }

        Names = [.. names];
        Duplicates = duplicates;
        _index = index.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The names in the order of the file.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Names that stand there more than once, each told once.</summary>
    public IReadOnlyList<string> Duplicates { get; }

    public int Count => Names.Count;

    /// <summary>Takes the current row of a reader as header.</summary>
    public static Header Of(DelimitedReader row)
    {
        var names = new string[row.ColumnCount];
        Array.Fill(names, "");
        foreach (var cell in row.FilledCells)
            names[cell.Column] = Encoding.UTF8.GetString(cell.Value);
        return new(names);
    }

    /// <summary>Index of a column, or -1.</summary>
    public int IndexOf(string name) => _index.GetValueOrDefault(name, -1);

    /// <summary>A table for a binder that knows these names: column in the file to place in <paramref name="known"/>.</summary>
    /// <remarks>Only the first of columns with one name is bound.</remarks>
    public ColumnSlots SlotsFor(ReadOnlySpan<string> known)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(known.Length, ushort.MaxValue);
        var table = new ushort[Names.Count];
        for (var i = 0; i < known.Length; i++)
        {
            if (_index.TryGetValue(known[i], out var column))
                table[column] = (ushort)(i + 1);
        }

        return new(table);
    }
}
