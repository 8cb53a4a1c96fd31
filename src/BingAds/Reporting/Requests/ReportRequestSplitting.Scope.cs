using BingAds.Errors;
using BingAds.V13.Reporting;

namespace BingAds.Reporting;

public static partial class ReportRequestSplitting
{
    /// <summary>Divides by accounts. Campaigns and groups in the scope go with their account.</summary>
    /// <param name="request">What to divide.</param>
    /// <param name="accounts">Most accounts of a part.</param>
    /// <returns>The parts, in the order of the scope; the request itself if it has no more accounts.</returns>
    /// <exception cref="ReportRequestException">The figures of the parts would not be those of the whole.</exception>
    public static IReadOnlyList<T> SplitByAccounts<T>(this T request, int accounts = 1)
        where T : ReportRequest
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(accounts, 1);
        var scope = ScopeOf(request);
        var all = scope.AllAccounts().ToList();
        if (all.Count <= accounts)
            return [request];

        Demand(request, ReportScopeKind.Accounts);
        return [.. all.Chunk(accounts).Select(ids => With(request, new ReportScopes
        {
            Kind = scope.Kind,
            Accounts = [.. scope.Accounts.Where(ids.Contains)],
            Campaigns = [.. scope.Campaigns.Where(c => ids.Contains(c!.AccountId ?? 0))],
            AdGroups = [.. scope.AdGroups.Where(g => ids.Contains(g!.AccountId ?? 0))],
            AssetGroups = [.. scope.AssetGroups.Where(g => ids.Contains(g!.AccountId ?? 0))],
        }))];
    }

    /// <summary>Divides by campaigns. Groups in the scope go with their campaign.</summary>
    /// <param name="request">What to divide. Its scope names campaigns or groups: what campaigns an account has is not known here.</param>
    /// <param name="campaigns">Most campaigns of a part.</param>
    /// <returns>The parts, in the order of the scope; the request itself if it has no more campaigns.</returns>
    /// <exception cref="ReportRequestException">The scope names accounts, or the figures of the parts would not be those of the whole.</exception>
    public static IReadOnlyList<T> SplitByCampaigns<T>(this T request, int campaigns = 1)
        where T : ReportRequest
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(campaigns, 1);
        var scope = ScopeOf(request);
        if (scope.Accounts.Count > 0)
            throw Refuse("Scope.AccountIds", "An account in the scope stands for all its campaigns, which are not known here.", "Name the campaigns, or divide by accounts.");
        var all = scope.Campaigns.Select(static c => c!.CampaignId)
            .Concat(scope.AdGroups.Select(static g => g!.CampaignId)).Concat(scope.AssetGroups.Select(static g => g!.CampaignId)).Distinct().ToList();
        if (all.Count <= campaigns)
            return [request];

        Demand(request, ReportScopeKind.Campaigns);
        return [.. all.Chunk(campaigns).Select(ids => With(request, new ReportScopes
        {
            Kind = scope.Kind,
            Campaigns = [.. scope.Campaigns.Where(c => ids.Contains(c!.CampaignId))],
            AdGroups = [.. scope.AdGroups.Where(g => ids.Contains(g!.CampaignId))],
            AssetGroups = [.. scope.AssetGroups.Where(g => ids.Contains(g!.CampaignId))],
        }))];
    }

    /// <summary>Divides a scope that names more than a request may: 1,000 accounts, 300 campaigns, 300 ad groups, 100 asset groups, and one account for some reports.</summary>
    /// <param name="request">What to divide.</param>
    /// <returns>The parts, in the order of the scope; the request itself if its scope is within the limits.</returns>
    /// <exception cref="ReportRequestException">The figures of the parts would not be those of the whole.</exception>
    public static IReadOnlyList<T> SplitToLimits<T>(this T request)
        where T : ReportRequest
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.ReportKind?.MaxAccounts is { } max && ScopeOf(request).AllAccounts().Count() > max)
            return [.. request.SplitByAccounts(max).SelectMany(SplitToLimits)];

        var scope = ScopeOf(request);
        var parts = Math.Max(
            Math.Max(Parts(scope.Accounts, ReportLimits.Accounts), Parts(scope.Campaigns, ReportLimits.Campaigns)),
            Math.Max(Parts(scope.AdGroups, ReportLimits.AdGroups), Parts(scope.AssetGroups, ReportLimits.AssetGroups)));
        if (parts <= 1)
            return IsWithin(ReportScopes.Of(request.ScopeOrNull)!) ? [request] : [With(request, scope)];

        Demand(request, scope switch
        {
            _ when Parts(scope.AdGroups, ReportLimits.AdGroups) > 1 || Parts(scope.AssetGroups, ReportLimits.AssetGroups) > 1 => ReportScopeKind.AdGroups,
            _ when Parts(scope.Campaigns, ReportLimits.Campaigns) > 1 => ReportScopeKind.Campaigns,
            _ => ReportScopeKind.Accounts,
        });
        return [.. Enumerable.Range(0, parts).Select(i => With(request, new ReportScopes
        {
            Kind = scope.Kind,
            Accounts = Part(scope.Accounts, i, ReportLimits.Accounts),
            Campaigns = Part(scope.Campaigns, i, ReportLimits.Campaigns),
            AdGroups = Part(scope.AdGroups, i, ReportLimits.AdGroups),
            AssetGroups = Part(scope.AssetGroups, i, ReportLimits.AssetGroups),
        }))];
    }

    private static ReportScopes ScopeOf(ReportRequest request)
    {
        if (ReportScopes.Of(request.ScopeOrNull) is not { } scope)
            throw Refuse("Scope", "The request has no scope to divide.", "Set one.");
        if (!scope.HasValidIds)
            throw Refuse("Scope", "Something in the scope has no valid id, so it belongs to no part.", "Give all ids, which are above 0.");
        return scope.WithoutOverlap();
    }

    /// <summary>Rows of the parts must be told apart by an id, or be sums.</summary>
    private static void Demand(ReportRequest request, ReportScopeKind level)
    {
        ReportSums.DemandAllRows(request);
        if (!ReportScopeKeys.Tell(request.ColumnNames ?? [], level))
        {
            ReportSums.DemandSums(
                request, "The columns do not tell rows of the parts apart",
                $"Add {(level == ReportScopeKind.Accounts ? "AccountId" : level == ReportScopeKind.Campaigns ? "CampaignId" : "AdGroupId or AssetGroupId")}, or leave them out.");
        }
    }

    private static bool IsWithin(ReportScopes scope) => scope.Accounts.Count <= ReportLimits.Accounts && scope.Campaigns.Count <= ReportLimits.Campaigns
        && scope.AdGroups.Count <= ReportLimits.AdGroups && scope.AssetGroups.Count <= ReportLimits.AssetGroups;

    private static int Parts<T>(IReadOnlyList<T> items, int size) => (items.Count + size - 1) / size;

    private static List<T> Part<T>(IReadOnlyList<T> items, int index, int size) => [.. items.Skip(index * size).Take(size)];
}
