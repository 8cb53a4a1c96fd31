namespace BingAds;

/// <summary>Who makes the calls: puts the user's credentials on each request.</summary>
/// <remarks>One object serves any number of clients and threads at once.</remarks>
public abstract class Authentication
{
    /// <summary>Puts the credentials on a request.</summary>
    /// <param name="headers">The headers being built; they know where they go (<see cref="RequestHeaders.Target"/>).</param>
    /// <exception cref="Errors.CredentialsException">There are no credentials yet, or they can't be sent in this place.</exception>
    public abstract void EnrichHeaders(RequestHeaders headers);

    /// <summary>Makes the credentials ready for a call: clients call this before each <see cref="EnrichHeaders"/>.</summary>
    /// <param name="refreshAutomatically">False: no token may be asked for, what is there is sent as it is.</param>
    /// <param name="cancellationToken">Ends this wait only; other calls that wait for the same token go on.</param>
    public virtual ValueTask PrepareAsync(bool refreshAutomatically, CancellationToken cancellationToken = default) => default;

    /// <summary>Looks for a newer token after the service refused one: clients call this once for a refused call, then repeat it.</summary>
    /// <param name="rejectedToken">The token that was refused (<see cref="RequestHeaders.AccessToken"/>).</param>
    /// <param name="cancellationToken">Ends this wait only; other calls that wait for the same token go on.</param>
    /// <returns>Whether another token is ready now, so that it is worth to repeat the call.</returns>
    public virtual ValueTask<bool> TryRefreshAsync(string? rejectedToken, CancellationToken cancellationToken = default) => new(false);
}
