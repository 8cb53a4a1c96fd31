namespace BingAds.Conformance.Compare;

/// <summary>What may differ in addition to the form's own freedoms.</summary>
public sealed record CompareOptions
{
    public static CompareOptions Strict { get; } = new();

    /// <summary>Lists at the top of a response are never null once read, so absent, null and empty are one thing there.</summary>
    public static CompareOptions Response { get; } = new() { EmptyTopListIsNull = true };

    public bool EmptyTopListIsNull { get; init; }
}
