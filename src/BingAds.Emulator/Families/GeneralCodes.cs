namespace BingAds.Emulator.Families;

/// <summary>Codes that say what is wrong without a family, for those whose own codes were never published.</summary>
internal static class GeneralCodes
{
    public const int Invalid = 201;
    public const int ItemMissing = 203;
    public const int ListMissing = 206;
    public const int TooManyIds = 513;
    public const int DuplicateId = 515;
    public const int IdsMissing = 516;
    public const int UnknownId = 517;
    public const int IdGiven = 1004;
    public const int InvalidState = 1016;
    public const int AlreadyExists = 1043;
    public const int DoesNotExist = 1044;
    public const int Full = 1045;
    public const int IdMissing = 1046;
    public const int TooManyItems = 4350;
    public const int ValueTooLong = 4404;
    public const int ValueOutOfRange = 4405;
    public const int ValueMissing = 4406;
    public const int ValueInvalid = 4407;
    public const int ValueFixed = 4415;

    /// <summary>The codes of a family that has none of its own.</summary>
    /// <param name="max">How much one call may carry.</param>
    /// <param name="isNamed">Whether a name may stand once below a parent.</param>
    public static FamilyCodes Family(int max, bool isNamed) => new()
    {
        Max = max,
        MaxIds = max,
        Empty = ListMissing,
        TooMany = TooManyItems,
        NullItem = ItemMissing,
        IdGiven = IdGiven,
        IdsEmpty = IdsMissing,
        IdsTooMany = TooManyIds,
        UnknownId = UnknownId,
        IdMissing = IdMissing,
        DuplicateId = DuplicateId,
        NameTaken = isNamed ? AlreadyExists : 0,
    };
}
