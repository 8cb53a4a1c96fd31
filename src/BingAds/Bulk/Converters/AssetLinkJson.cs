using System.Text.Json;
using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

/// <summary>What links to texts, images and videos have in common in JSON.</summary>
internal static class AssetLinkJson
{
    public static List<AssetLink>? Of<TAsset>(List<AssetLink>? links)
        where TAsset : Asset => links?.Where(static l => l?.Asset is TAsset).ToList();

    public static AssetLink Read(JsonElement item, Asset asset)
    {
        asset.Id = JsonCell.Long(item, "id");
        asset.Name = JsonCell.Text(item, "name");
        return new AssetLink
        {
            Asset = asset,
            PinnedField = JsonCell.Text(item, "pinnedField"),
            EditorialStatus = JsonCell.Text(item, "editorialStatus") is { } status ? (AssetLinkEditorialStatus?)status : null,
            AssetPerformanceLabel = JsonCell.Text(item, "assetPerformanceLabel"),
        };
    }

    public static ImageAsset Image(JsonElement item) => new()
    {
        SubType = JsonCell.Text(item, "subType"),
        CropHeight = JsonCell.Int(item, "cropHeight"),
        CropWidth = JsonCell.Int(item, "cropWidth"),
        CropX = JsonCell.Int(item, "cropX"),
        CropY = JsonCell.Int(item, "cropY"),
        TargetWidth = JsonCell.Int(item, "targetWidth"),
        TargetHeight = JsonCell.Int(item, "targetHeight"),
    };

    public static void WriteCrop(Utf8JsonWriter json, ImageAsset image)
    {
        JsonCell.WriteUnlessNull(json, "cropHeight", image.CropHeight);
        JsonCell.WriteUnlessNull(json, "cropWidth", image.CropWidth);
        JsonCell.WriteUnlessNull(json, "cropX", image.CropX);
        JsonCell.WriteUnlessNull(json, "cropY", image.CropY);
    }

    public static void WriteRest(Utf8JsonWriter json, AssetLink link)
    {
        JsonCell.WriteUnlessNull(json, "pinnedField", link.PinnedField);
        JsonCell.WriteUnlessNull(json, "editorialStatus", link.EditorialStatus?.ToString());
        JsonCell.WriteUnlessNull(json, "assetPerformanceLabel", link.AssetPerformanceLabel);
        JsonCell.WriteUnlessNull(json, "name", link.Asset!.Name);
    }
}
