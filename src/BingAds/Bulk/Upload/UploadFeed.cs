namespace BingAds.Bulk.Upload;

/// <summary>
/// Stands between the source and the parts: holds the next input with its rows made, real ids in place of reference keys that earlier parts have introduced,
/// and the mark by which its result is found.
/// </summary>
internal sealed class UploadFeed(IUploadSource source, ReferenceBook book, Func<int, UploadPart> parts, IEnumerable<string> columns)
{
    private readonly RowReferences _references = new();
    private readonly RowReferences _again = new();
    private readonly List<string> _columns = [.. columns.Distinct(StringComparer.Ordinal)];
    private readonly List<BulkUploadItem> _unsendable = [];
    private UploadInput? _next;
    private string? _clientId;
    private bool _isFresh;

    public bool KeepsInputs => source.KeepsInputs;

    /// <summary>Rows of the next input.</summary>
    public BulkRowBatch Rows { get; } = new();

    /// <summary>Rows of the group that the next input begins; 0 if it begins none.</summary>
    public long GroupRows => _next?.GroupRows ?? 0;

    /// <summary>The part for which the next input has to wait; null if it may go at once.</summary>
    public UploadPart? WaitsFor { get; private set; }

    /// <summary>The columns of a part's header after the known ones: those seen so far, and those of its first input.</summary>
    public IReadOnlyList<string> ColumnsOf(UploadPart part)
    {
        if (part.RowCount == 0)
        {
            for (var i = 0; i < Rows.Count; i++)
            {
                _columns.AddRange(Rows[i].UnknownCells.Select(static c => c.Key).Where(n => n.Length > 0 && !_columns.Contains(n)).Distinct(StringComparer.Ordinal));
            }
        }

        return _columns;
    }

    /// <summary>Makes the next input ready for a part; false at the end, or where it has to wait for an earlier part.</summary>
    public async ValueTask<bool> PeekAsync(UploadPart part, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_next is null)
            {
                _next = await source.NextAsync(cancellationToken).ConfigureAwait(false);
                _isFresh = true;
                if (_next is null)
                {
                    return false;
                }
            }

            if (TryMake(_next.Value, part))
            {
                return WaitsFor is null;
            }

            _next = null;
        }
    }

    /// <summary>The next input goes into a part.</summary>
    public void Take(UploadPart part)
    {
        var (index, entity, _) = _next!.Value;
        book.Add(entity.RecordType, _references, part.Number, index);
        part.Add(new UploadEntry(index, KeepsInputs ? entity : null, entity.RecordType, _clientId, _references.Key, Rows.Count));
        _next = null;
    }

    /// <summary>The next input, which will not be sent; null if there is none.</summary>
    public UploadInput? Drop()
    {
        var dropped = _next;
        _next = null;
        return dropped;
    }

    /// <summary>Inputs that cannot be sent, since what they need was not made; each is given once.</summary>
    public List<BulkUploadItem> TakeUnsendable()
    {
        List<BulkUploadItem> taken = [.. _unsendable];
        _unsendable.Clear();
        return taken;
    }

    /// <summary>Makes the rows of an input once more, as they were.</summary>
    public void Make(in UploadEntry entry, UploadPart part, BulkRowBatch rows)
    {
        rows.Clear();
        entry.Entity!.WriteTo(rows, excludeReadOnly: true);
        _again.Read(entry.RecordType, rows);
        foreach (var reference in _again.Keys)
        {
            // An earlier part's ids cannot have changed since; this part's own come later.
            if (book.Find(reference) is { Id: > 0 } known && known.Part != part.Number)
            {
                RowReferences.Replace(rows, reference, known.Id);
            }
        }

        Mark(rows, entry.Index);
    }

    // False: it cannot be sent at all.
    private bool TryMake(UploadInput input, UploadPart part)
    {
        WaitsFor = null;
        Rows.Clear();
        input.Entity.WriteTo(Rows, excludeReadOnly: true);
        if (_isFresh)
        {
            _references.Read(input.Entity.RecordType, Rows);
            _isFresh = false;
        }

        if (book.LastPartOf(_references.Needed) is { } introducing && introducing != part.Number && parts(introducing) is { IsDone: false } open)
        {
            WaitsFor = open;
            return true;
        }

        foreach (var reference in _references.Keys)
        {
            if (book.Find(reference) is not { } definition || definition.Part == part.Number)
            {
                continue;
            }

            if (!parts(definition.Part).IsDone)
            {
                WaitsFor = parts(definition.Part);
                return true;
            }

            if (definition.Id <= 0)
            {
                _unsendable.Add(new BulkUploadItem(input.Index, input.Entity.RecordType, BulkUploadOutcome.Failed)
                {
                    Input = KeepsInputs ? input.Entity : null,
                    ClientId = Mark(Rows, input.Index),
                    Reason = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Not sent: input {definition.Index}, which it names by the key {reference.Key}, has no id."),
                });
                return false;
            }

            RowReferences.Replace(Rows, reference, definition.Id);
        }

        _clientId = Mark(Rows, input.Index);
        return true;
    }

    private static string? Mark(BulkRowBatch rows, long index)
    {
        string? own = null;
        for (var i = 0; i < rows.Count; i++)
        {
            own = ClientIdMark.Put(rows[i], index) ?? own;
        }

        return own;
    }
}
