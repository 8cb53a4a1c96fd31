using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

/// <summary>Images of an ad as JSON. Links to assets of another class are left out.</summary>
internal static class ImageAssetLinksCell
{
    public static List<AssetLink>? Read(in BulkCell cell) =>
        JsonCell.ReadList(cell, static item => AssetLinkJson.Read(item, AssetLinkJson.Image(item))) is { Count: > 0 } links ? links : null;

    public static void Write(BulkRowWriter row, int column, List<AssetLink>? value) =>
        JsonCell.WriteList(row, column, AssetLinkJson.Of<ImageAsset>(value), static (json, link) =>
        {
            var image = (ImageAsset)link.Asset!;
            JsonCell.WriteUnlessNull(json, "id", image.Id);
            json.WriteString("subType", image.SubType);
            AssetLinkJson.WriteCrop(json, image);
            AssetLinkJson.WriteRest(json, link);
            JsonCell.WriteUnlessNull(json, "targetWidth", image.TargetWidth);
            JsonCell.WriteUnlessNull(json, "targetHeight", image.TargetHeight);
        });
}
