using System.Collections.Frozen;
using System.Runtime.CompilerServices;

namespace BingAds.Reporting;

/// <summary>The columns of one report file, looked up once.</summary>
public sealed partial class ReportColumns
{
    // The names that code asks for are mostly literals, which are the same object each time: a place here spares the look-up.
    private const int Asked = 64;

    private readonly FrozenDictionary<string, int> _index;
    private readonly (string? Name, int Ordinal)[] _asked = new (string?, int)[Asked];

    internal ReportColumns(IReadOnlyList<string> names)
    {
        Names = names;
        var index = new Dictionary<string, int>(names.Count, StringComparer.Ordinal);
        var duplicates = new List<string>();
        for (var i = 0; i < names.Count; i++)
        {
            // A column without a name keeps its place, so that those behind it are not shifted.
            if (names[i].Length > 0 && !index.TryAdd(names[i], i) && !duplicates.Contains(names[i], StringComparer.Ordinal))
            {
                duplicates.Add(names[i]);
            }
        }

        _index = index.ToFrozenDictionary(StringComparer.Ordinal);
        Duplicates = duplicates;
    }

    /// <summary>The names in the order of the file; "" for a column without one.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Names that stand there more than once. By name the first of them is found, the others by their places.</summary>
    public IReadOnlyList<string> Duplicates { get; }

    /// <summary>Number of columns.</summary>
    public int Count => Names.Count;

    /// <summary>Place of a column, from 0; -1 if the file has none of this name.</summary>
    public int IndexOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _index.GetValueOrDefault(name, -1);
    }

    /// <summary>What the cells of a column hold, by its name.</summary>
    public ReportColumnType TypeOf(int ordinal) => ReportColumnTable.Find(Names[ordinal])?.Type ?? ReportColumnType.Unknown;

    /// <summary>The same as <see cref="IndexOf(string)"/>, faster, for the one thread that reads the file.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Ask(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        ref var asked = ref _asked[name.Length == 0 ? 0 : (name.Length + (name[0] * 7) + name[^1]) & (Asked - 1)];
        return ReferenceEquals(asked.Name, name) ? asked.Ordinal : Ask(name, ref asked);
    }

    private int Ask(string name, ref (string?, int) asked)
    {
        var ordinal = IndexOf(name);
        asked = (name, ordinal);
        return ordinal;
    }
}
