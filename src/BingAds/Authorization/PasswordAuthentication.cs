namespace BingAds;

/// <summary>The user name and password of old times, sent with each call.</summary>
/// <remarks>
/// The service has refused this since version 12 of the API. It is here for code that is being moved, and for the local emulator, which accepts it when asked to.
/// </remarks>
public sealed class PasswordAuthentication : Authentication
{
    /// <summary>Takes the user's name and password.</summary>
    public PasswordAuthentication(string userName, string password)
    {
        ArgumentException.ThrowIfNullOrEmpty(userName);
        ArgumentException.ThrowIfNullOrEmpty(password);
        UserName = userName;
        Password = password;
    }

    /// <summary>The user's name.</summary>
    public string UserName { get; }

    /// <summary>The user's password.</summary>
    public string Password { get; }

    /// <inheritdoc/>
    public override void EnrichHeaders(RequestHeaders headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        headers.Set("UserName", UserName);
        headers.Set("Password", Password);
    }
}
