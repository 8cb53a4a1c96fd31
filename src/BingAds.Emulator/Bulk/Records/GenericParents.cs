using BingAds.Bulk;
using BingAds.Emulator.Families;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>What records that no service models hang on.</summary>
internal static class GenericParents
{
    private const int InvalidAccountId = 1102;
    private const int InvalidKeywordId = 1501;

    /// <summary>Id of the parent that a row names; fails when there is none.</summary>
    public static long? Find(UploadTurn turn, UploadedRow row, RecordSpec spec) => spec.Level switch
    {
        RecordLevel.Account => OfAccount(turn, row, spec),
        RecordLevel.Campaign => turn.CampaignOf(row)?.Id,
        RecordLevel.AdGroup => turn.AdGroupOf(row)?.Id,
        RecordLevel.Keyword => Other(turn, row, FamilyNames.Keyword, FamilyNames.Keyword, null, InvalidKeywordId),
        _ => OfRecord(turn, row, RecordTypes.Get(spec.ParentType!)),
    };

    /// <summary>Puts the names of the parents into a record that has columns for them.</summary>
    public static void ShowNames(BulkParents parents, RecordSpec spec, long parent, UnknownBulkEntity record)
    {
        if (!spec.HasCampaignName || spec.Level is RecordLevel.Account or RecordLevel.Keyword || spec.ParentType == "Feed")
            return;
        var group = spec.Level == RecordLevel.AdGroup ? parents.AdGroup(parent) : null;
        var campaign = spec.Level switch
        {
            RecordLevel.Campaign => parent,
            RecordLevel.AdGroup => group?.Row.Parent,
            _ => parents.Other(RecordFamilies.ParentOf(spec), parent)?.Row.Parent,
        };
        if (campaign is { } id)
            RawRecord.Set(record, "Campaign", parents.Campaign(id)?.Name);
        if (spec.HasAdGroupName)
            RawRecord.Set(record, "Ad Group", group?.Name);
    }

    // Audiences may belong to the customer, whose id then stands there. It makes no difference here.
    private static long? OfAccount(UploadTurn turn, UploadedRow row, RecordSpec spec)
    {
        var parent = spec.HasParentId ? turn.Number(row, RecordColumns.ParentId, InvalidAccountId) : null;
        turn.Errors.Require(parent is null || parent == turn.Account || parent == turn.Customer, InvalidAccountId);
        return turn.Errors.Ok ? turn.Account : null;
    }

    private static long? OfRecord(UploadTurn turn, UploadedRow row, RecordSpec parent)
        => Other(turn, row, RecordFamilies.Of(parent.Level), parent.KeyKind, parent.Type, parent.UnknownId);

    private static long? Other(UploadTurn turn, UploadedRow row, string family, string keyKind, string? type, int code)
    {
        var id = turn.Number(row, RecordColumns.ParentId, code);
        if (id is { } given)
            id = turn.Resolve(keyKind, given);
        if (id is { } known && turn.Parents.Other(family, known) is { IsAlive: true } parent && (type is null || parent.Row.Kind == type))
            return known;
        turn.Errors.Fail(code);
        return null;
    }
}
