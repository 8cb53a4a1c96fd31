using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace BingAds.Tests.Authorization;

public class OAuthTokensTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero));

    [Fact]
    public void access_token_and_refresh_token_are_as_given()
    {
        var tokens = new OAuthTokens("at", 3600, "rt", _time);

        Assert.Equal(("at", "rt", 3600L), (tokens.AccessToken, tokens.RefreshToken, tokens.AccessTokenExpiresInSeconds));
    }

    [Fact]
    public void access_token_expired_follows_the_clock()
    {
        var tokens = new OAuthTokens("at", 3600, "rt", _time);
        Assert.False(tokens.AccessTokenExpired);

        _time.Advance(TimeSpan.FromSeconds(3599));
        Assert.False(tokens.AccessTokenExpired);

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(tokens.AccessTokenExpired);
    }

    [Fact]
    public void access_token_expires_in_seconds_that_is_unknown_never_expires()
    {
        var tokens = new OAuthTokens("at", null, "rt", _time);

        _time.Advance(TimeSpan.FromDays(1000));

        Assert.False(tokens.AccessTokenExpired);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-5, true)]
    [InlineData(long.MaxValue, false)]
    public void access_token_expires_in_seconds_may_be_anything(long seconds, bool isExpired)
        => Assert.Equal(isExpired, new OAuthTokens("at", seconds, "rt", _time).AccessTokenExpired);

    [Fact]
    public void access_token_received_datetime_is_when_the_tokens_came()
    {
        var tokens = new OAuthTokens("at", 3600, "rt", _time);

        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero), tokens.AccessTokenReceivedDateTime);
    }

    [Fact]
    public async Task response_json_is_the_whole_answer()
    {
        await using var fixture = new SignInFixture(static _ => new TokenReply(200, """{"access_token":"at","expires_in":3599,"ext_expires_in":7199,"new":{"x":[1]}}"""));

        var tokens = await fixture.SignIn.RequestOAuthTokensByRefreshTokenAsync("rt");

        Assert.Equal(7199, tokens.ResponseJson.GetProperty("ext_expires_in").GetInt32());
        Assert.Equal(1, tokens.ResponseJson.GetProperty("new").GetProperty("x")[0].GetInt32());
    }

    [Fact]
    public void ToString_shows_no_token()
    {
        var text = new OAuthTokens("at-hush", 3600, "rt-hush", _time).ToString();

        Assert.DoesNotContain("hush", text, StringComparison.Ordinal);
        Assert.Contains("2026-11-24 11:00:00Z", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ToStoredJson_is_read_back_by_FromStoredJson()
    {
        var tokens = new OAuthTokens("at", 3600, "rt", _time);
        _time.Advance(TimeSpan.FromMinutes(30));

        var copy = OAuthTokens.FromStoredJson(tokens.ToStoredJson(), _time);

        Assert.Equal((tokens.AccessToken, tokens.RefreshToken, tokens.AccessTokenReceivedDateTime), (copy.AccessToken, copy.RefreshToken, copy.AccessTokenReceivedDateTime));
        Assert.Equal(JsonValueKind.Undefined, copy.ResponseJson.ValueKind);
        _time.Advance(TimeSpan.FromMinutes(30));
        Assert.True(copy.AccessTokenExpired);
    }

    [Theory]
    [InlineData("hush")]
    [InlineData("{}")]
    [InlineData("[\"hush\"]")]
    [InlineData("""{"access_token":"hush"}""")]
    public void FromStoredJson_refuses_other_texts_and_does_not_show_them(string text)
    {
        var error = Assert.Throws<FormatException>(() => OAuthTokens.FromStoredJson(text));

        Assert.DoesNotContain("hush", error.ToString(), StringComparison.Ordinal);
    }
}
