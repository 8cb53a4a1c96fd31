using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement;

/// <summary>Gives the texts of responsive ads their asset ids: the same text has the same id everywhere in an account.</summary>
internal sealed class TextAssetStore(CallContext call)
{
    private static EntityFamily<TextAsset> Family => CampaignFamilies.TextAssets;

    public void Fill(Ad ad)
    {
        switch (ad)
        {
            case ResponsiveSearchAd search:
                Fill(search.Headlines);
                Fill(search.Descriptions);
                break;
            case ResponsiveAd picture:
                Fill(picture.Headlines);
                Fill(picture.LongHeadlines);
                Fill(picture.Descriptions);
                break;
        }
    }

    private void Fill(List<AssetLink>? links)
    {
        foreach (var link in links ?? [])
        {
            if (link?.Asset is not TextAsset { Text: { } text } asset)
                continue;
            asset.Id = IdOf(text);
            link.EditorialStatus = AssetLinkEditorialStatus.Active;
        }
    }

    private long IdOf(string text)
    {
        if (call.Session.Entities.FindByName(Family.Name, call.Account.Id, text) is { } known)
            return known;
        var id = Family.NextId(call.Session);
        Family.Insert(call.Session, new TextAsset { Id = id, Text = text }, call.Account.Id, call.Account.Id, call.Account.Customer);
        return id;
    }
}
