using BingAds.Contract;
using BingAds.Emulator.Rules;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Reports.Figures;

/// <summary>The negative keywords that hold for an ad group or a campaign, found by the words they block.</summary>
internal sealed class Negatives
{
    private readonly Dictionary<string, List<Negative>> _byText = new(StringComparer.Ordinal);
    private int _longest;

    public bool IsEmpty => _byText.Count == 0;

    /// <summary>Those of the group itself, of its campaign, and of the lists that the campaign or the account uses.</summary>
    public static Negatives Of(CampaignNode campaign, GroupNode? group)
    {
        var session = campaign.Account.World.Session;
        var found = new Negatives();
        if (group is not null)
            found.AddAll(session.Entities.Children(FamilyNames.AdGroupNegativeKeyword, group.Id), "Ad group", null);
        found.AddAll(session.Entities.Children(FamilyNames.CampaignNegativeKeyword, campaign.Id), "Campaign", null);
        foreach (var (kind, id) in new[] { (FamilyNames.Campaign, campaign.Id), (FamilyNames.Account, campaign.Account.Id) })
        {
            foreach (var link in session.Links.To(FamilyNames.SharedList, kind, id))
            {
                if (session.Entities.Find(FamilyNames.SharedList, link.Source) is { Kind: "NegativeKeywordList" or "AccountNegativeKeywordList" } list)
                    found.AddAll(session.Entities.Children(FamilyNames.SharedListItem, list.Id), kind, (list.Id, WireJson.Read<SharedEntity>(list.Body).Name));
            }
        }

        return found;
    }

    /// <summary>Those that block a search of this text.</summary>
    /// <param name="text">The search.</param>
    public IEnumerable<Negative> Blocking(string text)
    {
        if (IsEmpty)
            yield break;
        var words = TextRules.FoldKeyword(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var first = 0; first < words.Length; first++)
        {
            for (var count = 1; count <= Math.Min(words.Length - first, _longest); count++)
            {
                var phrase = string.Join(' ', words, first, count);
                if (!seen.Add(phrase) || !_byText.TryGetValue(phrase, out var negatives))
                    continue;
                foreach (var negative in negatives.Where(n => !n.IsExact || count == words.Length))
                {
                    yield return negative;
                }
            }
        }
    }

    private void AddAll(IEnumerable<Store.EntityRow> rows, string level, (long, string?)? list)
    {
        foreach (var row in rows)
        {
            var keyword = WireJson.Read<NegativeKeyword>(row.Body);
            if (keyword.Text is not { Length: > 0 } text)
                continue; // Lists of sites and brands have other items.
            var words = TextRules.FoldKeyword(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            _longest = Math.Max(_longest, words.Length);
            var key = string.Join(' ', words);
            if (!_byText.TryGetValue(key, out var negatives))
                _byText.Add(key, negatives = []);
            negatives.Add(new Negative(row.Id, text, keyword.MatchType?.ToString() == "Exact", level) { List = list });
        }
    }
}
