using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Rules.AdExtensions;

/// <summary>Tables of what things cost.</summary>
internal static class PriceRules
{
    private const int MinRows = 3;
    private const int MaxRows = 8;
    private const int MaxText = 25;
    private const int DuplicateHeaders = 5500;
    private const int TooFewRows = 5501;
    private const int NegativePrice = 5502;
    private const int CurrencyNotSupported = 5503;

    public static void Check(PriceAdExtension price, ItemErrors errors)
    {
        ExtensionTexts.RequireThat(errors, EnumRules.IsLanguage(price.Language), nameof(price.Language));
        ExtensionTexts.RequireThat(
            errors, price.PriceExtensionType?.Known is not (null or PriceExtensionType.KnownValue.Unrecognized or PriceExtensionType.KnownValue.Unknown), nameof(price.PriceExtensionType));
        var rows = price.TableRows ?? [];
        errors.Require(rows.Count >= MinRows, TooFewRows);
        ExtensionTexts.RequireThat(errors, rows.Count <= MaxRows, nameof(price.TableRows));
        errors.Require(rows.Select(static r => TextRules.FoldCase(r?.Header)).Distinct(StringComparer.Ordinal).Count() == rows.Count, DuplicateHeaders);
        foreach (var row in rows)
        {
            CheckRow(row, errors);
        }

        UrlRules.CheckTracking(errors, price.TrackingUrlTemplate, price.FinalUrlSuffix, price.UrlCustomParameters);
        price.UrlCustomParameters = UrlRules.Normalize(price.UrlCustomParameters);
    }

    private static void CheckRow(PriceTableRow? row, ItemErrors errors)
    {
        if (row is null)
        {
            ExtensionTexts.RequireThat(errors, false, nameof(PriceAdExtension.TableRows));
            return;
        }

        ExtensionTexts.Require(errors, row.Header, MaxText, nameof(row.Header));
        ExtensionTexts.Require(errors, row.Description, MaxText, nameof(row.Description));
        errors.Require(row.CurrencyCode is { } code && EnumRules.IsCurrency(code), CurrencyNotSupported);
        ExtensionTexts.RequireThat(errors, row.Price is not null && double.IsFinite(row.Price.Value), nameof(row.Price));
        errors.Require(row.Price is null or >= 0, NegativePrice);
        ExtensionTexts.RequireThat(
            errors, row.PriceQualifier?.Known is not (null or PriceQualifier.KnownValue.Unrecognized or PriceQualifier.KnownValue.Unknown), nameof(row.PriceQualifier));
        ExtensionTexts.RequireThat(errors, row.PriceUnit?.Known is not (null or PriceUnit.KnownValue.Unrecognized or PriceUnit.KnownValue.Unknown), nameof(row.PriceUnit));
        UrlRules.CheckUrls(errors, row.FinalUrls, row.FinalMobileUrls);
    }

    /// <summary>Rows given in an update leave out what stays as it is in the row at their place.</summary>
    public static List<PriceTableRow> MergeRows(List<PriceTableRow>? before, List<PriceTableRow> given)
    {
        var merged = new List<PriceTableRow>(given.Count);
        for (var i = 0; i < given.Count; i++)
        {
            if (given[i] is not null && before?.ElementAtOrDefault(i)?.Clone() is PriceTableRow row)
            {
                EntityMerge.Apply(row, given[i]);
                merged.Add(row);
            }
            else
            {
                merged.Add(given[i]);
            }
        }

        return merged;
    }
}
