using System.Diagnostics;

namespace BingAds.Benchmarks.Quick;

/// <summary>
/// Runs contenders in turn, in many short rounds, and takes each one's median: whatever else the machine does then hits all of them alike.
/// The clock is the processor time of this process, its collector included, because on a busy machine a round's own time says little; alone on a
/// machine the two are the same.
/// </summary>
internal sealed class Contest(int rounds = 41, double roundSeconds = 0.02, double warmUpSeconds = 1.5)
{
    private readonly List<Contender> _contenders = [];

    public Contest Add(string name, Action work)
    {
        _contenders.Add(new Contender(name, work));
        return this;
    }

    /// <summary>Measures all of them; the first is ours.</summary>
    /// <param name="perOperation">How much of the unit one operation does.</param>
    public void Run(QuickResult result, double perOperation)
    {
        foreach (var contender in _contenders)
        {
            contender.WarmUp(warmUpSeconds, roundSeconds);
        }

        for (var round = 0; round < rounds; round++)
        {
            foreach (var contender in _contenders)
            {
                contender.Round();
            }
        }

        result.Ours = perOperation / _contenders[0].Median();
        result.AllocatedBytesPerOp = _contenders[0].Allocated();
        foreach (var contender in _contenders.Skip(1))
        {
            result.Baselines[contender.Name] = perOperation / contender.Median();
            result.BaselineAllocatedBytesPerOp[contender.Name] = contender.Allocated();
        }
    }

    private sealed class Contender(string name, Action work)
    {
        private readonly List<double> _seconds = [];
        private int _operations;

        public string Name { get; } = name;

        public void WarmUp(double seconds, double roundSeconds)
        {
            var watch = Stopwatch.StartNew();
            var done = 0;
            // At least 100, so that even on a busy machine the last tier of code is reached.
            while (watch.Elapsed.TotalSeconds < seconds || done < 100)
            {
                work();
                done++;
                if (done % 40 == 0)
                {
                    // The compiler works in the background, on cores that may be few.
                    Thread.Sleep(20);
                }
            }

            var start = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < 10; i++)
            {
                work();
            }

            _operations = Math.Max(1, (int)(roundSeconds / (Environment.CpuUsage.TotalTime - start).TotalSeconds * 10));
        }

        public void Round()
        {
            var start = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < _operations; i++)
            {
                work();
            }

            _seconds.Add((Environment.CpuUsage.TotalTime - start).TotalSeconds / _operations);
        }

        public double Median()
        {
            _seconds.Sort();
            return _seconds[_seconds.Count / 2];
        }

        public long Allocated()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 10; i++)
            {
                work();
            }

            return (GC.GetAllocatedBytesForCurrentThread() - before) / 10;
        }
    }
}
