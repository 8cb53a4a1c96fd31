namespace BingAds.Contract;

/// <summary>What a member without a value becomes.</summary>
internal enum NullPolicy
{
    /// <summary>As a client sends it: left out, unless an explicit null was asked for.</summary>
    Omit,

    /// <summary>As the service answers over REST: null, but for the members that it leaves out when empty.</summary>
    Write,
}
