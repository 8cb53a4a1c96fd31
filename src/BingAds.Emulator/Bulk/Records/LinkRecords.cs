using BingAds.Bulk;
using BingAds.Emulator.Store;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>Records that are associations: Id is what is put on something, Parent Id what it is put on. They have no ids of their own.</summary>
internal abstract class LinkRecords(string family, IReadOnlyList<RecordSpec> specs) : RecordKind
{
    /// <summary>Family of the links, which is that of their sources.</summary>
    protected string Family { get; } = family;

    protected IReadOnlyList<RecordSpec> Specs { get; } = specs;

    public override IEnumerable<string> Types => Specs.Select(static s => s.Type);

    /// <summary>The record type of a link; null when it has none.</summary>
    protected abstract string? TypeOf(DownloadView view, LinkRow link);

    /// <summary>Cells besides those that all associations have.</summary>
    protected virtual CellMap? CellsOf(BulkParents parents, LinkRow link) => null;

    public override IEnumerable<BulkEntity> Read(DownloadView view)
    {
        var wanted = Specs.Where(s => s.IsWanted(view.Scope.Entities)).ToDictionary(static s => s.Type, StringComparer.Ordinal);
        if (wanted.Count == 0)
            yield break;
        var links = view.Scope.Since is { } since ? view.Session.Links.ChangedSince(Family, view.Scope.Account, since) : view.Session.Links.OfAccount(Family, view.Scope.Account);
        foreach (var link in links)
        {
            if (TypeOf(view, link) is { } type && wanted.TryGetValue(type, out var spec) && IsShown(view, link))
                yield return Show(view.Parents, spec, link, CellsOf(view.Parents, link));
        }
    }

    /// <summary>When either end was deleted, its own row tells it.</summary>
    private bool IsShown(DownloadView view, LinkRow link)
        => view.IsTargetShown(link.Kind, link.Target) && (!link.Deleted || (view.IsAlive(Family, link.Source) && view.IsAlive(link.Kind, link.Target)));

    protected static SingleRecordBulkEntity Show(BulkParents parents, RecordSpec spec, LinkRow link, CellMap? cells)
    {
        var record = RawRecord.Create(spec.Type, link.Source, link.Target, link.Deleted ? "Deleted" : "Active");
        GenericParents.ShowNames(parents, spec, link.Target, record);
        foreach (var (column, text) in cells?.All ?? [])
        {
            if (column != "Status" || !link.Deleted)
                RawRecord.Set(record, column, text);
        }

        return RawRecord.Stamp(record, link.Changed);
    }
}
