using BingAds.Reporting;

namespace BingAds.Errors;

/// <summary>A report request that was not sent, because the service would refuse it or answer with something else than was asked for.</summary>
public sealed class ReportRequestException : SdkException
{
    /// <summary>An error with all that is wrong.</summary>
    /// <param name="findings">At least one.</param>
    public ReportRequestException(IReadOnlyList<ReportRequestFinding> findings)
        : base(Describe(findings)) => Findings = findings;

    /// <summary>All that is wrong.</summary>
    public IReadOnlyList<ReportRequestFinding> Findings { get; }

    /// <inheritdoc/>
    public override ErrorCategory Category => ErrorCategory.Validation;

    private static string Describe(IReadOnlyList<ReportRequestFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentOutOfRangeException.ThrowIfZero(findings.Count, nameof(findings));
        return findings.Count == 1 ? findings[0].ToString() : $"{findings.Count} things are wrong with the report request.\n- {string.Join("\n- ", findings)}";
    }
}
