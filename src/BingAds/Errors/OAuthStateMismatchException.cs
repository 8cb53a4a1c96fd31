namespace BingAds.Errors;

/// <summary>
/// The <c>state</c> that came back on the redirect is not the one that was sent out: the redirect belongs to another sign-in, or somebody made it up.
/// </summary>
/// <remarks>The code in the redirect was not used.</remarks>
public sealed class OAuthStateMismatchException(string message) : OAuthTokenRequestException(Code, message)
{
    /// <summary>The <see cref="OAuthTokenRequestException.ErrorCode"/> of this error; it is this library's, not a server's.</summary>
    public const string Code = "state_mismatch";
}
