using BingAds.Bulk;
using BingAds.Emulator.Bulk.Records;
using BingAds.Files;

namespace BingAds.Emulator.Bulk;

/// <summary>Writes the rows of an upload's result as text.</summary>
internal sealed class ResultRows : IDisposable
{
    private static readonly int s_error = BulkColumns.Find("Error");
    private static readonly int s_number = BulkColumns.Find("Error Number");
    private static readonly int s_fieldPath = BulkColumns.Find("Field Path");

    private readonly ResultColumns _columns;
    private readonly DelimitedWriter _writer;
    private readonly OneRow _entity = new();
    private readonly bool[] _isSet;

    public ResultRows(Stream target, ResultColumns columns, BulkFileLayout layout, bool isStart)
    {
        _columns = columns;
        _isSet = new bool[columns.Uploaded];
        var separator = layout == BulkFileLayout.Tsv ? DelimitedOptions.Tab : DelimitedOptions.Comma;
        _writer = new DelimitedWriter(target, columns.Names.Length, new DelimitedWriterOptions { Separator = separator, ByteOrderMark = isStart });
    }

    /// <summary>The header and the row of the format version.</summary>
    public void Start()
    {
        _writer.Header(_columns.Names);
        Set(BulkColumns.Type, "Format Version"u8);
        Set(BulkColumns.Name, "6.0"u8);
        _writer.EndRow();
    }

    /// <summary>The row of one record, and those of its errors.</summary>
    public void Add(UploadedRow row, BulkApplied applied)
    {
        Array.Clear(_isSet);
        if (applied.Errors.Count == 0 && applied.Entity is { } entity)
            Overlay(row, entity);
        for (var i = 0; i < row.CellCount; i++)
        {
            var text = row.Cell(i, out var index);
            if (!_isSet[index])
                _writer.Set(index, text);
        }

        _writer.EndRow();
        foreach (var error in applied.Errors)
        {
            Add(row.RecordType, error);
        }
    }

    public void Flush() => _writer.Flush();

    public void Dispose() => _writer.Dispose();

    /// <summary>What the record is now goes over what came: in all columns of the few kinds that come complete, else in the uploaded ones.</summary>
    private void Overlay(UploadedRow row, BulkEntity entity)
    {
        _entity.Reset();
        entity.WriteTo(_entity, excludeReadOnly: true);
        foreach (var column in _entity.Row.FilledColumns)
        {
            var text = _entity.Row[column];
            var place = text.IsEmpty || column == BulkColumns.ClientId ? -1 : _columns.Place(column);
            if (place < 0 || (place >= _columns.Uploaded && !row.IsComplete))
                continue;
            _writer.Set(place, text);
            if (place < _columns.Uploaded)
                _isSet[place] = true;
        }
    }

    private void Add(string type, BulkError error)
    {
        Set(BulkColumns.Type, System.Text.Encoding.UTF8.GetBytes(type + " Error"));
        _writer.Set(_columns.Place(s_error), error.Error);
        if (error.Number is { } number)
            _writer.Set(_columns.Place(s_number), number);
        _writer.Set(_columns.Place(s_fieldPath), error.FieldPath);
        _writer.EndRow();
    }

    private void Set(int column, ReadOnlySpan<byte> text) => _writer.Set(_columns.Place(column), text);

    /// <summary>Keeps the first row that an entity writes.</summary>
    private sealed class OneRow : IBulkRowSink
    {
        private readonly BulkRowWriter _rest = new();
        private bool _isTaken;

        public BulkRowWriter Row { get; } = new();

        public BulkRowWriter Begin()
        {
            if (_isTaken)
            {
                _rest.Clear();
                return _rest;
            }

            Row.Clear();
            _isTaken = true;
            return Row;
        }

        public void End()
        {
        }

        public void Reset() => _isTaken = false;
    }
}
