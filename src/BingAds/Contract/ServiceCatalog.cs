namespace BingAds.Contract;

/// <summary>One service by name, for code that does not know its types: made by the generator, nothing in it is built before it is asked for.</summary>
internal abstract class ServiceCatalog
{
    public abstract ServiceName Service { get; }

    /// <summary>Path of the service below its REST host.</summary>
    public abstract string RestPrefix { get; }

    public abstract string RestProduction { get; }

    public abstract string RestSandbox { get; }

    public abstract string SoapProduction { get; }

    public abstract string SoapSandbox { get; }

    /// <summary>Whether the service takes the ids of account and customer in headers.</summary>
    public abstract bool HasAccountHeaders { get; }

    public abstract WireNamespace Namespace { get; }

    // Names in one text, separated by blanks: a program that never asks pays for one string.
    public abstract string OperationNames { get; }

    public abstract string MessageNames { get; }

    public abstract string TypeNames { get; }

    public abstract string EnumNames { get; }

    /// <summary>List shapes as <c>name=item type</c>.</summary>
    public abstract string ListNames { get; }

    public abstract OperationInfo? FindOperation(string name);

    public abstract ApiObject? Create(string name);

    public abstract EnumTable? FindEnum(string name);
}
