using BingAds.Errors;

namespace BingAds.Bulk.Upload;

/// <summary>
/// Finds for each row of a result the input that it is about: by the mark that went out in the column <c>Client Id</c>; where that did not come back, by
/// position among the rows of its type, if there are exactly as many. No input is told twice, and what cannot be matched makes nothing certain.
/// </summary>
internal sealed class ResultMatcher(UploadPart part, BulkUploadOperation? operation, ReferenceBook book, bool isSuccess)
{
    private readonly Dictionary<int, Gathered> _gathered = [];
    private readonly List<BulkEntity> _strange = [];

    /// <summary>Takes what a result holds next; gives what is certain by it.</summary>
    public BulkUploadItem? Take(BulkEntity entity)
    {
        if (entity is BulkNegativeSites group)
        {
            TakeGroup(group);
            return null;
        }

        var row = (SingleRecordBulkEntity)entity;
        if (PlaceOf(row.ClientId) is not (>= 0 and var place))
        {
            // Rows about the file itself are nobody's result.
            if (entity is not BulkAccount)
            {
                _strange.Add(entity);
            }

            return null;
        }

        var error = entity is UnknownBulkEntity unknown && !IsSameType(part.Entries[place].RecordType, unknown.RecordType) ? RowErrors.Of(unknown, part.Entries[place].Index) : null;
        if (error is null && part.Entries[place].Rows == 1 && !HasOthersErrors(entity, place))
        {
            return Tell(place, entity, Own(entity, place));
        }

        // Several rows are one input, or an error stands apart from its record: known when all are there.
        var gathered = Gather(place);
        gathered.Rows += error is null ? 1 : 0;
        gathered.Entity ??= error is null ? entity : null;
        if (error is not null)
        {
            gathered.Errors.Add(error);
        }
        else
        {
            AddErrors(entity, place);
        }

        return null;
    }

    /// <summary>Gives the rest, when the result has ended.</summary>
    /// <param name="rest">What is known of inputs that no row speaks of.</param>
    public IEnumerable<BulkUploadItem> Finish(RestOfPart rest)
    {
        foreach (var (place, gathered) in _gathered)
        {
            // An error alone decides; rows without one do if they are all there.
            var isWhole = gathered.Errors.Count > 0 || gathered.Rows >= part.Entries[place].Rows || gathered.IsGroup;
            if (isWhole && Tell(place, gathered.Entity, gathered.Errors) is { } item)
            {
                yield return item;
            }
        }

        var doubtful = new HashSet<string>(StringComparer.Ordinal);
        foreach (var ofType in _strange.GroupBy(TypeOf).ToList())
        {
            var places = Untold(ofType.Key);
            var rows = ofType.ToList();
            if (rest.HasAllRows && rows.Count == places.Count && places.All(p => part.Entries[p].Rows == 1 || rows[0] is BulkNegativeSites))
            {
                for (var i = 0; i < rows.Count; i++)
                {
                    if (Tell(places[i], rows[i], Own(rows[i], places[i])) is { } item)
                    {
                        yield return item;
                    }
                }
            }
            else if (rows.Any(static r => r.HasErrors || r is UnknownBulkEntity))
            {
                doubtful.Add(ofType.Key);
            }
        }

        for (var place = 0; place < part.Entries.Length; place++)
        {
            if (part.Entries[place].IsTold)
            {
                continue;
            }

            var isDoubtful = rest.Outcome == BulkUploadOutcome.Applied && (doubtful.Contains(part.Entries[place].RecordType) || doubtful.Contains(""));
            yield return Rest(place, isDoubtful ? new RestOfPart(BulkUploadOutcome.Unknown, "The result has errors of this record type that cannot be told apart.", false) : rest);
        }
    }

    private BulkUploadItem? Tell(int place, BulkEntity? result, IReadOnlyList<ApiError> errors)
    {
        ref var entry = ref part.Entries[place];
        if (entry.IsTold || (!isSuccess && errors.Count == 0))
        {
            // Of a job that broke off only errors are certain.
            return null;
        }

        entry.IsTold = true;
        if (result is UnknownBulkEntity unknown && unknown.Values.ContainsKey("Client Id"))
        {
            unknown.Values.Remove("Client Id");
            if (entry.ClientId is not null)
            {
                unknown.Values["Client Id"] = entry.ClientId;
            }
        }

        if (result is SingleRecordBulkEntity single)
        {
            single.ClientId = entry.ClientId;
        }

        var outcome = errors.Count > 0 ? BulkUploadOutcome.Failed : BulkUploadOutcome.Applied;
        if (outcome == BulkUploadOutcome.Applied && entry.Key != 0 && result is not null && EntityId.Of(result) is > 0 and var id)
        {
            book.Resolve(entry.RecordType, entry.Key, entry.Index, id);
        }

        return new BulkUploadItem(entry.Index, entry.RecordType, outcome)
        {
            Input = entry.Entity, ClientId = entry.ClientId, Result = result, Errors = errors, Operation = operation,
        };
    }

    private BulkUploadItem Rest(int place, RestOfPart rest)
    {
        ref var entry = ref part.Entries[place];
        entry.IsTold = true;
        return new BulkUploadItem(entry.Index, entry.RecordType, rest.Outcome)
        {
            Input = entry.Entity, ClientId = entry.ClientId, Reason = rest.Reason, Errors = rest.Errors, Operation = operation,
        };
    }

    // The sites of one parent come as a group, whose rows may be of several inputs.
    private void TakeGroup(BulkNegativeSites group)
    {
        var isKnown = false;
        foreach (var site in group.Children)
        {
            if (PlaceOf(site.ClientId) is not (>= 0 and var place))
            {
                continue;
            }

            isKnown = true;
            var gathered = Gather(place);
            gathered.Rows++;
            var isGroup = part.Entries[place].Entity is BulkNegativeSites or null && part.Entries[place].Rows > 1;
            gathered.IsGroup |= isGroup;
            gathered.Entity ??= isGroup ? group : site;
            site.ClientId = part.Entries[place].ClientId;
            AddErrors(site, place);
            if (isGroup)
            {
                foreach (var error in group.Errors)
                {
                    gathered.Errors.Add(RowErrors.Of(error, part.Entries[place].Index));
                }
            }
        }

        if (!isKnown)
        {
            _strange.Add(group);
        }
    }

    private List<ApiError> Own(BulkEntity entity, int place)
    {
        var index = part.Entries[place].Index;
        var errors = entity.Errors.Select(e => RowErrors.Of(e, index)).ToList();
        if (entity is BulkNegativeSites sites)
        {
            errors.AddRange(sites.Children.SelectMany(c => c.Errors).Select(e => RowErrors.Of(e, index)));
        }

        return errors;
    }

    private void AddErrors(BulkEntity entity, int place)
    {
        foreach (var error in entity.Errors)
        {
            var of = PlaceOf(ClientIdOf(error)) is >= 0 and var other ? other : place;
            Gather(of).Errors.Add(RowErrors.Of(error, part.Entries[of].Index));
        }
    }

    private bool HasOthersErrors(BulkEntity entity, int place)
    {
        foreach (var error in entity.Errors)
        {
            if (PlaceOf(ClientIdOf(error)) is >= 0 and var other && other != place)
            {
                return true;
            }
        }

        return false;
    }

    private Gathered Gather(int place) => _gathered.TryGetValue(place, out var found) ? found : _gathered[place] = new Gathered();

    private int PlaceOf(string? clientId) => ClientIdMark.TryRead(clientId, out var index, out _) ? part.PlaceOf(index) : -1;

    private List<int> Untold(string recordType)
    {
        var places = new List<int>();
        for (var i = 0; i < part.Entries.Length; i++)
        {
            if (!part.Entries[i].IsTold && part.Entries[i].RecordType == recordType)
            {
                places.Add(i);
            }
        }

        return places;
    }

    // An error row by itself counts for the records that it is about: "Keyword Error" for keywords; "" where that is not known.
    private string TypeOf(BulkEntity entity)
    {
        if (entity is not UnknownBulkEntity || !entity.RecordType.EndsWith("Error", StringComparison.Ordinal))
        {
            return entity.RecordType;
        }

        var type = entity.RecordType[..^"Error".Length].TrimEnd();
        return BulkRecordTypes.Find(System.Text.Encoding.UTF8.GetBytes(type)) >= 0 ? type : "";
    }

    private static bool IsSameType(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);

    private static string? ClientIdOf(BulkError error)
    {
        foreach (var (name, text) in error.OtherColumns)
        {
            if (name == "Client Id")
            {
                return text;
            }
        }

        return null;
    }

    private sealed class Gathered
    {
        public BulkEntity? Entity { get; set; }

        public List<ApiError> Errors { get; } = [];

        public int Rows { get; set; }

        public bool IsGroup { get; set; }
    }
}
