using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Experiments;

/// <summary>What an experiment must be, and what may still be changed.</summary>
internal static class ExperimentRules
{
    public const string Active = "Active";
    public const string Ended = "Ended";
    public const string Graduated = "Graduated";

    private const int MaxName = 128;
    private const int NameOfBase = 6104;
    private const int StartAfterEnd = 6105;
    private const int StartHasPassed = 6106;
    private const int EndHasPassed = 6107;
    private const int SplitInvalid = 6108;
    private const int NameEmpty = 6109;
    private const int Overlaps = 6113;
    private const int StatusInvalid = 6118;
    private const int BaseIsExperiment = 6119;
    private const int StartFixed = 6120;
    private const int EndInvalid = 6121;
    private const int StartInvalid = 6122;
    private const int BaseInvalid = 6123;
    private const int NameTaken = 6124;
    private const int NameTooLong = 6127;
    private const int NameInvalid = 6128;
    private const int BaseFixed = 6130;
    private const int SplitFixed = 6131;
    private const int IsOver = 6132;
    private const int TypeInvalid = 6136;
    private const int TypeFixed = 6137;

    private static readonly string[] s_statuses = [Active, "Paused", Ended, Graduated];
    private static readonly string[] s_types = ["TrafficBased", "CookieBased", "Custom"];

    /// <summary>Checks a new one; gives the campaign that it tries a change of.</summary>
    public static Campaign? PrepareNew(CallContext call, Experiment item, ItemErrors errors)
    {
        item.ExperimentCampaignId = null;
        item.ExperimentType ??= s_types[0];
        var row = CampaignFamilies.Campaigns.FindOwn(call, item.BaseCampaignId);
        var campaign = row is null ? null : CampaignFamilies.Campaigns.Read(row);
        errors.Require(campaign is not null, BaseInvalid, nameof(item.BaseCampaignId));
        errors.Require(campaign?.ExperimentId is null, BaseIsExperiment, nameof(item.BaseCampaignId));
        CheckName(call, item, campaign, errors);
        CheckWords(item, errors);
        errors.Require(item.TrafficSplitPercent is >= 1 and <= 99, SplitInvalid, nameof(item.TrafficSplitPercent));
        if (TimeRules.AsDay(item.StartDate) is not { } start)
            errors.Fail(StartInvalid, nameof(item.StartDate));
        else
            errors.Require(start >= call.Today, StartHasPassed, nameof(item.StartDate));
        CheckDays(call, item, errors);
        return campaign;
    }

    public static void BeforeUpdate(CallContext call, Experiment before, Experiment given, ItemErrors errors)
    {
        given.ExperimentCampaignId = null;
        var isOver = Is(before, Ended) || Is(before, Graduated) || TimeRules.AsDay(before.EndDate) < call.Today;
        errors.Require(!isOver, IsOver);
        errors.Require(given.BaseCampaignId is null || given.BaseCampaignId == before.BaseCampaignId, BaseFixed, nameof(given.BaseCampaignId));
        errors.Require(given.TrafficSplitPercent is null || given.TrafficSplitPercent == before.TrafficSplitPercent, SplitFixed, nameof(given.TrafficSplitPercent));
        errors.Require(given.ExperimentType is null || given.ExperimentType == before.ExperimentType, TypeFixed, nameof(given.ExperimentType));
        errors.Require(given.Name is not "", NameEmpty, nameof(given.Name));
        if (given.StartDate is null || TimeRules.AsDay(given.StartDate) == TimeRules.AsDay(before.StartDate))
            return;
        errors.Require(TimeRules.AsDay(before.StartDate) > call.Today, StartFixed, nameof(given.StartDate));
        errors.Require(TimeRules.AsDay(given.StartDate) is not { } start || start >= call.Today, StartHasPassed, nameof(given.StartDate));
    }

    public static void CheckUpdate(CallContext call, EntityChange<Experiment> change, ItemErrors errors)
    {
        var item = change.After;
        if (change.Given.Name is not null)
            CheckName(call, item, CampaignFamilies.Campaigns.FindOwn(call, item.BaseCampaignId) is { } row ? CampaignFamilies.Campaigns.Read(row) : null, errors);
        CheckWords(item, errors);
        errors.Require(TimeRules.AsDay(item.StartDate) is not null, StartInvalid, nameof(item.StartDate));
        CheckDays(call, item, errors);
    }

    /// <summary>Whether the experiment is in that state, in any letter case.</summary>
    public static bool Is(Experiment experiment, string status) => string.Equals(experiment.ExperimentStatus, status, StringComparison.OrdinalIgnoreCase);

    private static void CheckName(CallContext call, Experiment item, Campaign? campaign, ItemErrors errors)
    {
        if (string.IsNullOrWhiteSpace(item.Name))
        {
            errors.Fail(NameEmpty, nameof(item.Name));
            return;
        }

        errors.Require(item.Name.Length <= MaxName, NameTooLong, nameof(item.Name));
        errors.Require(!TextRules.HasControl(item.Name), NameInvalid, nameof(item.Name));
        var folded = TextRules.FoldCase(item.Name)!;

        // The copy of the campaign has the experiment's name, so that name must be free among campaigns too.
        var taken = call.Session.Entities.FindByName(FamilyNames.Campaign, call.Account.Id, folded);
        if (campaign is not null && folded == TextRules.FoldCase(campaign.Name))
            errors.Fail(NameOfBase, nameof(item.Name));
        else
            errors.Require(taken is null || taken == item.ExperimentCampaignId, NameTaken, nameof(item.Name));
    }

    private static void CheckWords(Experiment item, ItemErrors errors)
    {
        errors.Require(s_statuses.Contains(item.ExperimentStatus, StringComparer.OrdinalIgnoreCase), StatusInvalid, nameof(item.ExperimentStatus));
        errors.Require(s_types.Contains(item.ExperimentType, StringComparer.OrdinalIgnoreCase), TypeInvalid, nameof(item.ExperimentType));
        item.ExperimentArms?.RemoveAll(static arm => arm is null);
        foreach (var arm in item.ExperimentArms ?? [])
        {
            // These members can't be null on the wire.
            arm.IsControlArm ??= false;
            arm.TrafficSplit ??= 0;
        }
    }

    private static void CheckDays(CallContext call, Experiment item, ItemErrors errors)
    {
        var (start, end) = (TimeRules.AsDay(item.StartDate), TimeRules.AsDay(item.EndDate));
        if (item.EndDate is not null)
        {
            errors.Require(end is not null, EndInvalid, nameof(item.EndDate));
            errors.Require(end is null || end >= call.Today, EndHasPassed, nameof(item.EndDate));
            errors.Require(end is null || start is null || start <= end, StartAfterEnd, nameof(item.EndDate));
        }

        if (errors.Ok)
            errors.Require(!OthersOf(call, item).Any(other => Meet(other, start!.Value, end)), Overlaps);
    }

    /// <summary>Experiments with the same campaign that are not over.</summary>
    private static IEnumerable<Experiment> OthersOf(CallContext call, Experiment item)
        => BiddingFamilies.Experiments.Children(call, call.Account.Id)
            .Where(other => other!.BaseCampaignId == item.BaseCampaignId && other.Id != item.Id && !Is(other, Ended) && !Is(other, Graduated))
            .Select(static other => other!);

    private static bool Meet(Experiment other, DateOnly start, DateOnly? end)
        => (end is null || TimeRules.AsDay(other.StartDate) <= end) && (other.EndDate is null || TimeRules.AsDay(other.EndDate) >= start);
}
