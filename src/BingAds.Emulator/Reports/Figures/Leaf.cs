using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Reports.Figures;

/// <summary>What delivers: a keyword, an ad group without keywords, an asset group, or a campaign without any groups.</summary>
internal sealed class Leaf
{
    private Keyword? _keyword;

    public Leaf(CampaignNode campaign, GroupNode? group, AssetGroupNode? assetGroup, EntityRow row, int kind)
    {
        Campaign = campaign;
        Group = group;
        AssetGroup = assetGroup;
        Row = row;
        Number = campaign.Account.World.NumberOf(kind, row.Id);
        var roll = (long)(Number % 1000);
        Weight = 3 + (roll * roll * roll * 300 / 1_000_000_000);
        IsKeyword = row.Family == FamilyNames.Keyword;
        AudiencePercent = IsKeyword ? 0 : campaign.Type switch
        {
            "Audience" or "App" or "Search" => 100, // Without keywords, search campaigns can only be seen in the audience network.
            "Shopping" => 20,
            "PerformanceMax" => 50,
            _ => 0,
        };
        Match = row.Kind switch
        {
            "Exact" => 0,
            "Phrase" => 1,
            _ => 2,
        };
        Begin = QuarterHour.Of(row.Created - campaign.Account.World.History);
        var end = row.Deleted || row.Status is not (null or "" or "Active") ? QuarterHour.Of(row.Changed) : long.MaxValue;
        End = Math.Min(Math.Min(end, campaign.Account.End), Math.Min(campaign.End, group?.End ?? long.MaxValue));
    }

    public CampaignNode Campaign { get; }

    public AccountNode Account => Campaign.Account;

    public GroupNode? Group { get; }

    public AssetGroupNode? AssetGroup { get; }

    public EntityRow Row { get; }

    /// <summary>Where all its figures come from.</summary>
    public ulong Number { get; }

    /// <summary>How much it delivers, from 3 to 300.</summary>
    public long Weight { get; }

    public bool IsKeyword { get; }

    public Keyword? Keyword => IsKeyword ? _keyword ??= Contract.WireJson.Read<Keyword>(Row.Body) : null;

    /// <summary>How much of it is seen in the audience network.</summary>
    public int AudiencePercent { get; }

    /// <summary>What may trigger it: 0 only the same words, 1 the phrase too, 2 anything like it.</summary>
    public int Match { get; }

    /// <summary>The first quarter-hour with figures.</summary>
    public long Begin { get; }

    /// <summary>The first quarter-hour without figures: something of it was paused or deleted.</summary>
    public long End { get; }

    public override string ToString() => $"{Row.Family} {Row.Id}";
}
