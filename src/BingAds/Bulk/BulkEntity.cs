using BingAds.Errors;

namespace BingAds.Bulk;

/// <summary>What one or more rows of a bulk file stand for.</summary>
public abstract class BulkEntity
{
    private List<BulkError>? _errors;
    private List<BulkCellError>? _cellErrors;
    private List<KeyValuePair<string, string>>? _unknownColumns;

    private protected BulkEntity()
    {
    }

    /// <summary>Text of the <c>Type</c> column.</summary>
    public abstract string RecordType { get; }

    /// <summary>Line of the file on which the record starts, from 1; 0 for an entity that was not read.</summary>
    public int Line { get; internal set; }

    /// <summary>When the record was last changed; set by the service.</summary>
    public virtual DateTime? LastModifiedTime { get; internal set; }

    /// <summary>What the service says is wrong with the record: the error rows after it.</summary>
    public IReadOnlyList<BulkError> Errors => _errors ?? (IReadOnlyList<BulkError>)[];

    /// <summary>Whether the service says that something is wrong.</summary>
    public virtual bool HasErrors => _errors is { Count: > 0 };

    /// <summary>Cells of the row that could not be read; all others were.</summary>
    public IReadOnlyList<BulkCellError> CellErrors => _cellErrors ?? (IReadOnlyList<BulkCellError>)[];

    /// <summary>Columns that this version does not know, or that the record should not have, in the file's order. They are written back.</summary>
    public IList<KeyValuePair<string, string>> UnknownColumns => _unknownColumns ??= [];

    internal bool HasUnknownColumns => _unknownColumns is { Count: > 0 };

    /// <summary>Columns that decide how others are read.</summary>
    internal virtual ReadOnlySpan<ushort> FirstColumns => [];

    /// <summary>The property that must be set before writing and is not.</summary>
    internal virtual string? MissingOnWrite => null;

    internal void AddError(BulkError error) => (_errors ??= []).Add(error);

    internal void AddCellError(BulkCellError error) => (_cellErrors ??= []).Add(error);

    /// <summary>Makes the objects that cells are read into.</summary>
    internal virtual void Create()
    {
    }

    /// <summary>Sets what empty cells mean; the first columns are read already.</summary>
    internal virtual void BeginRead(scoped in BulkRow row)
    {
    }

    /// <summary>Reads a cell that is not empty; false if the record has no such column.</summary>
    internal virtual bool ReadCell(int column, scoped BulkCell cell) => false;

    /// <summary>Closes what several cells make together.</summary>
    internal virtual void EndRead()
    {
    }

    internal virtual void WriteCells(BulkRowWriter row, bool excludeReadOnly)
    {
    }

    /// <summary>Writes all rows of the entity.</summary>
    internal virtual void WriteTo(IBulkRowSink sink, bool excludeReadOnly)
    {
        if (MissingOnWrite is { } missing)
        {
            throw new EntityWriteException($"{GetType().Name}.{missing} must be set before the entity is written.");
        }

        try
        {
            WriteCells(sink.Begin(), excludeReadOnly);
        }
        catch (FormatException error)
        {
            throw new EntityWriteException($"{GetType().Name} cannot be written: {error.Message}", error);
        }

        sink.End();
        if (!excludeReadOnly && this is BulkKeyword { BidSuggestions: { } suggestions })
        {
            BulkBidRow.Write(sink, suggestions);
        }

        WriteErrors(sink, excludeReadOnly);
    }

    private protected void WriteErrors(IBulkRowSink sink, bool excludeReadOnly)
    {
        if (!excludeReadOnly && _errors is not null)
        {
            foreach (var error in _errors)
            {
                BulkErrorRow.Write(sink.Begin(), error);
                sink.End();
            }
        }
    }
}
