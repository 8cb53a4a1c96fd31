using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using System.Xml;
using Microsoft.Extensions.Logging;

namespace BingAds.Testing;

/// <summary>
/// Records what a process logs, throws, traces and asks for over HTTP, so that it can be searched for secrets afterwards. Exceptions, activities
/// and addresses are seen wherever they come from; logs are if they go through <see cref="LoggerFactory"/>.
/// </summary>
public sealed class TraceCollector : IDisposable
{
    /// <summary>Names the folder for trace files; without it nothing is recorded.</summary>
    public const string FolderVariable = "BINGADS_TRACE_DIR";

    private static readonly AsyncLocal<int> s_planted = new();
    private static readonly TraceLoggerFactory s_loggers = new();

    private readonly TraceFile _file;
    private readonly ActivityListener _activities;
    private readonly HttpAddressListener _addresses;

    private TraceCollector(TraceFile file)
    {
        _file = file;
        _activities = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Record,
        };
        ActivitySource.AddActivityListener(_activities);
        _addresses = new HttpAddressListener(uri => Record("address", uri.AbsoluteUri));
        AppDomain.CurrentDomain.FirstChanceException += Record;
        s_loggers.Add(Record);
    }

    /// <summary>Loggers whose lines are recorded by every collector there is; hand it to clients under test.</summary>
    public static ILoggerFactory LoggerFactory => s_loggers;

    /// <summary>Records into a file until disposed.</summary>
    public static TraceCollector Start(string path) => new(new TraceFile(path));

    /// <summary>Records for the whole life of the process if <see cref="FolderVariable"/> says where, else not at all.</summary>
    public static TraceCollector? StartForProcess(string suite) =>
        Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder
            ? Start(Path.Combine(folder, $"{suite}-{Environment.ProcessId}{TraceFile.Extension}"))
            : null;

    /// <summary>
    /// For tests that throw, log or send a secret themselves to see what the product makes of it: until disposed, nothing is recorded
    /// on this thread of work.
    /// </summary>
    public static IDisposable Planted() => new Mute();

    public void Dispose()
    {
        AppDomain.CurrentDomain.FirstChanceException -= Record;
        s_loggers.Remove(Record);
        _activities.Dispose();
        _addresses.Dispose();
        _file.Dispose();
    }

    private void Record(string kind, string? text)
    {
        if (s_planted.Value == 0)
        {
            _file.Write(kind, text);
        }
    }

    private void Record(object? sender, FirstChanceExceptionEventArgs e)
    {
        // A parser quotes what it can't read. That matters only if it gets out as the cause of another exception, whose text then holds it.
        if (e.Exception is JsonException or XmlException)
        {
            return;
        }

        try
        {
            Record("exception", e.Exception.ToString());
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // A ToString that throws must not end the process; the test that owns the exception will tell.
        }
    }

    private void Record(Activity activity)
    {
        var tags = activity.TagObjects.Select(static t => $"{t.Key}={t.Value}");
        var events = activity.Events.Select(static e => $"{e.Name} {string.Join(' ', e.Tags.Select(static t => $"{t.Key}={t.Value}"))}");
        var baggage = activity.Baggage.Select(static b => $"{b.Key}={b.Value}");
        Record("activity", $"{activity.Source.Name} {activity.DisplayName} {activity.StatusDescription} {string.Join(' ', tags.Concat(events).Concat(baggage))}");
    }

    private sealed class Mute : IDisposable
    {
        public Mute() => s_planted.Value++;

        public void Dispose() => s_planted.Value--;
    }
}
