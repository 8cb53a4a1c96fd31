using System.Globalization;
using System.Text;

namespace BingAds.Errors;

/// <summary>Some items of a call failed, and the caller asked for an exception then. The other items are done.</summary>
/// <remarks>The call must not be repeated as it is: send the failed items alone.</remarks>
public sealed class PartialErrorException : SdkException
{
    /// <summary>More lines than this help nobody; all errors are in <see cref="Failed"/>.</summary>
    private const int LinesShown = 100;

    private readonly ApiError? _main;

    /// <summary>Makes the exception.</summary>
    public PartialErrorException(PartialErrors failed)
        : base(Describe(failed ?? throw new ArgumentNullException(nameof(failed))))
    {
        Failed = failed;
        Errors = [.. failed.Select(static e => e.Error)];
        _main = ApiErrorRanking.Main(Errors);
        Operation = failed.Operation;
        Service = failed.Service;
        TrackingId = failed.TrackingId;
        HttpStatus = 200;
    }

    /// <summary>The errors by position in the request.</summary>
    public PartialErrors Failed { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<ApiError> Errors { get; }

    /// <summary>The category of the error that matters most.</summary>
    public override ErrorCategory Category => _main?.Category ?? ErrorCategory.Unknown;

    /// <summary>Whether the failed items, sent alone, may succeed later.</summary>
    public override bool IsTransient => Errors.Count > 0 && Errors.All(static e => e.IsTransient);

    private static string Describe(PartialErrors failed)
    {
        var text = new StringBuilder();
        var items = failed.FailedIndexes.Count;
        text.Append(failed.Operation ?? "The call").Append(" failed for ");
        if (items == 0)
            text.Append("some items");
        else
            text.Append(CultureInfo.InvariantCulture, $"{items} item{(items == 1 ? "" : "s")}");
        if (ApiErrorRanking.Main([.. failed.Select(static e => e.Error)]) is { } main)
        {
            text.Append(": ").Append(ErrorText.Short(main));
            if (failed.TrackingId is { Length: > 0 } id)
                text.Append(" (TrackingId ").Append(ErrorText.OneLine(id)).Append(')');
            text.Append(text[^1] == '.' ? " " : ". ").Append(main.Advice);
        }

        foreach (var error in failed.Take(LinesShown))
            text.Append("\n  ").Append(error);
        if (failed.Count > LinesShown)
            text.Append(CultureInfo.InvariantCulture, $"\n  and {failed.Count - LinesShown} more");
        return text.ToString();
    }
}
