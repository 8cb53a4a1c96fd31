namespace BingAds.Emulator.Reports.Figures;

/// <summary>Where searchers were, and which places they meant.</summary>
internal static class PlaceColumns
{
    private static readonly Place[] s_places =
    [
        new(72_101, "United States", "US", "Oregon", "Multnomah County", "Portland", "Portland, OR", "97201", "Downtown", "503"),
        new(72_102, "United States", "US", "Washington", "King County", "Seattle", "Seattle-Tacoma, WA", "98101", "Belltown", "206"),
        new(72_103, "United States", "US", "Texas", "Travis County", "Austin", "Austin, TX", "78701", "East Side", "512"),
        new(72_104, "United States", "US", "New York", "Erie County", "Buffalo", "Buffalo, NY", "14201", "Allentown", "716"),
        new(72_105, "Canada", "CA", "Ontario", "Ottawa Division", "Ottawa", "Ottawa", "K1A 0A1", "Centretown", "613"),
        new(72_106, "Canada", "CA", "Nova Scotia", "Halifax County", "Halifax", "Halifax", "B3J 1A1", "North End", "902"),
        new(72_107, "United Kingdom", "GB", "England", "Bristol", "Bristol", "West of England", "BS1 4DJ", "Harbourside", "0117"),
        new(72_108, "United Kingdom", "GB", "Scotland", "Aberdeenshire", "Aberdeen", "North of Scotland", "AB10 1AB", "Old Town", "01224"),
        new(72_109, "Australia", "AU", "Tasmania", "Hobart Region", "Hobart", "Hobart", "7000", "Battery Point", "03"),
        new(72_110, "Germany", "DE", "Bremen", "Bremen", "Bremen", "Bremen", "28195", "Schnoor", "0421"),
    ];

    public static SliceColumn? Find(string column) => column switch
    {
        "LocationId" => SliceColumn.Values(Trait.Place, s_places, static p => ReportValue.Of(p.Id)),
        "QueryIntentLocationId" => SliceColumn.Values(Trait.Interest, s_places, static p => ReportValue.Of(p.Id)),
        "LocationType" => SliceColumn.Of(Trait.PlaceKind, "Physical location", "Location of interest"),
        "ProximityTargetLocation" => SliceColumn.Of(Trait.Place, s_places, static p => $"{p.City}, {p.State}"),
        "Radius" => new(static (in s) => 5 * (1 + s.Pick(Trait.PlaceKind, 4)), static (_, code) => ReportValue.Of(code)),
        _ when column.StartsWith("QueryIntent", StringComparison.Ordinal) => Part(column["QueryIntent".Length..]) is { } part ? SliceColumn.Of(Trait.Interest, s_places, part) : null,
        _ when column.StartsWith("POS", StringComparison.Ordinal) => Part(column["POS".Length..]) is { } part ? SliceColumn.Of(Trait.Interest, s_places, part) : null,
        _ => Part(column) is { } part ? SliceColumn.Of(Trait.Place, s_places, part) : null,
    };

    private static Func<Place, string>? Part(string column) => column switch
    {
        "Country" or "CountryName" or "UserCountry" => static p => p.Country,
        "CountryCode" => static p => p.Code,
        "State" or "Region" => static p => p.State,
        "County" => static p => p.County,
        "City" or "MostSpecificLocation" => static p => p.City,
        "MetroArea" or "DMA" => static p => p.Metro,
        "PostalCode" => static p => p.Postal,
        "Neighborhood" => static p => p.Part,
        "AreaCode" => static p => p.Dial,
        _ => null,
    };

    private sealed record Place(long Id, string Country, string Code, string State, string County, string City, string Metro, string Postal, string Part, string Dial);
}
