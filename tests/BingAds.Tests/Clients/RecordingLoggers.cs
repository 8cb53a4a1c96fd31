using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace BingAds.Tests.Clients;

/// <summary>Loggers that keep each line with its values.</summary>
internal sealed class RecordingLoggers : ILoggerFactory, ILoggerProvider
{
    public ConcurrentQueue<(string Category, LogLevel Level, int Id, string Text)> Lines { get; } = new();

    /// <summary>Told of each event as it is logged.</summary>
    public Action<int, string>? OnEvent { get; init; }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    private sealed class Logger(RecordingLoggers owner, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            owner.Lines.Enqueue((category, LogLevel.Trace, -1, $"{state}"));
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs.Select(static p => $"{p.Key}={p.Value}")) : "";
            owner.Lines.Enqueue((category, logLevel, eventId.Id, $"{formatter(state, exception)} | {values} | {exception}"));
            owner.OnEvent?.Invoke(eventId.Id, category);
        }
    }
}
