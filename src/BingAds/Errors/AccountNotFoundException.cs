namespace BingAds.Errors;

/// <summary>No single account has the id, number or name that was given.</summary>
public sealed class AccountNotFoundException : SdkException
{
    internal AccountNotFoundException(string message, IReadOnlyList<ResolvedAccount> candidates)
        : base(candidates.Count == 0 ? message : $"{message} Near: {string.Join(", ", candidates.Select(static c => $"{c.Name} ({c.Number}, id {c.Id})"))}.") =>
        Candidates = candidates;

    /// <summary>The accounts that come near, or that all have the name.</summary>
    public IReadOnlyList<ResolvedAccount> Candidates { get; }

    /// <inheritdoc/>
    public override ErrorCategory Category => ErrorCategory.NotFound;
}
