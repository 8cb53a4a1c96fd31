using Xunit.v3;

namespace BingAds.Emulator.Tests;

/// <summary>Says on a test what it shows of operations when it passes; the page of what the emulator covers is made from that.</summary>
/// <param name="coverage">How much the test shows.</param>
/// <param name="operations">Their names with the service: <c>CampaignManagement.AddCampaigns</c>.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ShowsAttribute(Coverage coverage, params string[] operations) : Attribute, ITraitAttribute
{
    /// <summary>What neither the test nor the emulator checks, for readers of the page; null for nothing to tell.</summary>
    public string? Unchecked { get; set; }

    /// <inheritdoc/>
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() =>
        [.. operations.Select(o => KeyValuePair.Create("Shows", $"{coverage} {o} {Unchecked}".TrimEnd()))];
}
