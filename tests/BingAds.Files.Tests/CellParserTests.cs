using System.Globalization;
using System.Text;

namespace BingAds.Files.Tests;

public class CellParserTests
{
    [Theory]
    [InlineData("0", 0L)]
    [InlineData("-1", -1L)]
    [InlineData("999999999999999999", 999999999999999999L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("9223372036854775808", null)]
    [InlineData("", null)]
    [InlineData("-", null)]
    [InlineData("1.0", null)]
    [InlineData("12x", null)]
    [InlineData(" 1", null)]
    public void Long_is_read_when_the_whole_text_is_one(string text, long? value)
    {
        Assert.Equal(value is not null, CellParser.TryInt64(Utf8(text), out var read));
        Assert.Equal(value ?? 0, read);
    }

    [Theory]
    [InlineData("2147483647", true)]
    [InlineData("-2147483648", true)]
    [InlineData("2147483648", false)]
    public void Int_is_read_when_it_fits(string text, bool fits) => Assert.Equal(fits, CellParser.TryInt32(Utf8(text), out _));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("-.")]
    [InlineData("1,5")]
    [InlineData("1.2.3")]
    [InlineData("--")]
    [InlineData("5%")]
    [InlineData("0x10")]
    public void Double_is_refused_when_the_text_is_none(string text) => Assert.False(CellParser.TryDouble(Utf8(text), out _));

    [Theory]
    [InlineData("-0")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1E-06")]
    [InlineData("-1.7976931348623157E+308")]
    [InlineData("0.1234567890123456789")]
    [InlineData("000000000000000000012.5")]
    [InlineData("0.15000000000000002")]
    [InlineData("-1.8499999999999999")]
    [InlineData("9007199254740993")]
    [InlineData("900719925474099.25")]
    [InlineData("999999999999999999")]
    [InlineData(".999999999999999999")]
    public void Double_is_the_nearest_when_text_has_any_form(string text) => AssertDouble(text);

    [Fact]
    public void Double_is_the_nearest_when_text_is_made_up()
    {
        var random = new Random(LongRun.Seed);
        for (var i = 0; i < LongRun.Rows; i++)
        {
            var digits = random.Next(1, 19);
            var text = new StringBuilder(random.Next(3) == 0 ? "-" : "");
            var point = random.Next(-1, digits);
            for (var d = 0; d < digits; d++)
                text.Append(d == point ? "." : "").Append(random.Next(10));
            AssertDouble(text.ToString());
            AssertDouble(BitConverter.Int64BitsToDouble(random.NextInt64()) is var any && double.IsFinite(any) ? any.ToString("R", CultureInfo.InvariantCulture) : "1");
        }
    }

    [Fact]
    public void Double_is_the_nearest_when_text_lies_beside_the_middle_between_two()
    {
        var random = new Random(LongRun.Seed);
        for (var i = 0; i < LongRun.Rows; i++)
        {
            // From here on doubles are even, so odd numbers are in the middle, and those with decimals close to it.
            var whole = (1L << 53) + random.NextInt64(1L << 20);
            AssertDouble(whole.ToString(CultureInfo.InvariantCulture));
            AssertDouble($"{whole}.{random.Next(100)}");
            AssertDouble($"{whole / 1000}.{whole % 1000:D3}{random.Next(100):D2}");
        }
    }

    /// <summary>Every length, every byte at every place: the word of eight digits takes exactly what the framework takes.</summary>
    [Fact]
    public void Numbers_of_up_to_eighteen_bytes_are_read_as_the_framework_reads_them()
    {
        for (var length = 1; length <= 18; length++)
        {
            var text = Utf8("123456789012345678"[..length]);
            for (var at = 0; at < length; at++)
            {
                var digit = text[at];
                for (var b = 0; b < 256; b++)
                {
                    text[at] = (byte)b;
                    var isLong = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole);
                    var isDouble = double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number);
                    Assert.Equal((isLong, whole), (CellParser.TryInt64(text, out var ourWhole), ourWhole));
                    Assert.Equal((isDouble, number), (CellParser.TryDouble(text, out var ourNumber), ourNumber));
                }

                text[at] = digit;
            }
        }
    }

    [Fact]
    public void Decimal_keeps_its_scale()
    {
        Assert.True(CellParser.TryDecimal("1.50"u8, out var value));
        Assert.Equal("1.50", value.ToString(CultureInfo.InvariantCulture));
        Assert.False(CellParser.TryDecimal("1,50"u8, out _));
    }

    [Theory]
    [InlineData("True", true)]
    [InlineData("fALSE", false)]
    [InlineData("1", null)]
    [InlineData("", null)]
    public void Boolean_is_read_in_any_case(string text, bool? value)
    {
        Assert.Equal(value is not null, CellParser.TryBoolean(Utf8(text), out var read));
        Assert.Equal(value ?? false, read);
    }

    [Theory]
    [InlineData("3/4/2026 5:06:07 PM", "2026-03-04 17:06:07")]
    [InlineData("3/4/2026 5:06:07\u202FPM", "2026-03-04 17:06:07")]
    [InlineData("3/4/2026 12:00:00 AM", "2026-03-04 00:00:00")]
    [InlineData("03/04/2026 12:30 pm", "2026-03-04 12:30:00")]
    [InlineData("3/4/2026 17:06:07 PM", "2026-03-04 17:06:07")]
    [InlineData("02/12/2026 15:32:34", "2026-02-12 15:32:34")]
    [InlineData("04/27/2026 18:00:14.970", "2026-04-27 18:00:14.97")]
    [InlineData("3/4/26 5:06", "2026-03-04 05:06:00")]
    [InlineData("3/4/50 5:06", "1950-03-04 05:06:00")]
    [InlineData("26/03/04 17:06", "2026-03-04 17:06:00")]
    [InlineData("2026/03/04 17:06:07", "2026-03-04 17:06:07")]
    [InlineData("2026-03-04 17:06:07", "2026-03-04 17:06:07")]
    [InlineData("2026-3-4T7:06:07.5", "2026-03-04 07:06:07.5")]
    [InlineData("2026-03-04T05:06:07 pm", "2026-03-04 17:06:07")]
    [InlineData("2026-03-04T17:06:07Z", "2026-03-04 17:06:07")]
    [InlineData("2026-03-04T17:06:07+02:00", "2026-03-04 17:06:07")]
    [InlineData("2026-03-04", "2026-03-04 00:00:00")]
    [InlineData("3/4/2026", "2026-03-04 00:00:00")]
    [InlineData("04-Mar-26 17:06", "2026-03-04 17:06:00")]
    [InlineData("4-mar-2026 17:06:07.25", "2026-03-04 17:06:07.25")]
    [InlineData("Mar 4, 2026 05:06:07 PM", "2026-03-04 17:06:07")]
    [InlineData("March 4, 2026", "2026-03-04 00:00:00")]
    [InlineData("4 March 2026", "2026-03-04 00:00:00")]
    [InlineData("2/29/2028", "2028-02-29 00:00:00")]
    public void Date_is_read_when_it_has_any_of_the_forms(string text, string value)
    {
        Assert.True(CellParser.TryDateTime(Utf8(text), out var read), text);
        Assert.Equal(value, read.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture));
        Assert.Equal(DateTimeKind.Unspecified, read.Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2/29/2027")]
    [InlineData("13/13/2026")]
    [InlineData("0/1/2026")]
    [InlineData("1/1/0000")]
    [InlineData("5:06")]
    [InlineData("3/4")]
    [InlineData("3/4/2026 25:00")]
    [InlineData("3/4/2026 5:60")]
    [InlineData("3/4/2026 17:06 AM")]
    [InlineData("3/4/2026 5:06 XM")]
    [InlineData("3/4/2026x")]
    [InlineData("Mai 4, 2026")]
    [InlineData("20260304")]
    [InlineData("delete_value")]
    public void Date_is_refused_when_it_is_none(string text) => Assert.False(CellParser.TryDateTime(Utf8(text), out _), text);

    /// <summary>Month first with slashes, year first with dashes, all times of day: against the framework's exact patterns.</summary>
    [Fact]
    public void Date_is_read_as_the_framework_reads_it_when_it_is_made_up()
    {
        string[] patterns =
        [
            "M/d/yyyy h:mm:ss tt", "M/d/yyyy HH:mm:ss.fff", "MM/dd/yyyy HH:mm", "M/d/yy h:mm tt", "yyyy-MM-dd HH:mm:ss", "yyyy-M-dTHH:mm:ss.fff", "dd-MMM-yyyy HH:mm:ss", "dd-MMM-yy HH:mm",
            "MMM d, yyyy hh:mm:ss tt", "yyyy/MM/dd HH:mm:ss", "yyyy-MM-ddTh:mm:ss.fff tt", "M/d/yyyy",
        ];
        var random = new Random(LongRun.Seed);
        for (var i = 0; i < LongRun.Rows; i++)
        {
            var pattern = patterns[random.Next(patterns.Length)];
            var text = new DateTime(1951, 1, 1).AddMilliseconds(random.NextInt64(98L * 365 * 86_400_000)).ToString(pattern, CultureInfo.InvariantCulture);
            Assert.True(CellParser.TryDateTime(Utf8(text), out var read), text);
            Assert.Equal(DateTime.ParseExact(text, pattern, CultureInfo.InvariantCulture), read);
        }
    }

    [Fact]
    public void Parsers_never_throw_when_text_is_garbage()
    {
        var random = new Random(LongRun.Seed);
        for (var i = 0; i < LongRun.Rows; i++)
        {
            var text = new byte[random.Next(0, 24)];
            for (var b = 0; b < text.Length; b++)
                text[b] = random.Next(4) == 0 ? (byte)random.Next(256) : (byte)"0123456789/-: .,+TZAMPMar"[random.Next(24)];
            _ = CellParser.TryDateTime(text, out _);
            _ = CellParser.TryInt64(text, out _);
            _ = CellParser.TryDecimal(text, out _);
            _ = CellParser.TryDouble(text, out _);
        }
    }

    private static void AssertDouble(string text)
    {
        Assert.True(CellParser.TryDouble(Utf8(text), out var value), text);
        Assert.Equal(BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture)), BitConverter.DoubleToInt64Bits(value));
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
