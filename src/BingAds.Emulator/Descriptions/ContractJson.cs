using System.Text.Json.Serialization;

namespace BingAds.Emulator.Descriptions;

/// <summary>Reads the contract without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ServiceContract))]
internal sealed partial class ContractJson : JsonSerializerContext;
