namespace BingAds;

/// <summary>Which Microsoft Advertising is meant.</summary>
public enum ApiEnvironment
{
    /// <summary>The real one: ads are served and cost money.</summary>
    Production,

    /// <summary>The one for trying out, with its own users, customers and accounts; its ads are never served.</summary>
    Sandbox,
}
