namespace BingAds;

/// <summary>Where the headers of a call go; each place names and carries them in its own way.</summary>
public enum HeaderTarget
{
    /// <summary>HTTP headers of a REST call: the token is <c>Authorization: Bearer …</c>.</summary>
    Rest,

    /// <summary>Elements of the SOAP header, in the service's namespace: the token is <c>AuthenticationToken</c>.</summary>
    Soap,

    /// <summary>HTTP headers of a bulk file upload: the token is <c>AuthenticationToken</c>, and the account goes under both its names.</summary>
    Upload,
}
