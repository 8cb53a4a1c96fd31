using BingAds.Generator.Docs;

namespace BingAds.Generator.Tests.Docs;

public sealed class WordsTests
{
    [Theory]
    [InlineData("FinalUrlSuffix", "final URL suffix")]
    [InlineData("CpcBid", "CPC bid")]
    [InlineData("AdGroupIds", "ad group ids")]
    [InlineData("MSCLKIDAutoTaggingEnabled", "MSCLKID auto tagging enabled")]
    [InlineData("MSClickIdPerformance", "Microsoft click id performance")]
    [InlineData("UetTagId", "UET tag id")]
    [InlineData("BMCStore", "BMC store")]
    [InlineData("AISearchSetting", "AI search setting")]
    [InlineData("LastSyncTimeInUTC", "last sync time in UTC")]
    [InlineData("L1Vertical", "L1 vertical")]
    [InlineData("VideoViewsAt25Percent", "video views at 25 percent")]
    [InlineData("LinkedInSegments", "LinkedIn segments")]
    [InlineData("KeywordKPIs", "keyword KPIs")]
    [InlineData("WoWSearches", "week over week searches")]
    [InlineData("Ecpc_BidScaling", "enhanced CPC bid scaling")]
    [InlineData("iOS", "iOS")]
    [InlineData("AnnotationOptOut", "annotation opt-out")]
    public void Words_splits_names_as_they_are_spoken(string name, string expected)
    {
        Assert.Equal(expected, Words.Split(name));
    }

    [Theory]
    [InlineData("ad group", "an ad group")]
    [InlineData("UET tag", "a UET tag")]
    [InlineData("URL parameter", "a URL parameter")]
    [InlineData("RSA", "an RSA")]
    [InlineData("user", "a user")]
    [InlineData("frequency cap settings", "frequency cap settings")]
    [InlineData("campaign status", "campaign status")]
    [InlineData("metadata", "metadata")]
    public void English_puts_the_right_article(string phrase, string expected)
    {
        Assert.Equal(expected, English.WithArticle(phrase));
    }

    [Theory]
    [InlineData("bid strategy", "bid strategies")]
    [InlineData("address", "addresses")]
    [InlineData("media", "media")]
    [InlineData("campaigns", "campaigns")]
    [InlineData("day", "days")]
    public void English_makes_plurals(string phrase, string expected)
    {
        Assert.Equal(expected, English.Plural(phrase));
    }
}
