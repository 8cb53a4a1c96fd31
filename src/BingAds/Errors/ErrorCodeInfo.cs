namespace BingAds.Errors;

/// <summary>What is known of one error code.</summary>
public sealed class ErrorCodeInfo
{
    internal ErrorCodeInfo(int code, string? name, IReadOnlyList<ServiceName> services, ErrorCategory category, RetryKind retry, TimeSpan? wait)
    {
        Code = code;
        Name = name;
        Services = services;
        Category = category;
        Retry = retry;
        Wait = wait;
    }

    /// <summary>The number. A few numbers have two meanings; <see cref="Name"/> and <see cref="Services"/> tell them apart.</summary>
    public int Code { get; }

    /// <summary>The symbolic name; null for codes of the customer services, which have none.</summary>
    public string? Name { get; }

    /// <summary>The services that use the code. A hint: the service does not promise which operation gives which code.</summary>
    public IReadOnlyList<ServiceName> Services { get; }

    /// <summary>What kind of failure it is.</summary>
    public ErrorCategory Category { get; }

    /// <summary>Whether and how the same call can be made again.</summary>
    public RetryKind Retry { get; }

    /// <summary>Whether the same call may succeed when it is made again later.</summary>
    public bool IsTransient => Retry != RetryKind.None;

    /// <summary>The longest wait that the code asks for; null if it names none.</summary>
    public TimeSpan? Wait { get; }

    /// <summary>What to do about it, in a sentence or two.</summary>
    public string Advice => ErrorAdvice.For(this);

    /// <inheritdoc/>
    public override string ToString() => Name is null ? $"{Code}" : $"{Code} {Name}";
}
