using BingAds.Contract;
using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Conversions;

/// <summary>What became of uploaded conversions, day by day.</summary>
internal static class OfflineConversionReports
{
    private const int MaxGoals = 20;
    private const int TooManyGoals = 5318;
    private const int NoGoals = 5325;
    private const int TypeNotMatched = 5331;

    public static void Register(HandlerTable table)
    {
        table.Add<GetOfflineConversionReportsRequest, GetOfflineConversionReportsResponse>(OfAccount);
        table.Add<GetOfflineConversionReportByGoalIdsRequest, GetOfflineConversionReportByGoalIdsResponse>(OfGoals);
    }

    /// <summary>The part that counts, of 1; 0 when there is nothing.</summary>
    public static decimal RateOf(long successes, long unattributed)
        => successes + unattributed == 0 ? 0 : Math.Round((decimal)successes / (successes + unattributed), 4);

    private static GetOfflineConversionReportsResponse OfAccount(CallContext call, GetOfflineConversionReportsRequest request)
    {
        var isWithin = Span(request.StartDateUtc, request.EndDateUtc);
        var days = call.Session.Entities.Children(FamilyNames.ConversionUploads, call.Account.Id).Select(static r => WireJson.Read<DailySummary>(r.Body));
        return new() { DailySummaries = [.. days.Where(day => isWithin(day.UploadDate!.Value))] };
    }

    private static GetOfflineConversionReportByGoalIdsResponse OfGoals(CallContext call, GetOfflineConversionReportByGoalIdsRequest request)
    {
        var isWithin = Span(request.StartDateUtc, request.EndDateUtc);
        if (request.GoalIds is not { Count: > 0 } ids)
            throw ApiFaultException.Operation(NoGoals);
        if (ids.Count > MaxGoals)
            throw ApiFaultException.Operation(TooManyGoals);

        // What came in files is with the other rows of files, and is not counted here.
        var isAsked = request.UploadChannelFilter is not { Names.Count: > 0 } filter || filter.Has(OfflineConversionUploadChannel.CampaignManagementAPI);
        var errors = new ItemErrors();
        var found = new List<OfflineGoalConversionSummary?>();
        for (var i = 0; i < ids.Count; i++)
        {
            errors.Start(i);
            var goal = ConversionFamilies.Goals.Locate(call, call.Account.Customer, ids[i], errors);
            errors.Require(goal is null || goal.Kind == GoalKinds.Offline, TypeNotMatched);
            found.Add(errors.Ok ? Sum(call.Session, goal!, day => isAsked && isWithin(day)) : null);
        }

        return new() { OfflineGoalConversionSummaries = found, PartialErrors = errors.List };
    }

    private static OfflineGoalConversionSummary Sum(StoreSession session, EntityRow goal, Func<DateTime, bool> isWanted)
    {
        List<OfflineGoalDailySummary> days =
        [
            .. session.Entities.Children(FamilyNames.GoalUploads, goal.Id).Select(static r => WireJson.Read<OfflineGoalDailySummary>(r.Body)).Where(day => isWanted(day.UploadDate!.Value)),
        ];
        var alerts = days.SelectMany(static d => d.Alerts ?? []).GroupBy(static a => a.UnattributedReason);
        var (successes, unattributed) = (days.Sum(static d => (long)d.SuccessCount!), days.Sum(static d => (long)d.UnattributedCount!));
        return new()
        {
            GoalId = goal.Id,
            ConversionName = ConversionFamilies.Goals.Read(goal).Name,
            OverallSuccessCount = successes,
            OverallUnattributedCount = unattributed,
            OverallSuccessRate = RateOf(successes, unattributed),
            OverallAlerts = [.. alerts.Select(static g => new OfflineConversionAlert { UnattributedReason = g.Key, Count = g.Sum(static a => a.Count) })],
            DailySummaries = days,
        };
    }

    /// <exception cref="ApiFaultException">A day is missing, or the last comes before the first.</exception>
    private static Func<DateTime, bool> Span(DateTime? start, DateTime? end)
    {
        if (start is not { } first || end is not { } last)
            throw ApiFaultException.Operation(GeneralCodes.ValueMissing, "Both days must be given.");
        var (from, to) = (TimeRules.Utc(first).Date, TimeRules.Utc(last));
        return from <= to ? day => day >= from && day <= to : throw ApiFaultException.Operation(GeneralCodes.Invalid, "The last day comes before the first.");
    }
}
