using System.Globalization;

namespace BingAds.Emulator.Reports.Figures;

/// <summary>What hotel ads showed: the hotel and the stay that was searched.</summary>
internal static class HotelColumns
{
    private const int MaxAhead = 45;

    private static readonly (string Id, string Name, string Stars, string Category)[] s_hotels =
    [
        ("H-11", "Harbour View", "4", "Hotel"), ("H-12", "The Old Mill", "3", "Inn"), ("H-13", "Station House", "3", "Hotel"), ("H-14", "Dune Lodge", "5", "Resort"),
    ];

    private static readonly string[] s_sites = ["Local universal", "Map results", "Hotel search"];

    public static SliceColumn? Find(string column) => column switch
    {
        "HotelName" => SliceColumn.Of(Trait.Hotel, s_hotels, static h => h.Name),
        "AdvertiserHotelId" or "SourceHotelId" => SliceColumn.Of(Trait.Hotel, s_hotels, static h => h.Id),
        "CampaignHotelId" => SliceColumn.Of(Trait.Hotel, s_hotels, static h => "C" + h.Id),
        "StarRating" => SliceColumn.Of(Trait.Hotel, s_hotels, static h => h.Stars),
        "Category" => SliceColumn.Of(Trait.Hotel, s_hotels, static h => h.Category),
        "HotelGroup" => SliceColumn.Of(Trait.HotelGroup, "All hotels", "Class = 4", "Class = 3"),
        "HotelGroupNodeId" => new(static (in s) => s.Pick(Trait.HotelGroup, 3), static (l, code) => ReportValue.Of((l.Row.Id * 10) + code)),
        "AdvancedBookingWindow" => new(static (in s) => Ahead(s), static (_, code) => ReportValue.Of(code.ToString(CultureInfo.InvariantCulture))),
        "LengthOfStay" => new(static (in s) => 1 + s.Pick(Trait.Stay, 7), static (_, code) => ReportValue.Of(code.ToString(CultureInfo.InvariantCulture))),
        "CheckInDate" => new(CheckIn, static (_, code) => ReportValue.At(DateOnly.FromDayNumber((int)code).ToDateTime(TimeOnly.MinValue))),
        "CheckInDateDayOfWeek" => new(
            static (in s) => (long)DateOnly.FromDayNumber((int)CheckIn(s)).DayOfWeek, static (_, code) => ReportValue.Of(((DayOfWeek)code).ToString())),
        "DateType" => SliceColumn.Of(Trait.DateKind, "Default", "Selected"),
        "SiteType" => SliceColumn.Of(Trait.Site, s_sites),
        _ => null,
    };

    private static long CheckIn(in Slice slice) => slice.Day + Ahead(slice);

    private static int Ahead(in Slice slice) => slice.Pick(Trait.CheckIn, MaxAhead);
}
