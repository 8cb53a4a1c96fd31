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
    public void Cache_starts_empty_when_its_arrays_were_used_before()
    {
        string first;
        using (var cache = new StringCache())
            first = cache.Get("Active"u8);
        using var next = new StringCache();

        Assert.NotSame(first, next.Get("Active"u8));
    }
}
