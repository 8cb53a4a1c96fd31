using System.Runtime.ExceptionServices;
using BingAds.Contract;
using BingAds.Errors;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace BingAds.Services;

/// <summary>Pauses and further attempts, by Polly.</summary>
internal sealed class RetryStrategy(RetryOptions options, TimeProvider time, RetryBudget budget, ILogger log)
{
    private static readonly ResiliencePropertyKey<State> s_state = new("BingAds.Call");

    private readonly ResiliencePipeline<ApiResponse> _pipeline = Build(options, time, budget, log);

    /// <summary>Goes on after a first attempt that failed.</summary>
    public async ValueTask<ApiResponse> ContinueAsync(ApiCall call, SdkException first, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        var state = new State(call) { First = first };
        context.Properties.Set(s_state, state);
        try
        {
            return await _pipeline.ExecuteAsync(static (c, s) => s.AttemptAsync(c.CancellationToken), context, state).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static ResiliencePipeline<ApiResponse> Build(RetryOptions options, TimeProvider time, RetryBudget budget, ILogger log) =>
        new ResiliencePipelineBuilder<ApiResponse> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<ApiResponse>
            {
                MaxRetryAttempts = options.MaxRetries,
                ShouldHandle = args => new(args.Outcome.Exception is SdkException exception
                    && args.Context.Properties.TryGetValue(s_state, out var state)
                    && state.TryPlan(exception, args.AttemptNumber + 1, options, budget)),
                DelayGenerator = args =>
                {
                    args.Context.Properties.TryGetValue(s_state, out var state);
                    return new(state!.Pause);
                },
                OnRetry = args =>
                {
                    args.Context.Properties.TryGetValue(s_state, out var state);
                    Log.Retrying(log, state!.Call.Operation.Service, state.Call.Operation.Name, args.AttemptNumber + 2, args.RetryDelay.TotalSeconds, args.Outcome.Exception?.GetType().Name);
                    return default;
                },
            })
            .Build();

    /// <summary>One call in the strategy.</summary>
    private sealed class State(ApiCall call)
    {
        public ApiCall Call { get; } = call;

        public SdkException? First { get; set; }

        public TimeSpan Pause { get; private set; }

        public ValueTask<ApiResponse> AttemptAsync(CancellationToken cancellationToken)
        {
            if (First is { } failure)
            {
                // The attempt that was made already.
                First = null;
                ExceptionDispatchInfo.Throw(failure);
            }

            return Call.AttemptAsync(cancellationToken);
        }

        /// <summary>Decides whether and when to go on after a failure.</summary>
        public bool TryPlan(SdkException exception, int attempt, RetryOptions options, RetryBudget budget)
        {
            var advice = RetryAdvice.For(exception, Call.IsRepeatable, attempt);
            if (!Call.MayRepeat(exception, advice) || attempt > options.MaxRetries)
            {
                return false;
            }

            var required = advice.MinimumWait ?? TimeSpan.Zero;
            var own = TimeSpan.FromTicks((long)Math.Min(options.BaseDelay.Ticks * Math.Pow(2, attempt - 1), options.MaxDelay.Ticks));
            var pause = WithJitter(own, required);
            var remaining = Call.Remaining;
            if (required > options.MaxDelay || (remaining != Timeout.InfiniteTimeSpan && pause >= remaining) || !budget.TryTake())
            {
                return false;
            }

            Call.LastFailure = exception;
            Pause = pause;
            return true;
        }

        // Callers that failed together should not come back together; never earlier than the service asked for.
        private static TimeSpan WithJitter(TimeSpan own, TimeSpan required)
        {
            var spread = Random.Shared.NextDouble() * 0.25;
            var early = TimeSpan.FromTicks((long)(own.Ticks * (1 - spread)));
            return early > required
                ? early
                : required + TimeSpan.FromTicks((long)(Math.Min(required.Ticks, TimeSpan.TicksPerSecond * 10) * spread));
        }
    }
}
