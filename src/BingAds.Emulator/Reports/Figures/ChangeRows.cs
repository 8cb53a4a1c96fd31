using BingAds.Contract;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Reports.Figures;

/// <summary>What was added, changed and deleted. The store knows when an entity came and when it was last changed, so that is what is told.</summary>
internal sealed class ChangeRows(FigureSource source)
{
    private readonly HashSet<string>? _items = Wanted(source, "ItemChanged");
    private readonly HashSet<string>? _hows = Wanted(source, "HowChanged");

    /// <summary>By entity, from the account down, then by time.</summary>
    public IEnumerable<ReportValue[]> Read()
    {
        var columns = source.Columns.ConvertAll(Compile);
        var row = new ReportValue[columns.Count];
        foreach (var change in source.World.Accounts(source.Question.Accounts).SelectMany(Of).Where(IsWanted))
        {
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = columns[i](change);
            }

            yield return row;
        }
    }

    private IEnumerable<Change> Of(AccountNode account)
    {
        foreach (var change in Of("Account", account.Row, account, null, null))
        {
            yield return change;
        }

        foreach (var campaign in source.World.Campaigns(account).Where(source.Scope.HasPartOf))
        {
            foreach (var change in Of("Campaign", campaign.Row, account, campaign, null).Concat(source.World.Groups(campaign).Where(g => source.Scope.Has(campaign, g.Id)).SelectMany(Of)))
            {
                yield return change;
            }
        }
    }

    private IEnumerable<Change> Of(GroupNode group)
    {
        var (campaign, account) = (group.Campaign, group.Campaign.Account);
        return Of("Ad group", group.Row, account, campaign, group)
            .Concat(group.Ads.SelectMany(ad => Of("Ad", ad.Row, account, campaign, group)))
            .Concat(FigureRows.Children(source.World.Session, FamilyNames.Keyword, group.Id).SelectMany(k => Of("Keyword", k, account, campaign, group)));
    }

    private static IEnumerable<Change> Of(string item, EntityRow row, AccountNode account, CampaignNode? campaign, GroupNode? group)
    {
        yield return new Change(item, "Added", row.Created, row) { Account = account, Campaign = campaign, Group = group };
        if (row.Deleted || row.Changed > row.Created)
            yield return new Change(item, row.Deleted ? "Deleted" : "Changed", row.Changed, row) { Account = account, Campaign = campaign, Group = group };
    }

    private bool IsWanted(Change change)
    {
        var day = DateOnly.FromDateTime(source.Local(change.Time));
        return day >= source.Question.Days.First && day <= source.Question.Days.Last && change.Time < source.Question.CompleteTo.UtcDateTime
            && _items?.Contains(FigureFilter.Fold(change.Item)) != false && _hows?.Contains(FigureFilter.Fold(change.How)) != false;
    }

    private Func<Change, ReportValue> Compile(string column) => column switch
    {
        "AccountId" => static c => ReportValue.Of(c.Account.Id),
        "AccountName" => static c => ReportValue.Of(c.Account.Body.Name),
        "AccountNumber" => static c => ReportValue.Of(c.Account.Body.Number),
        "CampaignId" => static c => c.Campaign is { } campaign ? ReportValue.Of(campaign.Id) : ReportValue.Empty,
        "CampaignName" => static c => ReportValue.Of(c.Campaign?.Body.Name),
        "AdGroupId" => static c => c.Group is { } group ? ReportValue.Of(group.Id) : ReportValue.Empty,
        "AdGroupName" => static c => ReportValue.Of(c.Group?.Body.Name),
        "EntityId" => static c => ReportValue.Of(c.Row.Id),
        "EntityName" => static c => ReportValue.Of(NameOf(c)),
        "Keyword" => static c => ReportValue.Of(KeywordOf(c)?.Text),
        "AdTitle" or "AdDescription" or "DisplayUrl" => c => ReportValue.Of(AdOf(c) is { } ad ? AdParts.Of(ad, column) : null),
        "DateTime" => c => ReportValue.At(source.Local(c.Time)),
        "ItemChanged" => static c => ReportValue.Of(c.Item),
        "HowChanged" => static c => ReportValue.Of(c.How),
        "AttributeChanged" => static c => ReportValue.Of(AttributeOf(c)),
        "OldValue" => static c => ReportValue.Of(c.How == "Deleted" ? c.Row.Status ?? "Active" : null),
        "NewValue" => static c => ReportValue.Of(c.How == "Deleted" ? "Deleted" : AttributeOf(c) == "Settings" ? null : c.Row.Status ?? "Active"),
        "ChangedBy" => c => ReportValue.Of(UserOf(c.Account)),
        "Tool" => static _ => ReportValue.Of("API"),
        _ => static _ => ReportValue.Empty,
    };

    // What it was before is not kept, so a change of something that still delivers can't be told more exactly.
    private static string? AttributeOf(Change change) => change.How switch
    {
        "Changed" => change.Row.Status is null or "Active" ? "Settings" : "Status",
        "Deleted" => "Status",
        _ => null,
    };

    private string? UserOf(AccountNode account) => account.Body.PrimaryUserId is { } user ? source.World.Session.People.Find(user)?.UserName : null;

    private static string? NameOf(Change change) => change.Item switch
    {
        "Account" => change.Account.Body.Name,
        "Campaign" => change.Campaign!.Body.Name,
        "Ad group" => change.Group!.Body.Name,
        "Keyword" => KeywordOf(change)!.Text,
        _ => AdParts.Of(AdOf(change)!, "AdTitle") ?? AdParts.DisplayType(change.Row.Kind),
    };

    private static Keyword? KeywordOf(Change change) => change.Item == "Keyword" ? WireJson.Read<Keyword>(change.Row.Body) : null;

    private static Ad? AdOf(Change change) => change.Item == "Ad" ? WireJson.Read<Ad>(change.Row.Body) : null;

    private static HashSet<string>? Wanted(FigureSource source, string member)
        => source.Question.Request.FilterOrNull is { } filter && filter.MemberNames.Contains(member) && filter[member] is { } value ? FigureFilter.Texts(value) : null;
}
