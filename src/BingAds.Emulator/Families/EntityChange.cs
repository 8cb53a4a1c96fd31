using BingAds.Contract;

namespace BingAds.Emulator.Families;

/// <summary>One update: the entity before, what the call gives, and the entity after. <see cref="After"/> may still be changed.</summary>
internal sealed record EntityChange<T>(T Before, T Given, T After)
    where T : ApiObject;
