using BingAds.Errors;

namespace BingAds.Bulk;

/// <summary>What one or more rows of a bulk file stand for.</summary>
public abstract class BulkEntity
{
    // The columns of the file, or the notes, which then have them: one reference for both.
    private object? _state;

    // Not a nullable: eight bytes less in each of millions of rows.
    private DateTime _modified;

    private protected BulkEntity()
    {
    }

    /// <summary>Text of the <c>Type</c> column.</summary>
    public abstract string RecordType { get; }

    /// <summary>Line of the file on which the record starts, from 1; 0 for an entity that was not read.</summary>
    public int Line { get; internal set; }

    /// <summary>When the record was last changed; set by the service.</summary>
    public virtual DateTime? LastModifiedTime
    {
        get => _modified == default ? null : _modified;
        internal set => _modified = value.GetValueOrDefault();
    }

    /// <summary>What the service says is wrong with the record: the error rows after it.</summary>
    public IReadOnlyList<BulkError> Errors => NotesOrNull?.Errors ?? (IReadOnlyList<BulkError>)[];

    /// <summary>Whether the service says that something is wrong.</summary>
    public virtual bool HasErrors => NotesOrNull is { Errors.Count: > 0 };

    /// <summary>Cells of the row that could not be read; all others were.</summary>
    public IReadOnlyList<BulkCellError> CellErrors => NotesOrNull?.CellErrors ?? (IReadOnlyList<BulkCellError>)[];

    /// <summary>Columns that this version does not know, or that the record should not have, in the file's order. They are written back.</summary>
    public IList<KeyValuePair<string, string>> UnknownColumns => Notes.UnknownColumns ??= [];

    internal bool HasUnknownColumns => NotesOrNull is { UnknownColumns.Count: > 0 };

    /// <summary>Whether a cell of the row could not be read.</summary>
    internal bool HasCellErrors => NotesOrNull is { CellErrors.Count: > 0 };

    /// <summary>The columns of the file that the entity was read from: a writer takes over those that this version does not know.</summary>
    internal BulkHeader? Source
    {
        get => _state as BulkHeader ?? NotesOrNull?.Source;
        set
        {
            if (NotesOrNull is { } notes)
            {
                notes.Source = value;
            }
            else
            {
                _state = value;
            }
        }
    }

    private BulkEntityNotes? NotesOrNull => _state as BulkEntityNotes;

    private protected QualityScoreData? QualityScoreDataOrNull
    {
        get => NotesOrNull?.QualityScore;
        set
        {
            if (value is not null || NotesOrNull is not null)
            {
                Notes.QualityScore = value;
            }
        }
    }

    private protected BidSuggestionData? BidSuggestionsOrNull
    {
        get => NotesOrNull?.BidSuggestions;
        set
        {
            if (value is not null || NotesOrNull is not null)
            {
                Notes.BidSuggestions = value;
            }
        }
    }

    private protected PerformanceData? PerformanceDataOrNull
    {
        get => NotesOrNull?.Performance;
        set
        {
            if (value is not null || NotesOrNull is not null)
            {
                Notes.Performance = value;
            }
        }
    }

    private BulkEntityNotes Notes
    {
        get
        {
            if (NotesOrNull is { } there)
            {
                return there;
            }

            var notes = new BulkEntityNotes { Source = _state as BulkHeader };
            _state = notes;
            return notes;
        }
    }

    /// <summary>Columns that decide how others are read.</summary>
    internal virtual ReadOnlySpan<ushort> FirstColumns => [];

    /// <summary>The property that must be set before writing and is not.</summary>
    internal virtual string? MissingOnWrite => null;

    internal void AddError(BulkError error) => (Notes.Errors ??= []).Add(error);

    internal void AddCellError(BulkCellError error) => (Notes.CellErrors ??= []).Add(error);

    /// <summary>Makes the objects that cells are read into.</summary>
    internal virtual void Create()
    {
    }

    /// <summary>Sets what empty cells mean; the first columns are read already.</summary>
    internal virtual void BeginRead(scoped in BulkRow row)
    {
    }

    /// <summary>Reads a cell that is not empty; false if the record has no such column.</summary>
    internal virtual bool ReadCell(int column, scoped in BulkCell cell) => false;

    /// <summary>Closes what several cells make together.</summary>
    internal virtual void EndRead()
    {
    }

    /// <summary>Makes what stands for an empty cell, where no cell made it.</summary>
    internal virtual void ReadEmpty(scoped in BulkRow row)
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

        var row = sink.Begin();
        try
        {
            WriteCells(row, excludeReadOnly);
        }
        catch (FormatException error)
        {
            throw new EntityWriteException($"{GetType().Name}: column '{row.CurrentColumn}' cannot be written: {error.Message}", error) { Column = row.CurrentColumn };
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
        if (!excludeReadOnly && NotesOrNull?.Errors is { } errors)
        {
            foreach (var error in errors)
            {
                BulkErrorRow.Write(sink.Begin(), error);
                sink.End();
            }
        }
    }
}
