namespace BingAds.Emulator.Rules.Criterions;

/// <summary>The names of a few places that tests like to aim at. Every positive id is a place; of others nothing is told.</summary>
internal static class Places
{
    public static IReadOnlyList<(long Id, string Name)> Countries { get; } =
    [
        (9, "Australia"), (32, "Canada"), (66, "France"), (72, "Germany"), (188, "United Kingdom"), (190, "United States"),
    ];

    public static (string? Name, string? Type) Find(long? id)
    {
        var country = Countries.FirstOrDefault(c => c.Id == id);
        return country.Name is null ? (null, null) : (country.Name, "Country");
    }
}
