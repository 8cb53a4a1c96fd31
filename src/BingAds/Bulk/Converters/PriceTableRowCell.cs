using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

/// <summary>Rows of a price table: up to eight groups of ten columns. A group without a cell is no row.</summary>
internal static class PriceTableRowCell
{
    public static void Begin(PriceAdExtension? extension)
    {
        if (extension is not null)
        {
            extension.TableRows ??= [];
        }
    }

    public static void End(PriceAdExtension? extension) => extension?.TableRows?.RemoveAll(static row => row is null);

    public static void ReadCurrencyCode(in BulkCell cell, PriceAdExtension? extension, int index)
    {
        if (Make(extension, index) is { } made)
        {
            made.CurrencyCode = TextCell.Read(cell);
        }
    }

    public static void WriteCurrencyCode(BulkRowWriter row, int column, PriceAdExtension? extension, int index) => TextCell.Write(row, column, Row(extension, index)?.CurrencyCode);

    public static void ReadDescription(in BulkCell cell, PriceAdExtension? extension, int index)
    {
        if (Make(extension, index) is { } made)
        {
            made.Description = TextCell.Read(cell);
        }
    }

    public static void WriteDescription(BulkRowWriter row, int column, PriceAdExtension? extension, int index) => TextCell.Write(row, column, Row(extension, index)?.Description);

    public static void ReadHeader(in BulkCell cell, PriceAdExtension? extension, int index)
    {
        if (Make(extension, index) is { } made)
        {
            made.Header = TextCell.Read(cell);
        }
    }

    public static void WriteHeader(BulkRowWriter row, int column, PriceAdExtension? extension, int index) => TextCell.Write(row, column, Row(extension, index)?.Header);

    public static void ReadTermsAndConditions(in BulkCell cell, PriceAdExtension? extension, int index)
    {
        if (Make(extension, index) is { } made)
        {
            made.TermsAndConditions = TextCell.Read(cell);
        }
    }

    public static void WriteTermsAndConditions(BulkRowWriter row, int column, PriceAdExtension? extension, int index) => TextCell.Write(row, column, Row(extension, index)?.TermsAndConditions);

    public static void ReadTermsAndConditionsUrl(in BulkCell cell, PriceAdExtension? extension, int index)
    {
        if (Make(extension, index) is { } made)
        {
            made.TermsAndConditionsUrl = TextCell.Read(cell);
        }
    }

    public static void WriteTermsAndConditionsUrl(BulkRowWriter row, int column, PriceAdExtension? extension, int index) => TextCell.Write(row, column, Row(extension, index)?.TermsAndConditionsUrl);

    public static void ReadFinalUrls(in BulkCell cell, PriceAdExtension? extension, int index)
    {
        if (Make(extension, index) is { } made)
        {
            made.FinalUrls = [cell.ToString()];
        }
    }

    public static void WriteFinalUrls(BulkRowWriter row, int column, PriceAdExtension? extension, int index) => TextCell.Write(row, column, Row(extension, index)?.FinalUrls?.FirstOrDefault());

    public static void ReadFinalMobileUrls(in BulkCell cell, PriceAdExtension? extension, int index)
    {
        if (Make(extension, index) is { } made)
        {
            made.FinalMobileUrls = [cell.ToString()];
        }
    }

    public static void WriteFinalMobileUrls(BulkRowWriter row, int column, PriceAdExtension? extension, int index) => TextCell.Write(row, column, Row(extension, index)?.FinalMobileUrls?.FirstOrDefault());

    public static void ReadPrice(in BulkCell cell, PriceAdExtension? extension, int index)
    {
        if (Make(extension, index) is { } made)
        {
            made.Price = DoubleCell.Read(cell);
        }
    }

    public static void WritePrice(BulkRowWriter row, int column, PriceAdExtension? extension, int index) => DoubleCell.Write(row, column, Row(extension, index)?.Price);

    public static void ReadPriceQualifier(in BulkCell cell, PriceAdExtension? extension, int index)
    {
        if (Make(extension, index) is { } made)
        {
            made.PriceQualifier = EnumCell.Read<PriceQualifier>(cell, BulkEnumNumbers.PriceQualifier);
        }
    }

    public static void WritePriceQualifier(BulkRowWriter row, int column, PriceAdExtension? extension, int index) => EnumCell.Write(row, column, Row(extension, index)?.PriceQualifier);

    public static void ReadPriceUnit(in BulkCell cell, PriceAdExtension? extension, int index)
    {
        if (Make(extension, index) is { } made)
        {
            made.PriceUnit = EnumCell.Read<PriceUnit>(cell, BulkEnumNumbers.PriceUnit);
        }
    }

    public static void WritePriceUnit(BulkRowWriter row, int column, PriceAdExtension? extension, int index) => EnumCell.Write(row, column, Row(extension, index)?.PriceUnit);

    private static PriceTableRow? Row(PriceAdExtension? extension, int index) =>
        extension?.TableRows is { } rows && index < rows.Count ? rows[index] : null;

    // Groups that are skipped leave null until the end.
    private static PriceTableRow? Make(PriceAdExtension? extension, int index)
    {
        if (extension?.TableRows is not { } rows)
        {
            return null;
        }

        while (rows.Count <= index)
        {
            rows.Add(null!);
        }

        return rows[index] ??= new PriceTableRow
        {
            CurrencyCode = "", Description = "", Header = "", TermsAndConditions = "", TermsAndConditionsUrl = "", FinalUrls = [""], FinalMobileUrls = [""],
        };
    }
}
