using BingAds.Errors;

namespace BingAds.Tests.Errors;

public class SecretsTests
{
    private const string Secret = "s3cr3t-Value.of_a-token";

    [Theory]
    [InlineData("Authorization: Bearer {0}")]
    [InlineData("authorization: bearer   {0}, other")]
    [InlineData("Authorization: Basic {0}")]
    [InlineData("{{\"access_token\":\"{0}\",\"expires_in\":3600}}")]
    [InlineData("{{\\\"refresh_token\\\": \\\"{0}\\\"}}")]
    [InlineData("{{\"client_secret\" : \"{0}")]
    [InlineData("{{'password': '{0}'}}")]
    [InlineData("grant_type=refresh_token&refresh_token={0}&client_id=x")]
    [InlineData("https://host.test/cb?code={0}&state=1")]
    [InlineData("https://files.test/report.zip?sv=1&sig={0}")]
    [InlineData("DeveloperToken: {0}\r\nCustomerId: 1")]
    [InlineData("<h:AuthenticationToken xmlns:h=\"urn:x\">{0}</h:AuthenticationToken>")]
    [InlineData("<Password>{0}</Password>")]
    public void Secret_is_gone_from_every_text_of_an_exception(string form)
    {
        var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, form, Secret);
        SdkException[] all =
        [
            ApiException.Create(new ApiFailure { HttpStatus = 401, Body = text }),
            ApiException.Create(new ApiFailure { Message = text }),
            ApiException.Create(new ApiFailure { Errors = [new ApiError { Code = 105, Message = text, Details = text, FieldPath = text }] }),
            new BrokenResponseException(text) { Snippet = text, Path = text },
            new FileDownloadException(text, new IOException(text)),
            new TransportException(TransportFailure.Connect, "GetUser", new IOException(text)),
            new PartialErrorException(new PartialErrors([new ItemError(0, null, new ApiError { Code = 1100, Message = text })])),
        ];

        Assert.All(all, e => Assert.DoesNotContain(Secret, e.Message, StringComparison.Ordinal));
        Assert.All(all, e => Assert.Contains("***", e.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl")]
    [InlineData("EwBYA8l6BAAUkj1NuJYtTVha+Mogk+HEiPbQo04AAQ1234567890abcdef")]
    [InlineData("0.AXoA1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8S9t0")]
    public void Bare_token_is_masked(string token) =>
        Assert.Equal("token *** was refused", Secrets.Snippet($"token {token} was refused"));

    [Theory]
    [InlineData("1102 CampaignServiceAdExtensionIdToCampaignIdAssociationArrayShouldNotBeNullOrEmpty")]
    [InlineData("TrackingId 6f1c0f3e-0000-4000-8000-00000000a001")]
    [InlineData("{ \"Code\": 109, \"ErrorCode\": \"AuthenticationTokenExpired\", \"Message\": \"Token is no longer valid.\" }")]
    [InlineData("HTTP code: 400")]
    public void Text_without_secrets_stays_as_it_is(string text) => Assert.Equal(text, Secrets.Snippet(text));

    [Fact]
    public void Snippet_is_one_line_of_at_most_200_characters()
    {
        var snippet = Secrets.Snippet(string.Concat(Enumerable.Repeat("words of\r\n a gateway\t", 10_000)))!;

        Assert.Equal(200, snippet.Length);
        Assert.EndsWith("...", snippet, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', snippet);
    }

    [Fact]
    public void Secret_cut_by_the_length_is_masked_too()
    {
        var text = new string('x', 150).Replace("xxxxx", "xxxx ", StringComparison.Ordinal) + "\"access_token\":\"" + string.Concat(Enumerable.Repeat("abc-", 5000));

        Assert.EndsWith("\"access_token\":***", Secrets.Snippet(text), StringComparison.Ordinal);
    }
}
