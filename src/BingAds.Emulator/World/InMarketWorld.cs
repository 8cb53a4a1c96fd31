using BingAds.Emulator.Families;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator;

/// <summary>Audiences that the service itself offers to everybody: people who look as if they were about to buy something.</summary>
internal static class InMarketWorld
{
    private const long FirstId = 805_110_401;
    private const int SmallestAudience = 40_000;
    private const int Step = 23_700;

    private static readonly string[] s_names =
    [
        "Cars and motorcycles", "Cars and motorcycles / Used cars", "Cars and motorcycles / Spare parts", "Clothing", "Clothing / Shoes", "Clothing / Sportswear",
        "Computers", "Computers / Laptops", "Computers / Printers", "Education", "Education / Language courses", "Finance", "Finance / Credit cards", "Finance / Insurance",
        "Garden", "Garden / Tools", "Gifts and occasions", "Groceries", "Health", "Health / Fitness equipment", "Hobbies", "Hobbies / Musical instruments", "Home", "Home / Furniture",
        "Home / Kitchen appliances", "Phones", "Real estate", "Real estate / Rentals", "Software", "Sports", "Sports / Cycling", "Sports / Water sports", "Toys and games", "Travel",
        "Travel / Camping", "Travel / Flights", "Travel / Hotels",
    ];

    public static void Create(StoreSession session)
    {
        for (var i = 0; i < s_names.Length; i++)
        {
            var size = SmallestAudience + (Step * ((i * 7L) % s_names.Length)); // Any sizes, but not all alike.
            var audience = new InMarketAudience
            {
                Id = FirstId + i,
                Name = s_names[i],
                Description = $"People who look for: {s_names[i]}",
                SearchSize = size,
                AudienceNetworkSize = size * 2,
                Scope = EntityScope.Customer,
            };
            AudienceFamilies.Audiences.Insert(session, audience, EntityOwners.Service, EntityOwners.Service, EntityOwners.Service);
        }
    }
}
