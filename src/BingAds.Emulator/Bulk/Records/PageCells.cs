using BingAds.Bulk;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>Cells of page targets: their conditions are a list that only is one when all cells are read.</summary>
internal static class PageCells
{
    /// <summary>What the store calls criterions of pages.</summary>
    public const string Kind = "Webpage";

    /// <summary>Reads a row into an empty record, whose criterion is given; what is stored stays where no cell says otherwise.</summary>
    public static void Read(UploadTurn turn, UploadedRow row, SingleRecordBulkEntity record, Criterion? criterion, Criterion? stored)
    {
        var parameter = ((Webpage)criterion!).Parameter!;
        parameter.Conditions = [.. (stored as Webpage)?.Parameter?.Conditions?.Select(static c => (WebpageCondition)c.Clone()) ?? []];
        RowBinding.Read(row, record, turn.Errors);
        if (string.IsNullOrEmpty(parameter.CriterionName))
            parameter.CriterionName = null;
        if (parameter.Conditions is { Count: 0 })
            parameter.Conditions = null;
    }
}
