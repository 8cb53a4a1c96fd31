using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Rules.AdExtensions;

/// <summary>What an ad extension must be, by its type.</summary>
internal static class AdExtensionRules
{
    private const int DeviceIncompatible = 3904;
    private const int SitelinkDevice = 3954;
    private const int AppDevice = 3981;

    // The only device that can be preferred, besides all of them.
    private const long Mobile = 30001;

    public static void Check(AdExtension extension, ItemErrors errors)
    {
        CheckDevice(extension, errors);
        ScheduleRules.Check(extension.Scheduling, errors);
        switch (extension)
        {
            case SitelinkAdExtension e: SitelinkRules.Check(e, errors); break;
            case CallAdExtension e: CallRules.Check(e, errors); break;
            case LocationAdExtension e: LocationExtensionRules.Check(e, errors); break;
            case AppAdExtension e: AppRules.Check(e, errors); break;
            case ImageAdExtension e: ImageRules.Check(e, errors); break;
            case PriceAdExtension e: PriceRules.Check(e, errors); break;
            case PromotionAdExtension e: PromotionRules.Check(e, errors); break;
            case StructuredSnippetAdExtension e: SnippetRules.Check(e, errors); break;
            case FilterLinkAdExtension e: SnippetRules.Check(e, errors); break;
            case CalloutAdExtension e: PlainExtensionRules.Check(e, errors); break;
            case ReviewAdExtension e: PlainExtensionRules.Check(e, errors); break;
            case ActionAdExtension e: PlainExtensionRules.Check(e, errors); break;
            case FlyerAdExtension e: PlainExtensionRules.Check(e, errors); break;
            case VideoAdExtension e: PlainExtensionRules.Check(e, errors); break;
            case DisclaimerAdExtension e: PlainExtensionRules.Check(e, errors); break;
            case LogoAdExtension e: PlainExtensionRules.Check(e, errors); break;
        }
    }

    private static void CheckDevice(AdExtension extension, ItemErrors errors)
    {
        if (extension.DevicePreference is not { } device)
            return;
        var isKnown = device is 0 or Mobile;
        if (extension is SitelinkAdExtension)
            errors.Require(isKnown, SitelinkDevice);
        else if (extension is AppAdExtension)
            errors.Require(isKnown, AppDevice);
        else
            errors.Require(device == 0, DeviceIncompatible);
    }
}
