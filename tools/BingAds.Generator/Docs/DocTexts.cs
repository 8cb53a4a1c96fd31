namespace BingAds.Generator.Docs;

internal sealed class DocTexts(string contractFolder)
{
    private readonly string _f = contractFolder;
    public IReadOnlyList<string> ForType(string service, string type, string? baseName) => ["<summary>" + type + "</summary>"];
    public IReadOnlyList<string> ForMember(string service, string owner, string member, string typeExpression) => ["<summary>" + member + "</summary>"];
    public IReadOnlyList<string> ForEnum(string service, string name) => ["<summary>" + name + "</summary>"];
    public IReadOnlyList<string> ForEnumValue(string service, string name, string value) => ["<summary>" + value + "</summary>"];
    public IReadOnlyList<string> ForOperation(string service, string name) => ["<summary>" + name + "</summary>"];
    public IReadOnlyList<string> ForMessage(string service, string name) => ["<summary>" + name + "</summary>"];
}
