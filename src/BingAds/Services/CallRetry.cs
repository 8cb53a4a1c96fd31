using BingAds.Contract;
using BingAds.Errors;
using Microsoft.Extensions.Logging;

namespace BingAds.Services;

/// <summary>
/// The attempts after the first one. The first is made without the strategy: nearly all calls succeed at once, and those need not pay for it,
/// nor a new process for loading Polly.
/// </summary>
internal sealed class CallRetry(RetryOptions options, TimeProvider time, RetryBudget budget, ILogger log)
{
    // Of two made at once, one wins: a strategy keeps nothing between calls.
    private RetryStrategy? _strategy;

    /// <summary>Whether the strategy was ever needed.</summary>
    public bool IsStarted => _strategy is not null;

    public bool MayRetry(SdkException exception, ApiCall call) =>
        options.MaxRetries > 0 && call.MayRepeat(exception, RetryAdvice.For(exception, call.IsRepeatable));

    /// <summary>Goes on after a first attempt that failed.</summary>
    public ValueTask<ApiResponse> ContinueAsync(ApiCall call, SdkException first, CancellationToken cancellationToken) =>
        (_strategy ??= new RetryStrategy(options, time, budget, log)).ContinueAsync(call, first, cancellationToken);
}
