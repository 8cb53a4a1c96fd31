namespace BingAds.Files;

/// <summary>What a block needs to know of the byte before it. At most one of the three is set; none means the middle of an unquoted cell or what follows a closed one.</summary>
internal struct QuoteState
{
    /// <summary>All ones within quotes, else 0.</summary>
    public ulong Inside;

    /// <summary>1 when a cell starts here.</summary>
    public ulong AfterEnd;

    /// <summary>1 when the byte before closed a quoted cell, or is the first half of a doubled quote.</summary>
    public ulong AfterQuote;

    /// <summary>
    /// Walks a block byte by byte. Only needed where a quote stands in the middle of an unquoted cell or after a closed one: there it is text, which
    /// counting quotes cannot know.
    /// </summary>
    public void Walk(ReadOnlySpan<byte> block, byte separator, out ulong separators, out ulong lineFeeds)
    {
        separators = lineFeeds = 0;
        for (var i = 0; i < block.Length; i++)
        {
            var b = block[i];
            if (Inside != 0)
            {
                if (b == (byte)'"')
                    (Inside, AfterQuote) = (0, 1);
            }
            else if (b == (byte)'"')
            {
                Inside = AfterEnd + AfterQuote > 0 ? ulong.MaxValue : 0;
                AfterEnd = AfterQuote = 0;
            }
            else
            {
                AfterEnd = b == separator || b == (byte)'\n' ? 1UL : 0;
                AfterQuote = 0;
                separators |= (b == separator ? 1UL : 0) << i;
                lineFeeds |= (b == (byte)'\n' ? 1UL : 0) << i;
            }
        }
    }
}
