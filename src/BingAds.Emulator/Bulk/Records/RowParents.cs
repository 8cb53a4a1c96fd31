using BingAds.Emulator.Families;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>
/// Finds what a row hangs on: by its Parent Id, which may be a reference key, or by the names in the columns Campaign and Ad Group. When both are given the id
/// counts, except for deletions, where the name does.
/// </summary>
internal static class RowParents
{
    private const int InvalidAccountId = 1102;

    public static bool IsDeletion(this UploadedRow row) => row.Find(RecordColumns.Status).SequenceEqual("Deleted"u8);

    /// <summary>Checks that the row's parent, if it names one, is the account.</summary>
    public static bool IsOfAccount(this UploadTurn turn, UploadedRow row)
    {
        if (turn.Number(row, RecordColumns.ParentId, InvalidAccountId) is { } parent && parent != turn.Account)
            turn.Errors.Fail(InvalidAccountId);
        return turn.Errors.Ok;
    }

    /// <summary>The living campaign that a row hangs on; fails when there is none.</summary>
    public static BulkParent? CampaignOf(this UploadTurn turn, UploadedRow row)
    {
        var code = CampaignFamilies.Campaigns.Codes.UnknownId;
        var id = turn.Number(row, RecordColumns.ParentId, code);
        var name = row.Text(RecordColumns.Campaign);
        if (!turn.Errors.Ok)
            return null;
        var found = name is not null && (id is null || row.IsDeletion())
            ? turn.Parents.CampaignByName(name)
            : Resolve(turn, FamilyNames.Campaign, id);
        return Alive(turn, found is { } known ? turn.Parents.Campaign(known) : null, code);
    }

    /// <summary>The living ad group that a row hangs on; fails when there is none.</summary>
    public static BulkParent? AdGroupOf(this UploadTurn turn, UploadedRow row)
    {
        var code = CampaignFamilies.AdGroups.Codes.UnknownId;
        var id = turn.Number(row, RecordColumns.ParentId, code);
        var campaign = row.Text(RecordColumns.Campaign);
        var name = row.Text(RecordColumns.AdGroup);
        if (!turn.Errors.Ok)
            return null;
        var found = name is not null && campaign is not null && (id is null || row.IsDeletion())
            ? turn.Parents.CampaignByName(campaign) is { } parent ? turn.Parents.AdGroupByName(parent, name) : null
            : Resolve(turn, FamilyNames.AdGroup, id);
        return Alive(turn, found is { } known ? turn.Parents.AdGroup(known) : null, code);
    }

    /// <summary>A number of the row; fails with the code when it is none.</summary>
    public static long? Number(this UploadTurn turn, UploadedRow row, int column, int code)
    {
        try
        {
            return row.Number(column);
        }
        catch (FormatException)
        {
            turn.Errors.Fail(code);
            return null;
        }
    }

    private static long? Resolve(UploadTurn turn, string family, long? id) => id is { } given ? turn.Resolve(family, given) : null;

    private static BulkParent? Alive(UploadTurn turn, BulkParent? parent, int code)
    {
        if (parent is { IsAlive: true })
            return parent;
        turn.Errors.Fail(code);
        return null;
    }
}
