using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.Emulator.Store;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>The campaigns and ad groups of one account that records hang on, each read once.</summary>
internal sealed class BulkParents(StoreSession session, long account)
{
    public StoreSession Session { get; } = session;

    public long Account { get; } = account;

    private readonly Dictionary<(string Family, long Id), BulkParent?> _byId = [];
    private readonly Dictionary<(string Family, long Parent, string Name), long?> _byName = [];

    /// <summary>A campaign, alive or deleted.</summary>
    public BulkParent? Campaign(long id) => Find(FamilyNames.Campaign, id, static row => CampaignFamilies.Campaigns.Read(row).Name);

    /// <summary>An ad group, alive or deleted.</summary>
    public BulkParent? AdGroup(long id) => Find(FamilyNames.AdGroup, id, static row => CampaignFamilies.AdGroups.Read(row).Name);

    /// <summary>An entity of another family that has no name to be shown.</summary>
    public BulkParent? Other(string family, long id) => Find(family, id, static _ => null);

    public long? CampaignByName(string name) => ByName(FamilyNames.Campaign, Account, name);

    public long? AdGroupByName(long campaign, string name) => ByName(FamilyNames.AdGroup, campaign, name);

    /// <summary>Something was added, changed or deleted: what hangs on it may be so too.</summary>
    public void Forget(string family, long id)
    {
        _byName.Clear();
        if (!_byId.Remove((family, id)) || family != FamilyNames.Campaign)
            return;
        foreach (var key in _byId.Keys.Where(k => k.Family != FamilyNames.Campaign).ToList())
        {
            _byId.Remove(key);
        }
    }

    private BulkParent? Find(string family, long id, Func<EntityRow, string?> nameOf)
    {
        if (_byId.TryGetValue((family, id), out var known))
            return known;
        var row = Session.Entities.FindAny(family, id);
        return _byId[(family, id)] = row?.Account == Account ? new BulkParent(row, nameOf(row)) : null;
    }

    private long? ByName(string family, long parent, string name)
    {
        var folded = TextRules.FoldCase(name)!;
        if (!_byName.TryGetValue((family, parent, folded), out var id))
            _byName[(family, parent, folded)] = id = Session.Entities.FindByName(family, parent, folded);
        return id;
    }
}
