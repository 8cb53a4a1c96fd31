using System.Globalization;

namespace BingAds.Files;

/// <summary>Writes dates in fixed forms, never those of the machine: newer culture data puts another blank before AM and PM.</summary>
internal static class DateText
{
    public const int MaxLength = 32;

    /// <summary>Writes a date and tells its length; it is taken as it stands, without any zone.</summary>
    public static int Format(DateTime value, DateForm form, Span<byte> target)
    {
        var pattern = form switch
        {
            DateForm.DateTimeSlash => "yyyy'/'MM'/'dd HH':'mm':'ss",
            DateForm.DateTimeDash => "yyyy'-'MM'-'dd HH':'mm':'ss",
            DateForm.DateDash => "yyyy'-'MM'-'dd",
            DateForm.Date => "M'/'d'/'yyyy",
            _ => "M'/'d'/'yyyy h':'mm':'ss tt",
        };
        value.TryFormat(target, out var written, pattern, CultureInfo.InvariantCulture);
        return written;
    }
}
