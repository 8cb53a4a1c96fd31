namespace BingAds.Bulk.Converters;

/// <summary>Millionths of a degree, shown as degrees.</summary>
internal static class GeoMicroDegreesCell
{
    private const double PerDegree = 1_000_000;

    public static int? Read(in BulkCell cell) => cell.IsDelete ? null : checked((int)Math.Round(DoubleCell.Parse(cell.Utf8) * PerDegree, MidpointRounding.ToEven));

    public static void Write(BulkRowWriter row, int column, int? value) => DoubleCell.Write(row, column, value / PerDegree);
}
