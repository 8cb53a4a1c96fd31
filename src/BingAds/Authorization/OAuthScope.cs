namespace BingAds;

/// <summary>Which permission is asked from the user.</summary>
public enum OAuthScope
{
    /// <summary>
    /// <c>msads.manage</c>: the one that the service accepts. The user proves a second factor at consent.
    /// </summary>
    MsAdsManage,

    /// <summary><c>ads.manage</c>: can still be had in production, but calls with such a token are refused since June 2022.</summary>
    AdsManage,

    /// <summary><c>bingads.manage</c> of the Live Connect sign-in; refused like <see cref="AdsManage"/>. Kept for who compares old code.</summary>
    BingAdsManage,
}
