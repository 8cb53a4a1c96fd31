using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace BingAds.Testing;

/// <summary>Loggers of all levels whose lines go to whoever listens: nobody, as a rule.</summary>
internal sealed class TraceLoggerFactory : ILoggerFactory, ILoggerProvider
{
    private ImmutableList<Action<string, string?>> _listeners = [];

    public void Add(Action<string, string?> listener) => ImmutableInterlocked.Update(ref _listeners, static (all, one) => all.Add(one), listener);

    public void Remove(Action<string, string?> listener) => ImmutableInterlocked.Update(ref _listeners, static (all, one) => all.Remove(one), listener);

    public ILogger CreateLogger(string categoryName) => new TraceLogger(this, categoryName);

    public void AddProvider(ILoggerProvider provider) =>
        throw new NotSupportedException("These loggers write to the trace file only.");

    public void Dispose()
    {
        // It belongs to the process; a client that disposes of it ends nothing.
    }

    private void Tell(string line)
    {
        foreach (var listener in _listeners)
        {
            listener("log", line);
        }
    }

    private sealed class TraceLogger(TraceLoggerFactory owner, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            owner.Tell($"{category} scope {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            // The values too: a sink for structured logs shows those that the text leaves out.
            var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs.Select(static p => $"{p.Key}={p.Value}")) : "";
            owner.Tell($"{category} {logLevel} {formatter(state, exception)} {values} {exception}");
        }
    }
}
