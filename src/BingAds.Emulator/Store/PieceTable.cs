namespace BingAds.Emulator.Store;

/// <summary>Files of any size, in pieces: none is ever held whole.</summary>
internal sealed class PieceTable(StoreSession session)
{
    /// <summary>Bytes of every piece of a file but the last.</summary>
    public const int Size = 128 << 10;

    public void Insert(string file, long number, byte[] bytes)
        => session.Execute("INSERT INTO piece (file, number, bytes) VALUES ($1, $2, $3)", file, number, bytes);

    /// <summary>One piece, or null behind the last.</summary>
    public byte[]? Find(string file, long number)
        => session.Query("SELECT bytes FROM piece WHERE file = $1 AND number = $2", static r => r.GetFieldValue<byte[]>(0), file, number).FirstOrDefault();

    /// <summary>Numbers of the pieces that there are, in order.</summary>
    public List<long> Numbers(string file)
        => session.Query("SELECT number FROM piece WHERE file = $1 ORDER BY number", static r => r.GetInt64(0), file);

    /// <summary>Length of the whole file; null when there is none.</summary>
    public long? Length(string file)
        => session.Query("SELECT SUM(LENGTH(bytes)) FROM piece WHERE file = $1", static r => r.IsDBNull(0) ? default(long?) : r.GetInt64(0), file)[0];

    public bool Exists(string file) => session.Query("SELECT 1 FROM piece WHERE file = $1 LIMIT 1", static r => r.GetInt32(0), file).Count > 0;

    public void Delete(string file) => session.Execute("DELETE FROM piece WHERE file = $1", file);
}
