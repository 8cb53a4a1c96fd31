using BingAds.Errors;

namespace BingAds.Reporting;

/// <summary>One thing that is wrong with a report request.</summary>
public sealed class ReportRequestFinding
{
    internal ReportRequestFinding(ReportRequestFindingKind kind, int? code, string member, string message, string advice)
    {
        Kind = kind;
        Code = code;
        Name = code is null ? null : ErrorCodes.Find(code.Value, service: ServiceName.Reporting)?.Name;
        Member = member;
        Message = message;
        Advice = advice;
    }

    /// <summary>What would come of it.</summary>
    public ReportRequestFindingKind Kind { get; }

    /// <summary>The error code that the service gives for it; null where none is documented.</summary>
    public int? Code { get; }

    /// <summary>The symbolic name of <see cref="Code"/>; null without a code.</summary>
    public string? Name { get; }

    /// <summary>The member of the request that it is about, for example <c>Columns</c> or <c>Time.CustomDateRangeEnd</c>.</summary>
    public string Member { get; }

    /// <summary>What is wrong.</summary>
    public string Message { get; }

    /// <summary>What to do about it.</summary>
    public string Advice { get; }

    /// <summary>Member, what is wrong, what to do, and the code.</summary>
    public override string ToString() => $"{Member}: {Message} {Advice}{(Code is null ? "" : $" ({Code} {Name})")}";
}
