namespace BingAds.Bulk;

/// <summary>The columns of one file: which of them this version knows, and the names of the others.</summary>
internal sealed class BulkHeader
{
    public const int Unknown = -1;

    private readonly int[] _columns;
    private readonly bool[] _known = new bool[BulkColumns.Count];

    public BulkHeader(IReadOnlyList<string> names)
    {
        Names = names;
        _columns = new int[names.Count];
        for (var i = 0; i < names.Count; i++)
        {
            // The first of two columns with the same name counts, the second is kept like an unknown one.
            var column = BulkColumns.Find(names[i]);
            _columns[i] = column >= 0 && !_known[column] ? column : Unknown;
            if (_columns[i] >= 0)
            {
                _known[column] = true;
            }
        }
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary>Names of the columns that this version does not know.</summary>
    public IReadOnlyList<string> UnknownNames => [.. Names.Where((_, i) => _columns[i] == Unknown)];

    /// <summary>Number of the column at a place in the file, or <see cref="Unknown"/>.</summary>
    public int this[int index] => index < _columns.Length ? _columns[index] : Unknown;

    public bool Has(int column) => _known[column];
}
