namespace BingAds.Emulator;

/// <summary>One request that the emulator got. Tokens and passwords are not in it.</summary>
public sealed record JournalEntry
{
    /// <summary>Place in the order of arrival, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>When it came, by the emulator's clock.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Service and operation, or <c>token</c>, <c>authorize</c>; the path when it is none of these.</summary>
    public required string Call { get; init; }

    /// <summary><c>REST</c>, <c>SOAP</c>, <c>OAuth</c>, <c>File</c> or <c>HTTP</c>.</summary>
    public required string Transport { get; init; }

    /// <summary>HTTP verb.</summary>
    public required string Method { get; init; }

    /// <summary>Path without its query.</summary>
    public required string Path { get; init; }

    /// <summary>Request headers, with secret values replaced by <c>***</c>.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>Size of the request body in bytes, when it was told.</summary>
    public long? BodyLength { get; init; }

    /// <summary>HTTP status of the answer; 0 when the connection was broken instead.</summary>
    public int Status { get; init; }

    /// <summary>Error codes of a fault, in its order; empty for a success, also a partial one.</summary>
    public IReadOnlyList<int> Codes { get; init; } = [];

    /// <summary>The answer's tracking id.</summary>
    public string? TrackingId { get; init; }
}
