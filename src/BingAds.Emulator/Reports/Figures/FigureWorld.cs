using BingAds.Contract;
using BingAds.Emulator.Bulk.Records;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;
using BingAds.V13.CustomerManagement;

namespace BingAds.Emulator.Reports.Figures;

/// <summary>The store as one report sees it: everything that can deliver, in the order of ids and never all at once.</summary>
internal sealed class FigureWorld(StoreSession session, ulong seed, TimeSpan history)
{
    private const string AssetGroupRecord = "Asset Group";

    private readonly Dictionary<long, string> _labels = [];
    private readonly Dictionary<long, string> _customers = [];
    private readonly Dictionary<long, Budget?> _budgets = [];
    private readonly Dictionary<long, int> _sharing = [];

    public StoreSession Session { get; } = session;

    /// <summary>How far figures go back before an entity was made, so that a fresh world has some.</summary>
    public TimeSpan History { get; } = history;

    /// <summary>The number that gives all figures of an entity.</summary>
    public ulong NumberOf(int kind, long id) => Mix.Of(Mix.Of(seed, (ulong)kind), (ulong)id);

    public IEnumerable<AccountNode> Accounts(IEnumerable<long> accounts)
    {
        foreach (var id in accounts.Distinct().Order())
        {
            if (Session.Entities.FindAny(FamilyNames.Account, id) is { } row)
                yield return new AccountNode(row, this);
        }
    }

    public IEnumerable<CampaignNode> Campaigns(AccountNode account) => FigureRows.OfAccount(Session, FamilyNames.Campaign, account.Id).Select(r => new CampaignNode(account, r));

    public IEnumerable<GroupNode> Groups(CampaignNode campaign) => FigureRows.Children(Session, FamilyNames.AdGroup, campaign.Id).Select(r => new GroupNode(campaign, r));

    /// <summary>All that delivers in these accounts, as far as the scope and the type of report leave it in.</summary>
    public IEnumerable<Leaf> Leaves(IEnumerable<long> accounts, FigureScope scope, LeafRule rule)
    {
        foreach (var campaign in Accounts(accounts).SelectMany(Campaigns))
        {
            if (!rule.Takes(campaign) || !scope.HasPartOf(campaign))
                continue;
            var hasGroups = false;
            foreach (var group in Groups(campaign))
            {
                hasGroups = true;
                if (!scope.Has(campaign, group.Id))
                    continue;
                foreach (var leaf in Leaves(group))
                {
                    if (rule.Takes(leaf))
                        yield return leaf;
                }
            }

            if (hasGroups)
                continue;
            foreach (var leaf in Leaves(campaign))
            {
                if (rule.Takes(leaf) && scope.Has(campaign, leaf.AssetGroup?.Id))
                    yield return leaf;
            }
        }
    }

    /// <summary>All that delivers in a campaign.</summary>
    public IEnumerable<Leaf> LeavesOf(CampaignNode campaign)
    {
        var hasGroups = false;
        foreach (var group in Groups(campaign))
        {
            hasGroups = true;
            foreach (var leaf in Leaves(group))
            {
                yield return leaf;
            }
        }

        if (hasGroups)
            yield break;
        foreach (var leaf in Leaves(campaign))
        {
            yield return leaf;
        }
    }

    /// <summary>Names of the labels on an entity, joined as the service does.</summary>
    public string Labels(string family, long id) => string.Join(';', Session.Links.To(FamilyNames.Label, family, id).Select(l => Label(l.Source)));

    public string CustomerName(long id)
    {
        if (!_customers.TryGetValue(id, out var name))
            _customers[id] = name = Session.Entities.FindAny(FamilyNames.Customer, id) is { } row ? WireJson.Read<Customer>(row.Body).Name ?? "" : "";
        return name;
    }

    /// <summary>The shared budget of that id.</summary>
    public Budget? Budget(long id)
    {
        if (!_budgets.TryGetValue(id, out var budget))
            _budgets[id] = budget = Session.Entities.FindAny(FamilyNames.Budget, id) is { } row ? WireJson.Read<Budget>(row.Body) : null;
        return budget;
    }

    /// <summary>A record of bulk files that no service models: a portfolio bid strategy.</summary>
    public CellMap? AccountRecord(long id)
        => Session.Entities.FindAny(FamilyNames.AccountRecord, id) is { } row ? CellMap.Read(row.Body) : null;

    /// <summary>How many campaigns use one portfolio bid strategy.</summary>
    public int CountSharing(AccountNode account, long strategy)
    {
        if (!_sharing.TryGetValue(strategy, out var count))
            _sharing[strategy] = count = Campaigns(account).Count(c => c.Body.BidStrategyId == strategy);
        return count;
    }

    private static IEnumerable<Leaf> Leaves(GroupNode group)
    {
        var campaign = group.Campaign;
        var hasKeywords = false;
        foreach (var row in FigureRows.Children(campaign.Account.World.Session, FamilyNames.Keyword, group.Id))
        {
            hasKeywords = true;
            yield return new Leaf(campaign, group, null, row, kind: 4);
        }

        if (!hasKeywords)
            yield return new Leaf(campaign, group, null, group.Row, kind: 2);
    }

    private IEnumerable<Leaf> Leaves(CampaignNode campaign)
    {
        var hasAssetGroups = false;
        foreach (var row in FigureRows.Children(Session, FamilyNames.CampaignRecord, campaign.Id).Where(static r => r.Kind == AssetGroupRecord))
        {
            hasAssetGroups = true;
            var status = row.Deleted ? "Deleted" : row.Status ?? "Active";
            yield return new Leaf(campaign, null, new AssetGroupNode(row.Id, CellMap.Read(row.Body)[AssetGroupRecord] ?? AssetGroupRecord, status), row, kind: 3);
        }

        if (hasAssetGroups)
            yield break;
        var implied = campaign.Type is "PerformanceMax" or "App" ? new AssetGroupNode(8_400_000_000_000 + campaign.Id, "Asset group 1", campaign.Status) : null;
        yield return new Leaf(campaign, null, implied, campaign.Row, kind: 1);
    }

    private string Label(long id)
    {
        if (!_labels.TryGetValue(id, out var name))
            _labels[id] = name = Session.Entities.FindAny(FamilyNames.Label, id) is { } row ? WireJson.Read<Label>(row.Body).Name ?? "" : "";
        return name;
    }
}
