namespace BingAds.Emulator.Tests.Jobs;

/// <summary>Signs calls with a token that somebody made.</summary>
internal sealed class FixedToken(string token) : Authentication
{
    public override void EnrichHeaders(RequestHeaders headers) => headers.SetAccessToken(token);
}
