using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

/// <summary>Texts of an ad as JSON. Links to assets of another class are left out.</summary>
internal static class TextAssetLinksCell
{
    public static List<AssetLink>? Read(in BulkCell cell) => TextAssetLinksReader.TryRead(cell, out var usual) ? usual :
        JsonCell.ReadList(cell, static item => AssetLinkJson.Read(item, new TextAsset { Text = JsonCell.Text(item, "text") })) is { Count: > 0 } links ? links : null;

    public static void Write(BulkRowWriter row, int column, List<AssetLink>? value) =>
        JsonCell.WriteList(row, column, AssetLinkJson.Of<TextAsset>(value), static (json, link) =>
        {
            JsonCell.WriteUnlessNull(json, "id", link.Asset!.Id);
            json.WriteString("text", ((TextAsset)link.Asset).Text);
            AssetLinkJson.WriteRest(json, link);
        });
}
