using System.Globalization;
using System.Text;

namespace BingAds.Errors;

/// <summary>Puts errors into words: always the real code and name, never a secret, never more than one line an error.</summary>
internal static class ErrorText
{
    public static string Describe(ApiError error)
    {
        var text = new StringBuilder(Short(error));
        Append(text, "details", error.Details);
        Append(text, "index", error.Index?.ToString(CultureInfo.InvariantCulture));
        Append(text, "field", error.FieldPath);
        Append(text, "reason", error.ReasonCode?.ToString(CultureInfo.InvariantCulture));
        Append(text, "location", error.Location);
        Append(text, "disapproved", error.DisapprovedText);
        Append(text, "country", error.PublisherCountry);
        Append(text, "appealable", error.Appealable switch { true => "yes", false => "no", null => null });
        return text.ToString();
    }

    /// <summary><c>1102 CampaignServiceInvalidAccountId: words of the service</c>.</summary>
    public static string Short(ApiError error)
    {
        var text = new StringBuilder();
        text.Append(error.Code?.ToString(CultureInfo.InvariantCulture) ?? "no code");
        if ((error.Name ?? error.Info?.Name) is { } name)
            text.Append(' ').Append(Secrets.Mask(name));
        if (!string.IsNullOrWhiteSpace(error.Message))
            text.Append(": ").Append(OneLine(error.Message));
        return text.ToString();
    }

    /// <summary>The whole message of a failed call: the main error first with all that is known, the others a line each.</summary>
    public static string Describe(ApiFailure failure)
    {
        var main = ApiErrorRanking.Main(failure.Errors);
        var text = new StringBuilder();
        text.Append(failure.Operation ?? failure.Service?.ToString() ?? "The call").Append(" failed: ");
        if (main is not null)
            text.Append(Short(main));
        else if (failure.HttpStatus is { } status)
            text.Append(CultureInfo.InvariantCulture, $"HTTP {status}");
        else
            text.Append("no error code was sent");
        if (main is null && !string.IsNullOrWhiteSpace(failure.Message))
            text.Append(": ").Append(OneLine(failure.Message));
        if (failure.Errors.Count > 1)
            text.Append(CultureInfo.InvariantCulture, $" (and {failure.Errors.Count - 1} more)");
        AppendFacts(text, failure, main is not null);

        var advice = main?.Info is { } info ? info.Advice : AdviceWithoutCode(failure, main);
        if (!text.ToString().EndsWith('.'))
            text.Append('.');
        text.Append(' ').Append(advice);

        if (failure.Errors.Count > 1 || main is { } only && HasMore(only))
        {
            foreach (var error in failure.Errors)
                text.Append("\n  ").Append(error.Kind).Append(": ").Append(Describe(error));
        }

        if (main is null && Secrets.Snippet(failure.Body) is { Length: > 0 } snippet)
            text.Append("\n  Body: ").Append(snippet);
        return text.ToString();
    }

    /// <summary>The words without line breaks, secrets or endless length.</summary>
    public static string OneLine(string text) => Secrets.Snippet(text, 1000);

    /// <summary>A message that also shows the real cause, so that a log with the outer message alone is enough.</summary>
    public static string WithCause(string message, Exception? cause) =>
        cause is null ? OneLine(message) : $"{OneLine(message).TrimEnd('.')}: {OneLine(cause.Message)}";

    public static string AdviceWithoutCode(ApiFailure failure, ApiError? main)
    {
        var category = ApiErrorRanking.CategoryOf(failure);
        return (main is null ? ErrorAdvice.ForStatus(failure.HttpStatus) : null) ?? ErrorAdvice.For(category);
    }

    private static bool HasMore(ApiError error) =>
        error is not { Details: null or "", FieldPath: null or "", Index: null, ReasonCode: null, Location: null or "", DisapprovedText: null or "" };

    private static void AppendFacts(StringBuilder text, ApiFailure failure, bool withStatus)
    {
        List<string> facts = [];
        if (failure.TrackingId is { Length: > 0 } id)
            facts.Add($"TrackingId {OneLine(id)}");
        if (withStatus && failure.HttpStatus is { } status)
            facts.Add(string.Create(CultureInfo.InvariantCulture, $"HTTP {status}"));
        if (failure.AccountId is { } account)
            facts.Add(string.Create(CultureInfo.InvariantCulture, $"account {account}"));
        if (failure.CustomerId is { } customer)
            facts.Add(string.Create(CultureInfo.InvariantCulture, $"customer {customer}"));
        if (failure.RetryAfter is { } wait)
            facts.Add(string.Create(CultureInfo.InvariantCulture, $"retry after {wait.TotalSeconds:0.###} s"));
        if (facts.Count > 0)
            text.Append(" (").AppendJoin(", ", facts).Append(')');
    }

    private static void Append(StringBuilder text, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
            text.Append("; ").Append(name).Append(' ').Append(OneLine(value));
    }
}
