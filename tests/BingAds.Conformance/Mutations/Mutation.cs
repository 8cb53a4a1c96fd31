namespace BingAds.Conformance.Mutations;

/// <summary>What a change to a body is about, and so what a reader must do with it.</summary>
public enum MutationOutcome
{
    /// <summary>The body is read and written back with the change in it.</summary>
    Kept,

    /// <summary>The body says the same in another way: written back it equals the original, or the changed body.</summary>
    SameMeaning,

    /// <summary>The value at the path can't be understood; it may be kept, or read as null, and all else is kept.</summary>
    ValueMayGo,

    /// <summary>The body can't be read: a typed error.</summary>
    Refused,
}

/// <summary>The rule for each change by name.</summary>
public static class Mutation
{
    /// <summary>The member that is added where a change asks for an unknown one.</summary>
    public const string UnknownName = "FutureMemberQ";

    public const string UnknownWord = "FutureWordQ";

    public const string UnknownType = "FutureTypeQ";

    /// <summary>Names may carry a kind after a colon (<c>unknownEnum:flags</c>), which changes nothing here.</summary>
    public static string BaseName(string mutation) => mutation.IndexOf(':') is var colon and >= 0 ? mutation[..colon] : mutation;

    /// <summary>What must come of a change; null for one that this program has never heard of.</summary>
    public static MutationOutcome? OutcomeOf(string mutation) => BaseName(mutation) switch
    {
        "unknownPropertyTop" or "unknownPropertyNested" or "missingPropertyTop" or "missingPropertyNested" => MutationOutcome.Kept,
        "unknownPolymorphicType" or "unknownEnum" or "nullForValueType" or "emptyObjectBody" => MutationOutcome.Kept,
        "unknownElementTop" or "unknownElementNestedFirst" or "unknownElementNestedLast" or "missingElementNested" => MutationOutcome.Kept,
        "unknownXsiType" or "nilForValueType" or "unchangedRewritten" or "missingPolymorphicType" => MutationOutcome.Kept,
        "camelCaseTop" or "longAsNumber" or "intAsString" or "enumLowerCase" or "enumAsNumber" or "elementsInReverseOrder" => MutationOutcome.SameMeaning,
        "longAsEmptyString" => MutationOutcome.ValueMayGo,
        "emptyBody" or "nullBody" or "htmlBody" => MutationOutcome.Refused,
        _ => null,
    };
}
