namespace BingAds.Errors;

/// <summary>An entity has a value that a bulk file cannot hold, or lacks what it must have.</summary>
public sealed class EntityWriteException : SdkException
{
    /// <summary>An error with what is wrong.</summary>
    public EntityWriteException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The column that cannot hold the value; null where the entity as a whole is incomplete.</summary>
    public string? Column { get; init; }

    /// <inheritdoc/>
    public override ErrorCategory Category => ErrorCategory.Validation;
}
