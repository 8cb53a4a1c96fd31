using static BingAds.Emulator.Tests.Records.RecordSession;

namespace BingAds.Emulator.Tests.Records;

/// <summary>One emulator with something of each kind that records hang on, for the many tests of one record type each.</summary>
public sealed class ParentsFixture : IAsyncLifetime
{
    internal RecordSession Session { get; private set; } = null!;

    internal string Account => $"{DemoCredentials.AccountId}";

    public async ValueTask InitializeAsync()
    {
        Session = await StartAsync();
        await Session.AddAsync(
            With(With(Sample.Campaign("-1", "Boats"), "Website", "shop.example.com"), "Domain Language", "English"),
            Sample.AdGroup("-2", "-1", "Canoes"),
            With(Sample.AdGroup("-3", "-1", "All pages"), "Ad Group Type", "SearchDynamic"),
            With(Sample.Campaign("-4", "Readers"), "Campaign Type", "Audience"),
            Sample.AdGroup("-5", "-4", "Pictures"),
            With(With(With(Sample.Campaign("-6", "Shop"), "Campaign Type", "Shopping"), "Store Id", "88"), "Country Code", "US"),
            Sample.AdGroup("-7", "-6", "Offers"),
            With(Sample.Keyword("oak canoe"), "Id", "-8"),
            With(Sample.SearchAd(), "Id", "-9"),
            Row("Label", "Id", "-10", "Label", "Spring", "Color", "#11AA22"),
            Row("Dynamic Search Ad", "Id", "-11", "Parent Id", "-3", "Text", "Browse all boats", "Text Part 2", "To your pier"),
            Row("Product Ad", "Id", "-12", "Parent Id", "-7", "Promotion", "Free paddle"),
            Row("Responsive Ad", "Id", "-13", "Parent Id", "-5", "Business Name", "Harbour Shop", "Headlines", """[{"text":"Out on the lake"}]""", "Long Headlines", """[{"text":"Out on the lake early"}]""", "Descriptions", """[{"text":"Canoes to hire"}]""", "Final Url", "https://shop.example.com/lake"),
            Row("App Install Ad", "Id", "-14", "Parent Id", "-2", "Title", "The boat app", "Text", "All boats in one place", "App Platform", "iOS", "App Id", "a1", "Final Url", "https://shop.example.com/app"),
            Row("Negative Keyword List", "Id", "-20", "Name", "Never"),
            Row("Account Negative Keyword List", "Id", "-21", "Name", "Never at all"),
            Row("Account Content Negative Keyword List", "Id", "-22", "Name", "Not beside"),
            Row("Account Placement Exclusion List", "Id", "-23", "Name", "Not there"),
            Row("Account Placement Inclusion List", "Id", "-24", "Name", "Only there"),
            Row("Brand List", "Id", "-25", "Parent Id", Account, "Name", "Brands"),
            Row("Feed", "Id", "-30", "Parent Id", Account),
            Row("Customer List", "Id", "-31", "Parent Id", Account, "Audience", "Buyers"),
            Row("Asset Group", "Id", "-32", "Parent Id", "-1", "Asset Group", "Picnic"),
            Row("Audience Group", "Id", "-33", "Parent Id", Account));
    }

    public ValueTask DisposeAsync() => Session.DisposeAsync();

    internal static Dictionary<string, string> With(Dictionary<string, string> row, string column, string text) => new(row, StringComparer.Ordinal) { [column] = text };
}
