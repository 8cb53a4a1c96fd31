namespace BingAds.Errors;

/// <summary>In which list of an answer an error stood.</summary>
public enum ApiErrorKind
{
    /// <summary><c>Errors</c>: checks before the operation ran, such as sign-in, permission and call rate.</summary>
    Error,

    /// <summary><c>OperationErrors</c>: the operation as a whole.</summary>
    OperationError,

    /// <summary><c>BatchErrors</c> or <c>PartialErrors</c>: one item of the request.</summary>
    BatchError,

    /// <summary>An editorial error: one item of the request, refused by review.</summary>
    EditorialError,
}
