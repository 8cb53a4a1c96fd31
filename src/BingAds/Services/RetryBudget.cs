namespace BingAds.Services;

/// <summary>Bounds the share of repetitions among a client's calls, over windows of 10 seconds.</summary>
internal sealed class RetryBudget(RetryOptions options, TimeProvider time)
{
    private static readonly TimeSpan s_window = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private long _windowStart = time.GetTimestamp();
    private int _calls;
    private int _retries;

    public void CountCall() => Interlocked.Increment(ref _calls);

    public bool TryTake()
    {
        lock (_lock)
        {
            if (time.GetElapsedTime(_windowStart) > s_window)
            {
                _windowStart = time.GetTimestamp();
                _calls = 0;
                _retries = 0;
            }

            if (_retries >= options.BudgetMinimum + (_calls * options.BudgetRatio))
            {
                return false;
            }

            _retries++;
            return true;
        }
    }
}
