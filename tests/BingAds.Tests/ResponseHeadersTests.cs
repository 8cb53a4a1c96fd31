using System.Net.Http;

namespace BingAds.Tests;

public class ResponseHeadersTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Headers_of_a_real_answer_are_found_whatever_their_case()
    {
        using var response = new HttpResponseMessage { Content = new StringContent("{}") };
        response.Headers.Add("TrackingId", "track-1");
        response.Headers.Add("Set-Cookie", ["a=secret1", "b=secret2"]);

        var headers = new ResponseHeaders(response.Headers.Concat(response.Content.Headers));

        Assert.Equal("track-1", headers["trackingid"]);
        Assert.Equal(["a=secret1", "b=secret2"], headers.GetValues("set-cookie"));
        Assert.Equal("a=secret1, b=secret2", headers["Set-Cookie"]);
        Assert.True(headers.Contains("Content-Type"));
        Assert.Null(headers["Nothing"]);
        Assert.DoesNotContain("secret", headers.ToString(), StringComparison.Ordinal);
        Assert.Empty(ResponseHeaders.Empty);
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData(" 0 ", 0)]
    [InlineData("Tue, 24 Nov 2026 12:01:30 GMT", 90)]
    [InlineData("Tue, 24 Nov 2026 11:00:00 GMT", 0)]
    [InlineData("soon", null)]
    [InlineData("-5", null)]
    [InlineData("", null)]
    public void GetRetryAfter_reads_seconds_and_dates(string text, int? seconds) =>
        Assert.Equal(seconds, new ResponseHeaders([KeyValuePair.Create("retry-after", text)]).GetRetryAfter(s_now)?.TotalSeconds);
}
