using System.Text;
using BingAds.Bulk;
using BingAds.Emulator.Families;
using BingAds.Emulator.Handlers.CampaignManagement;
using BingAds.Emulator.Rules;
using BingAds.Emulator.Store;
using BingAds.V13.Bulk;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>Campaign rows.</summary>
internal sealed class CampaignRecords() : EntityRecords<Campaign>(CampaignFamilies.Campaigns)
{
    public override IEnumerable<string> Types => ["Campaign"];

    public override IEnumerable<BulkEntity> Read(DownloadView view)
    {
        if (!view.Wants(DownloadEntity.Campaigns))
            yield break;
        foreach (var row in view.Campaigns())
        {
            var record = (BulkCampaign)Show(view, row);
            if (row.Deleted)
                record.Campaign!.Status = CampaignStatus.Deleted;
            if (view.HasQualityScores)
                record.QualityScoreData = Scores.Of(row.Id);
            yield return record;
        }
    }

    protected override EntityRules<Campaign>? RulesOf(UploadTurn turn, UploadedRow row) => turn.IsOfAccount(row) ? turn.Campaigns : null;

    protected override SingleRecordBulkEntity Bind(UploadTurn turn, UploadedRow row, Campaign? stored)
    {
        var record = new BulkCampaign { Campaign = new Campaign() };
        var campaign = record.Campaign;
        var type = row.Text(RecordColumns.CampaignType) ?? (stored is null ? "Search" : CampaignRules.TypeOf(stored));
        RowBinding.Read(record, RecordColumns.CampaignType, Encoding.UTF8.GetBytes(type), turn.Errors);
        CampaignParts.Restore(campaign.Settings, stored?.Settings);
        BindStrategy(turn, row, record, stored);
        RowBinding.Read(row, record, turn.Errors, RecordColumns.CampaignType, RecordColumns.BidStrategyType);

        // The SDK drops a budget that comes without its type; here it changes the amount only.
        if (row.Find(RecordColumns.Budget) is { IsEmpty: false } budget)
            RowBinding.Read(record, RecordColumns.Budget, budget, turn.Errors);
        if (CampaignParts.IsOfFilesOnly(campaign.BiddingScheme))
            campaign.BiddingScheme = null;
        CampaignParts.TidyBids(campaign.BiddingScheme);
        campaign.Settings = CampaignParts.WithoutEmpty(campaign.Settings);
        campaign.IsPolitical = row.Find(RecordColumns.IsPolitical).IsEmpty ? null : record.IsPolitical;
        BindBudget(turn, row, campaign);
        if (campaign.BidStrategyId < 0)
            campaign.BidStrategyId = turn.Resolve("Bid Strategy", campaign.BidStrategyId.Value);
        if (RowBinding.IsDelete(row.Find(RecordColumns.Status)))
            campaign.Status = CampaignStatus.Paused;
        if (RowBinding.IsDelete(row.Find(RecordColumns.EndDate)))
            campaign.EndDate = new DateTime(CampaignParts.EndlessYear, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        return record;
    }

    protected override Campaign ItemOf(SingleRecordBulkEntity record) => ((BulkCampaign)record).Campaign!;

    protected override void Applied(UploadTurn turn, UploadedRow row, Campaign item) => CampaignFileCells.Save(turn, row, item.Id!.Value);

    protected override SingleRecordBulkEntity Show(BulkParents parents, long parent, Campaign item)
    {
        var record = new BulkCampaign { AccountId = parent, Campaign = item, IsPolitical = item.IsPolitical == true };
        CampaignParts.TidyBids(item.BiddingScheme);
        item.Settings = CampaignParts.WithoutEmpty(item.Settings);
        if (item.BudgetId is { } id && parents.Session.Entities.FindAny(FamilyNames.Budget, id) is { } row)
        {
            var budget = CampaignFamilies.Budgets.Read(row);
            record.BudgetName = budget.Name;
            item.BudgetType = budget.BudgetType;
            item.DailyBudget = (double?)budget.Amount;
        }

        CampaignFileCells.Fill(parents.Session, record);
        return record;
    }

    /// <summary>A row may give some members of the strategy that is there, or another strategy.</summary>
    private static void BindStrategy(UploadTurn turn, UploadedRow row, BulkCampaign record, Campaign? stored)
    {
        var cell = row.Find(RecordColumns.BidStrategyType);
        if (!cell.IsEmpty)
            RowBinding.Read(record, RecordColumns.BidStrategyType, cell, turn.Errors);
        if (stored?.BiddingScheme is { } before && (record.Campaign!.BiddingScheme is null || record.Campaign.BiddingScheme.GetType() == before.GetType()))
            record.Campaign.BiddingScheme = before;
    }

    private static void BindBudget(UploadTurn turn, UploadedRow row, Campaign campaign)
    {
        if (RowBinding.IsDelete(row.Find(RecordColumns.BudgetId)))
            campaign.BudgetId = 0;
        else if (campaign.BudgetId < 0)
            campaign.BudgetId = turn.Resolve(FamilyNames.Budget, campaign.BudgetId.Value) ?? campaign.BudgetId;
        else if (campaign.BudgetId is null && row.Text(RecordColumns.BudgetName) is { } name)
            campaign.BudgetId = turn.Session.Entities.FindByName(FamilyNames.Budget, turn.Account, TextRules.FoldCase(name)!) ?? -1;
    }
}
