namespace DailyReport;

/// <summary>Where a pull keeps what it needs to go on after it was killed: its plan, and the jobs of the service. It is there as long as a pull is under way.</summary>
internal sealed class WorkFolder(string folder)
{
    private readonly Lock _gate = new();

    /// <summary>For the jobs.</summary>
    public string Jobs => Path.Combine(folder, "jobs");

    /// <summary>The pull under way; null if there is none.</summary>
    public PullPlan? Plan { get; private set; }

    private string PlanFile => Path.Combine(folder, "plan.json");

    /// <summary>
    /// Waits until no other run is at work here: one that seems to be killed may live on. Null if that one came to its end meanwhile, so that nothing is left to do.
    /// </summary>
    public async Task<FileStream?> EnterAsync()
    {
        var (waits, hadPlan) = (false, false);
        FileStream? alone;
        while ((alone = FileLock.TryTake(Path.Combine(folder, "lock"))) is null)
        {
            if (!waits)
            {
                Console.WriteLine("Another run is at work in this folder; waiting for it.");
            }

            (waits, hadPlan) = (true, hadPlan || File.Exists(PlanFile));
            await Task.Delay(200);
        }

        Plan = WholeFile.Read<PullPlan>(PlanFile);
        if (Plan is null && hadPlan)
        {
            await alone.DisposeAsync();
            Directory.Delete(folder, recursive: true);
            return null;
        }

        if (Plan is null && Directory.Exists(Jobs))
        {
            Directory.Delete(Jobs, recursive: true); // Of a pull that had just ended: a new one wants new figures.
        }

        return alone;
    }

    /// <summary>Changes the plan, for good.</summary>
    public void Save(Func<PullPlan?, PullPlan> change)
    {
        lock (_gate)
        {
            WholeFile.Write(PlanFile, Plan = change(Plan));
        }
    }

    /// <summary>The pull is to be done again, with the same days.</summary>
    public void Restart()
    {
        Save(static plan => plan! with { Done = [], Campaigns = null, Jobs = new Dictionary<string, string>() });
        Directory.Delete(Jobs, recursive: true);
    }

    /// <summary>The pull is done. The plan goes first: as long as it is there, the rest is.</summary>
    public void Clear()
    {
        File.Delete(PlanFile);
        Directory.Delete(folder, recursive: true);
    }
}
