using BingAds.Contract;
using BingAds.V13.Reporting;

namespace BingAds.Reporting;

/// <summary>One view of the four classes of scopes.</summary>
internal sealed class ReportScopes
{
    public required ReportScopeKind Kind { get; init; }

    public IReadOnlyList<long> Accounts { get; init; } = [];

    public IReadOnlyList<CampaignReportScope?> Campaigns { get; init; } = [];

    public IReadOnlyList<AdGroupReportScope?> AdGroups { get; init; } = [];

    public IReadOnlyList<AssetGroupReportScope?> AssetGroups { get; init; } = [];

    public bool IsEmpty => Accounts.Count + Campaigns.Count + AdGroups.Count + AssetGroups.Count == 0;

    public bool HasValidIds => Accounts.All(static id => id > 0)
        && Campaigns.All(static c => c is { AccountId: > 0, CampaignId: > 0 })
        && AdGroups.All(static g => g is { AccountId: > 0, CampaignId: > 0, AdGroupId: > 0 })
        && AssetGroups.All(static g => g is { AccountId: > 0, CampaignId: > 0, AssetGroupId: > 0 });

    public static AccountReportScope AccountsOnly(IEnumerable<long> accounts) => new() { AccountIds = List(accounts) };

    public static AccountThroughCampaignReportScope ThroughCampaign(IEnumerable<long> accounts) => new() { AccountIds = List(accounts) };

    public static AccountThroughAdGroupReportScope ThroughAdGroup(IEnumerable<long> accounts) => new() { AccountIds = List(accounts) };

    public static AccountThroughAssetGroupReportScope ThroughAssetGroup(IEnumerable<long> accounts) => new() { AccountIds = List(accounts) };

    /// <summary>Null for no scope.</summary>
    public static ReportScopes? Of(ApiObject? scope) => scope switch
    {
        AccountReportScope s => new ReportScopes { Kind = ReportScopeKind.Accounts, Accounts = s.AccountIds ?? [] },
        AccountThroughCampaignReportScope s => new ReportScopes { Kind = ReportScopeKind.Campaigns, Accounts = s.AccountIds ?? [], Campaigns = s.Campaigns ?? [] },
        AccountThroughAdGroupReportScope s => new ReportScopes
        {
            Kind = ReportScopeKind.AdGroups, Accounts = s.AccountIds ?? [], Campaigns = s.Campaigns ?? [], AdGroups = s.AdGroups ?? [],
        },
        AccountThroughAssetGroupReportScope s => new ReportScopes
        {
            Kind = ReportScopeKind.AssetGroups, Accounts = s.AccountIds ?? [], Campaigns = s.Campaigns ?? [], AssetGroups = s.AssetGroups ?? [],
        },
        _ => null,
    };

    /// <summary>As the service's class; lists without items are left out.</summary>
    public ApiObject ToApi() => Kind switch
    {
        ReportScopeKind.Accounts => new AccountReportScope { AccountIds = Accounts.Count == 0 ? null : [.. Accounts] },
        ReportScopeKind.Campaigns => new AccountThroughCampaignReportScope { AccountIds = Accounts.Count == 0 ? null : [.. Accounts], Campaigns = Some(Campaigns) },
        ReportScopeKind.AdGroups => new AccountThroughAdGroupReportScope
        {
            AccountIds = Accounts.Count == 0 ? null : [.. Accounts], Campaigns = Some(Campaigns), AdGroups = Some(AdGroups),
        },
        _ => new AccountThroughAssetGroupReportScope
        {
            AccountIds = Accounts.Count == 0 ? null : [.. Accounts], Campaigns = Some(Campaigns), AssetGroups = Some(AssetGroups),
        },
    };

    /// <summary>The accounts that all parts belong to, each once.</summary>
    public IEnumerable<long> AllAccounts() => Accounts
        .Concat(Campaigns.Select(static c => c?.AccountId ?? 0))
        .Concat(AdGroups.Select(static g => g?.AccountId ?? 0))
        .Concat(AssetGroups.Select(static g => g?.AccountId ?? 0))
        .Where(static id => id > 0)
        .Distinct();

    /// <summary>
    /// The same union with nothing named twice: a campaign whose account is in the scope is no longer in the list, and so on. Without this the parts of
    /// a divided scope could overlap, and their sums would count some rows twice.
    /// </summary>
    public ReportScopes WithoutOverlap()
    {
        var accounts = Accounts.Distinct().ToList();
        var campaigns = Campaigns.Where(c => c is not null && !accounts.Contains(c.AccountId ?? 0)).DistinctBy(static c => (c!.AccountId, c.CampaignId)).ToList();
        var covered = campaigns.Select(static c => c!.CampaignId).ToHashSet();
        return new ReportScopes
        {
            Kind = Kind,
            Accounts = accounts,
            Campaigns = campaigns,
            AdGroups = [.. AdGroups.Where(g => g is not null && !accounts.Contains(g.AccountId ?? 0) && !covered.Contains(g.CampaignId)).DistinctBy(static g => (g!.AccountId, g.CampaignId, g.AdGroupId))],
            AssetGroups = [.. AssetGroups.Where(g => g is not null && !accounts.Contains(g.AccountId ?? 0) && !covered.Contains(g.CampaignId)).DistinctBy(static g => (g!.AccountId, g.CampaignId, g.AssetGroupId))],
        };
    }

    private static List<long> List(IEnumerable<long> accounts)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        return [.. accounts];
    }

    private static List<T>? Some<T>(IReadOnlyList<T?> items)
        where T : class => items.Count == 0 ? null : [.. items.OfType<T>()];
}
