using System.Runtime.CompilerServices;
using BingAds.Files;
using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

/// <summary>
/// Reads texts of an ad in one walk over the cell, as every ad of a download has a dozen of them. Only the usual shape: objects with the known members as texts. Whatever
/// else is met is left to the reading of whole documents, which has the rules for it.
/// </summary>
internal static class TextAssetLinksReader
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryRead(in BulkCell cell, out List<AssetLink>? links)
    {
        links = null;
        var text = cell.Utf8;
        var json = new CompactJson(text);
        if (!json.Take((byte)'['))
        {
            return false;
        }

        // May be more than there are, where a text holds the same characters; never fewer in compact JSON.
        var list = new List<AssetLink>(text.Count("{\""u8));
        do
        {
            if (!TryReadLink(ref json, cell.Texts, out var link))
            {
                return false;
            }

            list.Add(link);
        }
        while (json.Take((byte)','));
        if (!json.Take((byte)']') || !json.IsAtEnd)
        {
            return false;
        }

        links = list;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryReadLink(scoped ref CompactJson json, StringCache? texts, out AssetLink link)
    {
        var asset = new TextAsset();
        link = new AssetLink { Asset = asset };
        if (!json.Take((byte)'{'))
        {
            return false;
        }

        do
        {
            if (!json.TakeText(out var name, out var isEscaped) || isEscaped || !json.Take((byte)':') || !TrySet(ref json, texts, name, link, asset))
            {
                return false;
            }
        }
        while (json.Take((byte)','));
        return json.Take((byte)'}');
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TrySet(scoped ref CompactJson json, StringCache? texts, scoped ReadOnlySpan<byte> name, AssetLink link, TextAsset asset)
    {
        if (name.SequenceEqual("id"u8))
        {
            var isNumber = json.TakeNumber(out var id);
            asset.Id = id;
            return isNumber;
        }

        if (!json.TakeText(out var raw, out var isEscaped))
        {
            return false;
        }

        // Texts differ from ad to ad; all else is one of few words.
        var isText = name.SequenceEqual("text"u8);
        var value = isEscaped ? CompactJson.Unescape(raw) : isText || texts is null ? StringCache.Make(raw) : texts.Get(raw);
        if (value is null)
        {
            return false;
        }

        if (isText)
        {
            asset.Text = value;
        }
        else if (name.SequenceEqual("pinnedField"u8))
        {
            link.PinnedField = value;
        }
        else if (name.SequenceEqual("editorialStatus"u8))
        {
            link.EditorialStatus = value;
        }
        else if (name.SequenceEqual("assetPerformanceLabel"u8))
        {
            link.AssetPerformanceLabel = value;
        }
        else if (name.SequenceEqual("name"u8))
        {
            asset.Name = value;
        }
        else
        {
            return false;
        }

        return true;
    }
}
