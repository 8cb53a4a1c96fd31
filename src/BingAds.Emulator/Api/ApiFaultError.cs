namespace BingAds.Emulator.Api;

/// <summary>One reason for which a call is refused.</summary>
/// <param name="Code">The service's number.</param>
/// <param name="Details">What the name of the number does not say.</param>
internal readonly record struct ApiFaultError(int Code, string? Details);
