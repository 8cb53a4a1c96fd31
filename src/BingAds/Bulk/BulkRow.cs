using BingAds.Files;

namespace BingAds.Bulk;

/// <summary>One row of a bulk file as it stands there. Nothing is made of its cells until someone asks; it is good until the next row is read.</summary>
public readonly ref struct BulkRow
{
    private readonly DelimitedReader _reader;
    private readonly StringCache? _texts;

    internal BulkRow(DelimitedReader reader, BulkHeader header, StringCache? texts, int? line = null)
    {
        _reader = reader;
        _texts = texts;
        Header = header;
        Line = line ?? (int)reader.LineNumber;
    }

    /// <summary>The columns of the file.</summary>
    public BulkHeader Header { get; }

    /// <summary>Line of the file on which the row starts, from 1.</summary>
    public int Line { get; }

    /// <summary>The row as it stands in the file, quotes included, without its line end.</summary>
    public ReadOnlySpan<byte> Text => _reader.RowText;

    /// <summary>Text of the column <c>Type</c>, which tells what kind of record it is.</summary>
    public ReadOnlySpan<byte> RecordType => Find(BulkColumns.Type).Utf8;

    /// <summary>The cells that hold something, in the file's order: passing over the empty ones costs nothing.</summary>
    public BulkFilledCells FilledCells => new(_reader.FilledCells, _texts);

    /// <summary>The cell of a column; empty where the file has no such column.</summary>
    public BulkCell this[string column]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(column);
            return this[Header.Ask(column)];
        }
    }

    /// <summary>The cell at a place in the row, from 0; empty where the row ends before it, or for -1, which <see cref="BulkHeader.IndexOf"/> gives for no column.</summary>
    public BulkCell this[int ordinal] => ordinal < 0 ? default : new(_reader[ordinal], _texts);

    internal StringCache? Texts => _texts;

    internal FilledCells Filled => _reader.FilledCells;

    /// <summary>Whether the file has the column at all.</summary>
    internal bool Has(int column) => Header.Has(column);

    /// <summary>What an empty text is: "" where the file has the column, null where it does not speak of it.</summary>
    internal string? EmptyText(int column) => Header.Has(column) ? "" : null;

    /// <summary>What an empty text is that can be removed by an update; see <see cref="BulkHeader.Covers"/>.</summary>
    internal string? ClearedText(int column) => Header.Covers(column) ? "" : null;

    /// <summary>Whether an empty cell of the column is a setting that is removed.</summary>
    internal bool Covers(int column) => Header.Covers(column);

    /// <summary>The cell of a column of the format; empty when there is none.</summary>
    internal BulkCell Find(int column) => this[Header.OrdinalOf(column)];

    /// <summary>Notes an error when a column that must not be empty is.</summary>
    internal void Require(BulkEntity entity, int column)
    {
        if (Header.Has(column) && Find(column).IsEmpty)
        {
            entity.AddCellError(new BulkCellError(Line, BulkColumns.NameOf(column), "", "The cell must not be empty."));
        }
    }
}
