namespace BingAds.Errors;

/// <summary>An answer came that can't be read.</summary>
public sealed class BrokenResponseException(string message, Exception? innerException = null) : SdkException(message, innerException)
{
    /// <inheritdoc/>
    public override ErrorCategory Category => ErrorCategory.BrokenResponse;

    /// <summary>Line of the body, from 1; null where lines are not counted.</summary>
    public long? Line { get; init; }

    /// <summary>Byte in the body, or place in <see cref="Line"/> if there is one.</summary>
    public long? Position { get; init; }

    /// <summary>Name of the option whose limit was passed; null if that is not what is wrong.</summary>
    public string? Limit { get; init; }
}
