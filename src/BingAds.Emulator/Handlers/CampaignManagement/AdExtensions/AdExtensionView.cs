using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.AdExtensions;

/// <summary>What an answer shows of an extension: some members only when they are asked for.</summary>
internal static class AdExtensionView
{
    public static void Trim(AdExtension? extension, AdExtensionAdditionalField? more)
    {
        if (extension is not ImageAdExtension image)
            return;
        if (more?.Has(AdExtensionAdditionalField.Images) != true)
            image.Images = null;
        if (more?.Has(AdExtensionAdditionalField.DisplayText) != true)
            image.DisplayText = null;
        if (more?.Has(AdExtensionAdditionalField.Layouts) != true)
            image.Layouts = null;
        if (more?.Has(AdExtensionAdditionalField.SourceType) != true)
            image.SourceType = null;
    }
}
