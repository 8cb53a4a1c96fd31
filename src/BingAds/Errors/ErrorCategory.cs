namespace BingAds.Errors;

/// <summary>What kind of failure an error is, and so who can do something about it.</summary>
public enum ErrorCategory
{
    /// <summary>The service names a code that neither this version nor its table knows.</summary>
    Unknown,

    /// <summary>Something in the request is wrong: a repeated call fails the same way.</summary>
    Validation,

    /// <summary>What the request names does not exist (any more), or is not in this account.</summary>
    NotFound,

    /// <summary>It exists already, it was changed by somebody else, or its present state does not allow the change.</summary>
    Conflict,

    /// <summary>Too many: of entities in the account, or of items in one call.</summary>
    Limit,

    /// <summary>Refused by editorial review.</summary>
    Editorial,

    /// <summary>The sign-in, or a header that goes with it, is missing, expired or wrong.</summary>
    Credentials,

    /// <summary>Signed in, but not allowed to do this; or the feature is not switched on for the customer.</summary>
    Permission,

    /// <summary>Too many calls or jobs at once: wait, then repeat.</summary>
    Throttled,

    /// <summary>The service failed or is not ready: repeat later.</summary>
    Service,

    /// <summary>No answer came: connection, DNS, TLS, proxy.</summary>
    Transport,

    /// <summary>A deadline passed.</summary>
    Timeout,

    /// <summary>An answer came that can't be read.</summary>
    BrokenResponse,

    /// <summary>A file could not be downloaded, uploaded, read or written.</summary>
    File,
}
