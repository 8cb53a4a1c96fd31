namespace BingAds.Errors;

/// <summary>One error as the service sent it, with what is known of its code.</summary>
public sealed class ApiError
{
    /// <summary>The number; null if none was sent. A few numbers have two meanings: look at <see cref="Name"/> too.</summary>
    public int? Code { get; init; }

    /// <summary>The symbolic name as sent (<c>ErrorCode</c>); null for the customer services, which send none.</summary>
    public string? Name { get; init; }

    /// <summary>What the service says in words.</summary>
    public string? Message { get; init; }

    /// <summary>More words (<c>Details</c> or <c>Detail</c>), often the value or the limit in question.</summary>
    public string? Details { get; init; }

    /// <summary>The field of the item, for a few fields only; its form may change.</summary>
    public string? FieldPath { get; init; }

    /// <summary>Position in the request's list, from 0; null if the error is not about one item.</summary>
    public int? Index { get; init; }

    /// <summary>In which list of the answer it stood.</summary>
    public ApiErrorKind Kind { get; init; }

    /// <summary>The service that sent it; needed to tell apart the numbers with two meanings.</summary>
    public ServiceName? Service { get; init; }

    /// <summary>Editorial: whether an appeal is possible.</summary>
    public bool? Appealable { get; init; }

    /// <summary>Editorial: the refused text, or by how many characters it is too long.</summary>
    public string? DisapprovedText { get; init; }

    /// <summary>Editorial: the part of the entity, for example the ad's title.</summary>
    public string? Location { get; init; }

    /// <summary>Editorial: the country it is refused for.</summary>
    public string? PublisherCountry { get; init; }

    /// <summary>Editorial: why, from the service's list of editorial reasons (other numbers than <see cref="Code"/>).</summary>
    public int? ReasonCode { get; init; }

    /// <summary>What is known of the code; null if nothing is.</summary>
    public ErrorCodeInfo? Info => Code is { } code ? ErrorCodes.Find(code, Name, Service) : null;

    /// <summary>What kind of failure it is.</summary>
    public ErrorCategory Category => Info?.Category
        ?? (Kind == ApiErrorKind.EditorialError || ReasonCode is not null ? ErrorCategory.Editorial : ErrorCategory.Unknown);

    /// <summary>Whether the same call may succeed when it is made again later.</summary>
    public bool IsTransient => Info?.IsTransient ?? false;

    /// <summary>What to do about it.</summary>
    public string Advice => Info?.Advice ?? ErrorAdvice.For(Category);

    /// <summary>Number, name and words on one line, then where it is.</summary>
    public override string ToString() => ErrorText.Describe(this);
}
