using BingAds.Emulator.Api;
using BingAds.Emulator.Store;
using BingAds.Reporting;
using BingAds.V13.Reporting;

namespace BingAds.Emulator.Reports;

/// <summary>
/// What a submission is refused for: the rules that the SDK applies beforehand, where they are the service's and no mere warnings, and what only the service can
/// know.
/// </summary>
internal sealed class ReportChecks(CallContext call, IReportFigures figures)
{
    private DateTimeOffset Now => new(call.Now, TimeSpan.Zero);

    /// <summary>Lets a request pass; gives the first account that it is about.</summary>
    /// <exception cref="ApiFaultException">Something is wrong with it.</exception>
    public EntityRow Check(ReportRequest? request)
    {
        if (request is null)
            throw ApiFaultException.Operation(ErrorNumber.ReportRequestIsNull);
        if (request.ReportKind is not { } type)
            throw ApiFaultException.Operation(ErrorNumber.UnknownReportType);
        CheckWords(request, type);
        var errors = ReportRequestRules.Check(request, Now, needsTimeZone: false).Where(static f => f.Kind == ReportRequestFindingKind.Refused)
            .Select(static f => new ApiFaultError(f.Code ?? CodeFor(f.Member), f.Message)).ToList();
        if (errors.Count > 0)
            throw ApiFaultException.Operation(errors);
        var account = CheckScope(ReportScopes.Of(request.ScopeOrNull)!);
        if (request.ReturnOnlyCompleteData == true && !ReportPlan.Of(request, Now, figures).IsComplete)
            throw ApiFaultException.Operation(ErrorNumber.NoCompleteReportData);
        return account;
    }

    /// <summary>The code for what has none in the service's pages: the nearest by its name.</summary>
    private static int CodeFor(string member) => member.Split('.')[0] switch
    {
        "Scope" or "Filter" => ErrorNumber.InvalidFilterOrScope,
        "Time" => ErrorNumber.InvalidReportTime,
        _ => ErrorNumber.ApiInputValidationError,
    };

    /// <summary>A client may know words that are newer than this service; they are not read as what they are meant for.</summary>
    private static void CheckWords(ReportRequest request, ReportType type)
    {
        var unknown = request.ColumnNames?.Where(c => !type.HasColumn(c)).ToList() ?? [];
        if (unknown.Count > 0)
            Refuse($"The {type.Name} report has no column {string.Join(", ", unknown)}.");
        if (request.AggregationOrNull?.Known == ReportAggregation.KnownValue.Unrecognized)
            Refuse($"There is no aggregation {request.AggregationOrNull}.");
        if (request.Format?.Known == ReportFormat.KnownValue.Unrecognized)
            Refuse($"There is no format {request.Format}.");
        if (request.FormatVersion is not (null or "" or "1.0" or "2.0"))
            Refuse($"There is no format version {request.FormatVersion}.");
        if (request.TimeOrNull is not { } time)
            return;
        if (time.PredefinedTime?.Known == ReportTimePeriod.KnownValue.Unrecognized)
            Refuse($"There is no time {time.PredefinedTime}.");
        if (time.ReportTimeZone is { } zone && ReportZones.Find(zone.ToString()) is null)
            Refuse($"There is no time zone {zone}.");
    }

    private static void Refuse(string details) => throw ApiFaultException.Access(ErrorNumber.ApiInputValidationError, details);

    private EntityRow CheckScope(ReportScopes scope)
    {
        var entities = call.Session.Entities;
        var accounts = scope.AllAccounts().Select(Account).ToList();
        var campaign = scope.Campaigns.FirstOrDefault(c => !IsIn(c!.AccountId, c.CampaignId));
        if (campaign is not null)
            throw ApiFaultException.Operation(ErrorNumber.InvalidReportCampaign, $"{campaign.CampaignId}");
        var group = scope.AdGroups.FirstOrDefault(g => entities.FindAny(FamilyNames.AdGroup, g!.AdGroupId!.Value) is not { } row || row.Parent != g.CampaignId || row.Account != g.AccountId);
        if (group is not null)
            throw ApiFaultException.Operation(ErrorNumber.InvalidReportAdGroup, $"{group.AdGroupId}");
        if (scope.AssetGroups.FirstOrDefault(g => !IsIn(g!.AccountId, g.CampaignId)) is { } assets)
            throw ApiFaultException.Operation(ErrorNumber.InvalidFilterOrScope, $"{assets.AssetGroupId}");
        return accounts[0];

        // There are figures of what was deleted since.
        bool IsIn(long? account, long? id) => entities.FindAny(FamilyNames.Campaign, id!.Value)?.Account == account;
    }

    private EntityRow Account(long id)
    {
        var account = call.Session.Entities.FindAny(FamilyNames.Account, id) ?? throw ApiFaultException.Operation(ErrorNumber.InvalidReportAccounts, $"{id}");
        return call.Caller.Reaches(account) ? account : throw ApiFaultException.Operation(ErrorNumber.ReportAccountNotAuthorized, $"{id}");
    }
}
