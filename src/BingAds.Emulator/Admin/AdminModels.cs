using System.Text.Json.Serialization;

namespace BingAds.Emulator.Admin;

/// <summary>Body of <c>POST /_emulator/faults</c>.</summary>
internal sealed record FaultOrder
{
    public string? Call { get; init; }

    /// <summary>Once when it is not told. Null, since the generated reader knows no defaults.</summary>
    public int? Times { get; init; }

    /// <summary>A name of <see cref="FaultKind"/>; by default what the other members ask for.</summary>
    public FaultKind? Kind { get; init; }

    public int? Code { get; init; }

    /// <summary>The word of the token end point.</summary>
    public string? Error { get; init; }

    public int? Status { get; init; }

    /// <summary>How many bytes pass, for the kinds that cut.</summary>
    public int? Bytes { get; init; }

    /// <summary>The status of a job.</summary>
    public string? JobStatus { get; init; }

    /// <summary>Seconds.</summary>
    public double? RetryAfter { get; init; }

    /// <summary>Seconds, by the emulator's clock.</summary>
    public double Delay { get; init; }

    public string? Body { get; init; }

    /// <exception cref="ArgumentException">It does not say enough, or too much.</exception>
    public Fault ToFault()
    {
        var fault = (Kind ?? Implied()) switch
        {
            FaultKind.Error when Error is not null => Fault.SignIn(Error, Status ?? 400),
            FaultKind.Error => Fault.Error(Code ?? throw new ArgumentException("A fault of kind 'Error' needs 'code' (or 'error' for the token end point)."), Status),
            FaultKind.Status => Fault.HttpStatus(Status ?? throw new ArgumentException("A fault of kind 'Status' needs 'status'.")),
            FaultKind.Reset => Fault.Reset(),
            FaultKind.CutBody => Fault.CutBody(Bytes),
            FaultKind.ResetBody => Fault.ResetBody(Bytes),
            FaultKind.CutRequest => Fault.CutRequest(Bytes),
            FaultKind.CutContent => Fault.CutContent(Bytes),
            FaultKind.ExpiredLink => Fault.ExpiredLink(),
            FaultKind.IgnoreRange => Fault.IgnoreRange(),
            FaultKind.JobStatus => Fault.JobStatus(JobStatus ?? throw new ArgumentException("A fault of kind 'JobStatus' needs 'jobStatus'.")),
            FaultKind.NotJson => Fault.NotJson(),
            FaultKind.LostAnswer => Fault.LostAnswer(),
            _ => Fault.Late(TimeSpan.Zero),
        };
        return fault with
        {
            RetryAfter = RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            Delay = TimeSpan.FromSeconds(Delay),
            Body = Body,
        };
    }

    private FaultKind Implied() => this switch
    {
        { Code: not null } or { Error: not null } => FaultKind.Error,
        { JobStatus: not null } => FaultKind.JobStatus,
        { Status: not null } => FaultKind.Status,
        _ => FaultKind.None,
    };
}

/// <summary>Body of <c>POST /_emulator/clock/advance</c>; the members add up.</summary>
internal sealed record ClockOrder
{
    public double Days { get; init; }

    public double Hours { get; init; }

    public double Minutes { get; init; }

    public double Seconds { get; init; }

    public TimeSpan ToTimeSpan() => TimeSpan.FromDays(Days) + TimeSpan.FromHours(Hours) + TimeSpan.FromMinutes(Minutes) + TimeSpan.FromSeconds(Seconds);
}

/// <summary>Body of <c>POST /_emulator/clock/freeze</c>.</summary>
internal sealed record FreezeOrder
{
    public DateTimeOffset? At { get; init; }
}

internal sealed record ClockAnswer(DateTimeOffset Now);

internal sealed record JournalAnswer(IReadOnlyDictionary<string, int> Counts, IReadOnlyList<JournalEntry> Entries);

internal sealed record CountAnswer(string Call, int Count);

internal sealed record FaultAnswer(string Call, int Left);

internal sealed record ErrorAnswer(string Error);

/// <summary>Answer of <c>GET /_emulator</c>: all that a program needs to connect, and which process it is, for a program that looks for the one it started.</summary>
internal sealed record AboutAnswer(
    DateTimeOffset Now, string ClientId, string RefreshToken, string DeveloperToken, string UserName, string UserId, string CustomerId, string AccountId, int ProcessId);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    WriteIndented = true)]
[JsonSerializable(typeof(FaultOrder))]
[JsonSerializable(typeof(ClockOrder))]
[JsonSerializable(typeof(FreezeOrder))]
[JsonSerializable(typeof(ClockAnswer))]
[JsonSerializable(typeof(JournalAnswer))]
[JsonSerializable(typeof(CountAnswer))]
[JsonSerializable(typeof(FaultAnswer))]
[JsonSerializable(typeof(ErrorAnswer))]
[JsonSerializable(typeof(AboutAnswer))]
internal sealed partial class AdminJson : JsonSerializerContext;
