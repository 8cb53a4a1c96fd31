namespace BingAds.Contract;

/// <summary>What every generated enum offers to the readers and writers.</summary>
internal interface IOpenEnum<TSelf>
    where TSelf : struct, IOpenEnum<TSelf>
{
    EnumText? Value { get; }

    static abstract EnumTable Table { get; }

    static abstract TSelf From(EnumText? value);
}
