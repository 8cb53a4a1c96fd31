using BingAds.Errors;

namespace BingAds.Analytics;

/// <summary>A report cannot be kept in a lake, or a query over it failed. The lake is as it was before.</summary>
public sealed class ReportLakeException : SdkException
{
    /// <summary>An error with what is wrong.</summary>
    /// <param name="fault">What is wrong.</param>
    /// <param name="message">The same as a sentence.</param>
    /// <param name="innerException">The cause; null if there is none below.</param>
    public ReportLakeException(LakeFault fault, string message, Exception? innerException = null)
        : base(message, innerException) => Fault = fault;

    /// <summary>What is wrong, for a <c>switch</c>.</summary>
    public LakeFault Fault { get; }

    /// <inheritdoc/>
    public override ErrorCategory Category => Fault is LakeFault.NotAQuery or LakeFault.QueryFailed ? ErrorCategory.Validation : ErrorCategory.File;

    /// <summary>Whether the folder was only in use.</summary>
    public override bool IsTransient => Fault == LakeFault.Busy;
}
