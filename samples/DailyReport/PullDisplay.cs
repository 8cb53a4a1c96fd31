using BingAds.Reporting;
using Samples;

namespace DailyReport;

/// <summary>How far a pull is: a bar on a terminal, plain lines elsewhere.</summary>
internal sealed class PullDisplay
{
    private readonly ProgressBar _bar = new("Pull");
    private readonly List<Part> _parts = [];

    /// <summary>Says something besides.</summary>
    public void Say(string text) => _bar.Say(text);

    /// <summary>A report that the service is asked for.</summary>
    public Part Add(string name, ReportingDownloadOperation job)
    {
        Say($"{name}: job {job.RequestId}, submitted {job.SubmittedAt:u}");
        var part = new Part(name, this);
        _parts.Add(part);
        return part;
    }

    /// <summary>Shows the progress while something is done.</summary>
    public async Task WhileAsync(Task work)
    {
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(150));
        while (!work.IsCompleted && await often.WaitForNextTickAsync())
        {
            Show(_bar.Report);
        }

        await work;
        Show((_, text) => _bar.Done(text));
    }

    private void Show(Action<double, string> show)
    {
        show(_parts.Average(static p => p.Fraction), $"{_parts.Count(static p => p.IsDone)} of {_parts.Count} reports, {_parts.Sum(static p => p.Rows):N0} rows");
    }

    /// <summary>One report.</summary>
    internal sealed class Part(string name, PullDisplay display)
    {
        private ReportFileReader? _reader;

        public bool IsDone { get; private set; }

        /// <summary>Rows that were read so far.</summary>
        public long Rows => _reader?.RowsRead ?? 0;

        /// <summary>Nobody knows how long the service takes, so waiting counts little; behind the rows come the files.</summary>
        public double Fraction => IsDone ? 1
            : _reader?.Header?.RowCount is > 0 and var all ? 0.2 + (0.7 * Rows / all)
            : 0.1;

        public void Reading(ReportFileReader reader) => _reader = reader;

        public void Done()
        {
            IsDone = true;
            display.Say($"{name}: {Rows:N0} rows");
        }
    }
}
