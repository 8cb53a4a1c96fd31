namespace BingAds.Bulk;

/// <summary>An error row: what the service says is wrong with the record before it.</summary>
public sealed class BulkError
{
    /// <summary>Type of the row, such as <c>Campaign Error</c>.</summary>
    public string? Type { get; set; }

    /// <summary>Symbolic name of the error.</summary>
    public string? Error { get; set; }

    /// <summary>Number of the error.</summary>
    public int? Number { get; set; }

    /// <summary>Which member of the record is meant.</summary>
    public string? FieldPath { get; set; }

    /// <summary>Part of the ad or keyword that was refused in an editorial review.</summary>
    public string? EditorialLocation { get; set; }

    /// <summary>Number of the editorial reason.</summary>
    public int? EditorialReasonCode { get; set; }

    /// <summary>The words that were refused.</summary>
    public string? EditorialTerm { get; set; }

    /// <summary>Countries in which the refusal holds.</summary>
    public string? PublisherCountries { get; set; }

    /// <summary>Whether the refusal can be appealed, and how an appeal stands.</summary>
    public string? EditorialAppealStatus { get; set; }

    /// <summary>Cells of the row that are no part of an error, by column.</summary>
    public IList<KeyValuePair<string, string>> OtherColumns { get; } = [];

    /// <summary>Name, number and member in one text.</summary>
    public override string ToString() => $"{Error} ({Number}){(string.IsNullOrEmpty(FieldPath) ? "" : " at " + FieldPath)}";
}
