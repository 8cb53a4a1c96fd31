namespace BingAds;

/// <summary>Who vouches for the user.</summary>
public enum IdentityProvider
{
    /// <summary>A Microsoft account, personal or of an organization.</summary>
    Microsoft,

    /// <summary>A Google account that was linked to Microsoft Advertising.</summary>
    Google,
}
