namespace BingAds.Emulator.Files;

/// <summary>What a link is worth.</summary>
internal enum LinkState
{
    Good,
    Expired,

    /// <summary>It was not given out like this.</summary>
    Forged,
}
