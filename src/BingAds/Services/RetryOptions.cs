namespace BingAds;

/// <summary>What is repeated after a failure, and when. Only what is safe is repeated: reads after any passing failure, writes only when the service surely did not act.</summary>
public sealed class RetryOptions
{
    /// <summary>Repetitions of one call at most. Default 4; 0 for none.</summary>
    public int MaxRetries { get; set; } = 4;

    /// <summary>First pause after a passing failure; it doubles each time, with jitter. Default 1 second. Throttled calls wait as the service's rules say.</summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest pause that a call takes by itself; a call that would have to wait longer ends with its error. Default 2 minutes.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Share of a client's calls that may be repetitions, once <see cref="BudgetMinimum"/> is used up: when everything fails, repeating makes it
    /// worse. Default 0.2; 0 leaves the minimum alone.
    /// </summary>
    public double BudgetRatio { get; set; } = 0.2;

    /// <summary>Repetitions that are always allowed in 10 seconds. Default 50.</summary>
    public int BudgetMinimum { get; set; } = 50;

    internal RetryOptions Copy() => (RetryOptions)MemberwiseClone();

    internal void Validate(List<string> wrong)
    {
        if (MaxRetries is < 0 or > 100)
        {
            wrong.Add($"Retry.{nameof(MaxRetries)} is {MaxRetries}; it must be from 0 to 100.");
        }

        if (BaseDelay < TimeSpan.Zero)
        {
            wrong.Add($"Retry.{nameof(BaseDelay)} is {BaseDelay}; it must not be negative.");
        }

        if (MaxDelay.TotalMilliseconds > int.MaxValue)
        {
            wrong.Add($"Retry.{nameof(MaxDelay)} is {MaxDelay}; it must be at most 24 days.");
        }

        if (MaxDelay < BaseDelay)
        {
            wrong.Add($"Retry.{nameof(MaxDelay)} is {MaxDelay}; it must not be less than {nameof(BaseDelay)}.");
        }

        if (BudgetRatio is < 0 or > 1 || double.IsNaN(BudgetRatio))
        {
            wrong.Add($"Retry.{nameof(BudgetRatio)} is {BudgetRatio}; it must be from 0 to 1.");
        }

        if (BudgetMinimum < 0)
        {
            wrong.Add($"Retry.{nameof(BudgetMinimum)} is {BudgetMinimum}; it must not be negative.");
        }
    }
}
