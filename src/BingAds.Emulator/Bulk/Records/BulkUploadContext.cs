using BingAds.Emulator.Store;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>One upload while it is applied: in whose name, and which real ids its reference keys stand for. The keys are stored, so that work can go on in another process.</summary>
internal sealed class BulkUploadContext
{
    private readonly Dictionary<(string Kind, long Key), long?> _known = [];
    private UploadTurn? _turn;

    /// <summary>Id of the job; null for an upload within one call, whose keys need not be stored.</summary>
    public string? Job { get; init; }

    public required long Account { get; init; }

    public required long Customer { get; init; }

    /// <summary>The user who uploads.</summary>
    public required long Person { get; init; }

    /// <summary>What may be remembered within this turn at the store, and no longer: between two turns others may change anything.</summary>
    public UploadTurn Turn(StoreSession session) => _turn?.Number == session.Turn ? _turn : _turn = new UploadTurn(session, this);

    /// <summary>Forgets what is remembered of the store, after something in it was undone that was not meant to be.</summary>
    public void Forget()
    {
        _turn = null;
        if (Job is not null)
            _known.Clear();
    }

    /// <summary>From now on a reference key (a negative id) of that kind of entity stands for that id.</summary>
    public void Remember(StoreSession session, string kind, long key, long id)
    {
        _known[(kind, key)] = id;
        if (Job is not null)
            session.Jobs.SetKey(Job, kind, key, id);
    }

    /// <summary>The id that a reference key stands for, or null.</summary>
    public long? Resolve(StoreSession session, string kind, long key)
    {
        if (_known.TryGetValue((kind, key), out var id))
            return id;
        return Job is null ? null : _known[(kind, key)] = session.Jobs.FindKey(Job, kind, key);
    }
}
