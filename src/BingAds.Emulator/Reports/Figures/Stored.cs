using BingAds.Contract;
using BingAds.Emulator.Store;

namespace BingAds.Emulator.Reports.Figures;

/// <summary>A stored entity that is read only when a column asks for what is in it.</summary>
internal class Stored<T>(EntityRow row)
    where T : ApiObject, new()
{
    private T? _body;

    public EntityRow Row { get; } = row;

    public long Id => Row.Id;

    public T Body => _body ??= WireJson.Read<T>(Row.Body);

    public string Status => Row.Deleted ? "Deleted" : Row.Status ?? "Active";

    /// <summary>When it stopped, in quarter-hours; never for what is active. The store knows only the last change of what is paused.</summary>
    public long End => Status == "Active" ? long.MaxValue : QuarterHour.Of(Row.Changed);

    public override string ToString() => $"{Row.Family} {Id}";
}
