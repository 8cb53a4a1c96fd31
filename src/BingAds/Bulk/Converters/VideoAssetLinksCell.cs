using System.Text.Json;
using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

/// <summary>Videos of an ad as JSON. Links to assets of another class are left out.</summary>
internal static class VideoAssetLinksCell
{
    public static List<AssetLink>? Read(in BulkCell cell) =>
        JsonCell.ReadList(cell, static item => AssetLinkJson.Read(item, new VideoAsset
        {
            SubType = JsonCell.Text(item, "subType"),
            ThumbnailImage = JsonCell.Find(item, "thumbnailImage") is { } image ? Thumbnail(image) : null,
        })) is { Count: > 0 } links ? links : null;

    public static void Write(BulkRowWriter row, int column, List<AssetLink>? value) =>
        JsonCell.WriteList(row, column, AssetLinkJson.Of<VideoAsset>(value), static (json, link) =>
        {
            var video = (VideoAsset)link.Asset!;
            JsonCell.WriteUnlessNull(json, "id", video.Id);
            json.WriteString("subType", video.SubType);
            if (video.ThumbnailImage is { } image)
            {
                json.WriteStartObject("thumbnailImage");
                JsonCell.WriteUnlessNull(json, "id", image.Id);
                json.WriteString("subType", image.SubType);
                AssetLinkJson.WriteCrop(json, image);
                JsonCell.WriteUnlessNull(json, "name", image.Name);
                JsonCell.WriteUnlessNull(json, "targetWidth", image.TargetWidth);
                JsonCell.WriteUnlessNull(json, "targetHeight", image.TargetHeight);
                json.WriteEndObject();
            }

            AssetLinkJson.WriteRest(json, link);
        });

    private static ImageAsset Thumbnail(JsonElement item)
    {
        var image = AssetLinkJson.Image(item);
        image.Id = JsonCell.Long(item, "id");
        image.Name = JsonCell.Text(item, "name");
        return image;
    }
}
