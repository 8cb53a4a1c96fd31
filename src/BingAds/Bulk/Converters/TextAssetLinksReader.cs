using System.Runtime.CompilerServices;
using System.Text.Json;
using BingAds.Files;
using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

/// <summary>
/// Reads texts of an ad straight from JSON tokens, as every ad of a download has a dozen of them. Only the usual shape: objects with the known members as texts. Whatever
/// else is met is left to the reading of whole documents, which has the rules for it.
/// </summary>
internal static class TextAssetLinksReader
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryRead(in BulkCell cell, out List<AssetLink>? links)
    {
        links = null;
        var json = new Utf8JsonReader(cell.Utf8);
        if (!json.Read() || json.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        // May be more than there are, where a text holds the same characters; never fewer in compact JSON.
        var list = new List<AssetLink>(cell.Utf8.Count("{\""u8));
        while (json.Read() && json.TokenType == JsonTokenType.StartObject)
        {
            if (!TryReadLink(ref json, cell.Texts, out var link))
            {
                return false;
            }

            list.Add(link);
        }

        if (json.TokenType != JsonTokenType.EndArray || json.Read())
        {
            return false;
        }

        links = list.Count > 0 ? list : null;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryReadLink(ref Utf8JsonReader json, StringCache? texts, out AssetLink link)
    {
        var asset = new TextAsset();
        link = new AssetLink { Asset = asset };
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueIsEscaped)
            {
                return false;
            }

            var name = json.ValueSpan;
            var member = name.SequenceEqual("text"u8) ? Member.Text
                : name.SequenceEqual("pinnedField"u8) ? Member.PinnedField
                : name.SequenceEqual("editorialStatus"u8) ? Member.EditorialStatus
                : name.SequenceEqual("assetPerformanceLabel"u8) ? Member.PerformanceLabel
                : name.SequenceEqual("name"u8) ? Member.Name
                : name.SequenceEqual("id"u8) ? Member.Id
                : Member.Other;
            if (member == Member.Other || !json.Read() || !TrySet(ref json, texts, member, link, asset))
            {
                return false;
            }
        }

        return json.TokenType == JsonTokenType.EndObject;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TrySet(ref Utf8JsonReader json, StringCache? texts, Member member, AssetLink link, TextAsset asset)
    {
        if (member == Member.Id)
        {
            if (json.TokenType != JsonTokenType.Number || !json.TryGetInt64(out var id))
            {
                return false;
            }

            asset.Id = id;
            return true;
        }

        if (json.TokenType != JsonTokenType.String)
        {
            return false;
        }

        switch (member)
        {
            case Member.Text: asset.Text = json.GetString(); break;
            case Member.PinnedField: link.PinnedField = Repeated(ref json, texts); break;
            case Member.EditorialStatus: link.EditorialStatus = Repeated(ref json, texts); break;
            case Member.PerformanceLabel: link.AssetPerformanceLabel = Repeated(ref json, texts); break;
            default: asset.Name = json.GetString(); break;
        }

        return true;
    }

    private static string Repeated(ref Utf8JsonReader json, StringCache? texts) =>
        texts is null || json.ValueIsEscaped ? json.GetString()! : texts.Get(json.ValueSpan);

    private enum Member
    {
        Other,
        Text,
        PinnedField,
        EditorialStatus,
        PerformanceLabel,
        Name,
        Id,
    }
}
