using System.Runtime.CompilerServices;

namespace BingAds.Bulk;

/// <summary>The columns of one bulk file, looked up once.</summary>
public sealed class BulkHeader
{
    internal const int Unknown = -1;

    // The names that code asks for are mostly literals, which are the same object each time: a place here spares the look-up.
    private const int Asked = 64;

    private readonly bool _isOfFile;
    private readonly short[] _columns;
    private readonly short[] _ordinals = new short[BulkColumns.Count];
    private readonly Dictionary<string, int> _index;
    private readonly (string? Name, int Ordinal)[] _asked = new (string?, int)[Asked];

    /// <param name="names">The names in the order of the file.</param>
    /// <param name="isOfFile">
    /// Whether these are all columns there are. A file without a column says nothing about a setting, so it stays null and is not removed by writing the record
    /// back; a single cell that is looked at by itself stands for a row whose other cells are empty.
    /// </param>
    internal BulkHeader(IReadOnlyList<string> names, bool isOfFile = true)
    {
        _isOfFile = isOfFile;
        Names = names;
        _columns = new short[names.Count];
        Array.Fill(_ordinals, (short)Unknown);
        var index = new Dictionary<string, int>(names.Count, StringComparer.Ordinal);
        for (var i = 0; i < names.Count; i++)
        {
            // The first of two columns with the same name counts, the second is kept like an unknown one.
            var column = BulkColumns.Find(names[i]);
            var isFirst = index.TryAdd(names[i], i);
            _columns[i] = (short)(column >= 0 && isFirst ? column : Unknown);
            if (_columns[i] >= 0)
            {
                _ordinals[column] = (short)i;
            }
        }

        _index = index;
        var unknown = new List<string>();
        for (var i = 0; i < names.Count; i++)
        {
            if (_columns[i] == Unknown)
            {
                unknown.Add(names[i]);
            }
        }

        UnknownNames = unknown;
    }

    /// <summary>The names in the order of the file.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Names of the columns that this version does not know, and of those that stand in the file a second time.</summary>
    public IReadOnlyList<string> UnknownNames { get; }

    /// <summary>Place of a column in the file, from 0; -1 if the file has none of this name. The first of two with one name is meant.</summary>
    public int IndexOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _index.GetValueOrDefault(name, Unknown);
    }

    /// <summary>Number of the column at a place in the file, or <see cref="Unknown"/>.</summary>
    internal int this[int ordinal]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (uint)ordinal < (uint)_columns.Length ? _columns[ordinal] : Unknown;
    }

    /// <summary>Place in the file of a column of the format, or <see cref="Unknown"/>.</summary>
    internal int OrdinalOf(int column) => _ordinals[column];

    /// <summary>Whether a setting without a cell is one that is empty, rather than one that nobody spoke of.</summary>
    internal bool Covers(int column) => _ordinals[column] >= 0 || !_isOfFile;

    internal bool Has(int column) => _ordinals[column] >= 0;

    internal int Ask(string name)
    {
        ref var asked = ref _asked[name.Length == 0 ? 0 : (name.Length + (name[0] * 7) + name[^1]) & (Asked - 1)];
        if (!ReferenceEquals(asked.Name, name))
        {
            asked = (name, IndexOf(name));
        }

        return asked.Ordinal;
    }
}
