using System.Text;

namespace BingAds.Files.Tests;

public class StringCacheTests
{
    [Fact]
    public void Cache_gives_the_same_string_when_a_text_repeats()
    {
        using var cache = new StringCache();
        var first = cache.Get("Winter – Sale"u8);

        Assert.Equal("Winter – Sale", first);
        Assert.Same(first, cache.Get("Winter – Sale"u8));
        Assert.Same("", cache.Get(default));
    }

    [Fact]
    public void Cache_always_gives_the_text_when_texts_share_places()
    {
        var random = new Random(LongRun.Seed);
        using var cache = new StringCache();
        for (var i = 0; i < 50_000; i++)
        {
            // Alike at both ends, of few lengths: as many share a place as can be.
            var text = $"samestart{new string((char)('a' + random.Next(3)), random.Next(1, 60))}{random.Next(4)}sameends";
            Assert.Equal(text, cache.Get(Encoding.UTF8.GetBytes(text)));
        }
    }

    [Fact]
    public void Cache_keeps_the_names_of_a_campaign_when_they_differ_only_in_the_middle()
    {
        // Rows of a file take turns with the ad groups of a campaign; a cache that had one place for all of them would make each name anew.
        using var cache = new StringCache();
        var made = 0;
        for (var campaign = 1000; campaign < 1100; campaign++)
        {
            var names = new HashSet<string>(ReferenceEqualityComparer.Instance);
            for (var row = 0; row < 100; row++)
                names.Add(cache.Get(Encoding.UTF8.GetBytes($"Ad Group {row % 5} of {campaign}")));
            made += names.Count;
        }

        // Five names a campaign, and now and then two of them share a place after all.
        Assert.InRange(made, 500, 1500);
    }

    [Fact]
    public void Cache_starts_empty_when_its_arrays_were_used_before()
    {
        string first;
        using (var cache = new StringCache())
            first = cache.Get("Active"u8);
        using var next = new StringCache();

        Assert.NotSame(first, next.Get("Active"u8));
    }
}
