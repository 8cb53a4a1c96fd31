namespace DailyReport;

/// <summary>A pull that is under way: what it asks for, and what of it is done. Who starts again goes on with the same days and accounts, even after midnight.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day.</param>
/// <param name="Accounts">Whose keywords.</param>
internal sealed record PullPlan(DateOnly First, DateOnly Last, IReadOnlyList<long> Accounts)
{
    /// <summary>The jobs of its reports. The manager's store has them too, but by the address of the service, and an emulator that was started again has another.</summary>
    public IReadOnlyDictionary<string, string> Jobs { get; init; } = new Dictionary<string, string>();

    /// <summary>Accounts whose files are all in their places.</summary>
    public IReadOnlyList<long> Done { get; init; } = [];

    /// <summary>The days of the campaign report; null as long as it is not there.</summary>
    public IReadOnlyList<DayTotals>? Campaigns { get; init; }

    public bool IsComplete => Campaigns is not null && Accounts.All(Done.Contains);

    public bool Has(long account, DateOnly day) => Accounts.Contains(account) && day >= First && day <= Last;

    public override string ToString() => $"{First:yyyy-MM-dd} to {Last:yyyy-MM-dd}, accounts {string.Join(", ", Accounts)}";
}

/// <summary>What an account has on a day.</summary>
internal sealed record DayTotals(long AccountId, DateOnly Day, long Clicks, long Impressions, decimal Spend);
