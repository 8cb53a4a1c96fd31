using BingAds.Emulator.Rules;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Families;

/// <summary>The families of Campaign Management: limits, codes, names.</summary>
internal static class CampaignFamilies
{
    private const int SharedListNameTaken = 4354;
    private const int NegativeKeywordListNameTaken = 4334;

    public static EntityFamily<Campaign> Campaigns { get; } = new(FamilyNames.Campaign, new()
    {
        Max = 100, MaxIds = 100, Empty = 1113, TooMany = 1114, NullItem = 1103, IdGiven = 1004, IdsEmpty = 1118, IdsTooMany = 1119,
        UnknownId = 1100, DuplicateId = 1107, NameTaken = 1115, Capacity = 10_000, Full = 1117,
    })
    {
        GetId = static c => c.Id,
        SetId = static (c, id) => c.Id = id,
        UniqueName = static c => TextRules.FoldCase(c.Name),
        Kind = static c => c.CampaignType?.ToString(),
        Status = static c => c.Status?.ToString(),
        FirstId = 370_110_203,
        IdStep = 3,
    };

    public static EntityFamily<AdGroup> AdGroups { get; } = new(FamilyNames.AdGroup, new()
    {
        Max = 1000, MaxIds = 1000, Empty = 1209, TooMany = 1210, NullItem = 1200, IdGiven = 1004, IdsEmpty = 1218, IdsTooMany = 1219,
        UnknownId = 1201, DuplicateId = 1203, NameTaken = 1214, Capacity = 20_000, Full = 1213,
    })
    {
        GetId = static g => g.Id,
        SetId = static (g, id) => g.Id = id,
        UniqueName = static g => TextRules.FoldCase(g.Name),
        Kind = static g => g.AdGroupType,
        Status = static g => g.Status?.ToString(),
        FirstId = 1_187_474_520_000,
        IdStep = 7,
    };

    public static EntityFamily<Keyword> Keywords { get; } = new(FamilyNames.Keyword, new()
    {
        Max = 1000, MaxIds = 1000, Empty = 1505, TooMany = 1506, NullItem = 1500, IdGiven = 1004, IdsEmpty = 1529, IdsTooMany = 1530,
        UnknownId = 1501, DuplicateId = 1536, DuplicateInIds = 1502, WrongParent = 1528, NameTaken = 1542, Capacity = 20_000, Full = 1519,
    })
    {
        GetId = static k => k.Id,
        SetId = static (k, id) => k.Id = id,
        UniqueName = static k => k.Text is null ? null : $"{k.MatchType}:{TextRules.FoldKeyword(k.Text)}",
        Kind = static k => k.MatchType?.ToString(),
        Status = static k => k.Status?.ToString(),
        FirstId = 74_217_610_000_000,
        IdStep = 1,
    };

    public static EntityFamily<Ad> Ads { get; } = new(FamilyNames.Ad, new()
    {
        Max = 50, MaxIds = 20, MaxDeleted = 50, Empty = 1310, TooMany = 1311, NullItem = 1300, IdGiven = 1304, IdsEmpty = 1351, IdsTooMany = 1352,
        UnknownId = 1308, IdMissing = 1303, DuplicateId = 1309, NameTaken = 1313, Capacity = 100, Full = 1312,
    })
    {
        GetId = static a => a.Id,
        SetId = static (a, id) => a.Id = id,
        UniqueName = AdKinds.ContentOf,
        Kind = AdKinds.Of,
        Status = static a => a.Status?.ToString(),
        FirstId = 74_354_010_000_000,
        IdStep = 1,
    };

    public static EntityFamily<Budget> Budgets { get; } = new(FamilyNames.Budget, new()
    {
        Max = 100, MaxIds = 100, Empty = 4901, TooMany = 4913, NullItem = 4902, IdGiven = 4903, IdsEmpty = 4901, IdsTooMany = 4913,
        UnknownId = 4916, DuplicateId = 4915, NameTaken = 4907, Capacity = 11_000, Full = 4914,
    })
    {
        GetId = static b => b.Id,
        SetId = static (b, id) => b.Id = id,
        UniqueName = static b => TextRules.FoldCase(b.Name),
        FirstId = 8_177_660_966_000,
        IdStep = 11,
    };

    public static EntityFamily<Label> Labels { get; } = new(FamilyNames.Label, new()
    {
        Max = 100, MaxIds = 1000, MaxDeleted = 100, Empty = 5400, TooMany = 5423, NullItem = 5402, IdGiven = 1004, IdsEmpty = 5400, IdsTooMany = 5426,
        UnknownId = 5405, DuplicateId = 5404, NameTaken = 5408, Capacity = 100_000, Full = 5401,
    })
    {
        GetId = static l => l.Id,
        SetId = static (l, id) => l.Id = id,
        UniqueName = static l => l.Name, // Case tells labels apart, unlike all others.
        FirstId = 10_500_731,
        IdStep = 1,
    };

    /// <summary>Texts of responsive ads: one asset for each account and text.</summary>
    public static EntityFamily<TextAsset> TextAssets { get; } = new(FamilyNames.Asset, new()
    {
        Max = int.MaxValue, MaxIds = int.MaxValue, Empty = 0, TooMany = 0, NullItem = 0, IdGiven = 0, IdsEmpty = 0, IdsTooMany = 0, UnknownId = 0, DuplicateId = 0,
    })
    {
        GetId = static a => a.Id,
        SetId = static (a, id) => a.Id = id,
        UniqueName = static a => a.Text,
        FirstId = 10_239_440_117_000,
        IdStep = 1,
    };

    /// <summary>Shared lists of an account or a customer, whichever is the parent.</summary>
    public static EntityFamily<SharedEntity> SharedLists { get; } = new(FamilyNames.SharedList, new()
    {
        Max = 100, MaxIds = 100, Empty = 4322, TooMany = 4349, NullItem = 4311, IdGiven = 4325, IdsEmpty = 4322, IdsTooMany = 4349,
        UnknownId = 4326, DuplicateId = 4312, NameTaken = SharedListNameTaken,
    })
    {
        GetId = static s => s.Id,
        SetId = static (s, id) => s.Id = id,
        UniqueName = static s => $"{s.TypeName}:{TextRules.FoldCase(s.Name)}",
        NameTaken = static s => s is NegativeKeywordList ? NegativeKeywordListNameTaken : SharedListNameTaken,
        Kind = static s => s.TypeName,
        FirstId = 229_798_145_000,
        IdStep = 5,
    };
}
