namespace BingAds.Emulator.Store;

/// <summary>What a person may do in one customer.</summary>
/// <param name="Person">Id of the user.</param>
/// <param name="Customer">Id of the customer.</param>
/// <param name="Id">The service's number of the role, such as 41.</param>
internal sealed record Role(long Person, long Customer, int Id)
{
    public const int SuperAdmin = 41;
    public const int Viewer = 100;

    /// <summary>The only accounts it reaches; null means all of the customer.</summary>
    public IReadOnlyList<long>? Accounts { get; init; }
}
