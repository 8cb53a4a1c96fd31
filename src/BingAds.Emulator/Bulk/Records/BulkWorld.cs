using BingAds.Bulk;
using BingAds.Contract;
using BingAds.Emulator.Api;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>The entities of the services as rows.</summary>
internal sealed class BulkWorld : IBulkWorld
{
    private const int UnknownTypeForRow = 4203;

    private readonly IReadOnlyList<RecordKind> _kinds = RecordKinds.InOrder();
    private readonly Dictionary<string, RecordKind> _byType;

    public BulkWorld() => _byType = _kinds.SelectMany(static kind => kind.Types.Select(type => (Type: type, Kind: kind))).ToDictionary(static p => p.Type, static p => p.Kind, StringComparer.Ordinal);

    public IEnumerable<BulkEntity> Read(StoreSession session, BulkReadScope scope)
    {
        var view = new DownloadView(session, scope);
        return _kinds.SelectMany(kind => kind.Read(view));
    }

    public IReadOnlyList<string> UnknownColumns(StoreSession session, BulkReadScope scope) => [];

    public BulkApplied Apply(StoreSession session, BulkUploadContext context, UploadedRow uploaded)
    {
        var turn = context.Turn(session);
        turn.Errors.Clear();
        BulkEntity? record = null;
        if (_byType.TryGetValue(uploaded.RecordType, out var kind))
            record = Apply(kind, turn, uploaded);
        else
            turn.Errors.Fail(UnknownTypeForRow);
        return turn.Errors.Ok ? BulkApplied.Done(record) : BulkApplied.Failed(turn.Errors.List.ConvertAll(static e => Show(e!)));
    }

    private static BulkEntity? Apply(RecordKind kind, UploadTurn turn, UploadedRow row)
    {
        try
        {
            return kind.Apply(turn, row);
        }
        catch (ApiFaultException refused)
        {
            // What refuses a whole call of the services refuses one row here.
            foreach (var code in refused.Codes)
            {
                turn.Errors.Fail(code);
            }

            return null;
        }
    }

    private static BulkError Show(BatchError error) => new()
    {
        Error = error.ErrorCode ?? ErrorTexts.Name(error.Code!.Value, ServiceName.Bulk),
        Number = error.Code,
        FieldPath = error.FieldPath,
    };
}
