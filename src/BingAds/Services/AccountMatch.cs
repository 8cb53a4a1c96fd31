namespace BingAds;

/// <summary>By what an account was found.</summary>
public enum AccountMatch
{
    /// <summary>Its id.</summary>
    Id,

    /// <summary>The number that the web pages show.</summary>
    Number,

    /// <summary>Its name.</summary>
    Name,
}
