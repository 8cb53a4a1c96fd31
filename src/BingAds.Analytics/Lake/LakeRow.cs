using System.Globalization;
using System.Numerics;

namespace BingAds.Analytics;

/// <summary>One row of a query. It can be kept.</summary>
public sealed class LakeRow
{
    private readonly IReadOnlyList<string> _columns;
    private readonly object?[] _values;

    internal LakeRow(IReadOnlyList<string> columns, object?[] values) => (_columns, _values) = (columns, values);

    /// <summary>Number of columns.</summary>
    public int Count => _values.Length;

    /// <summary>The value at a place, from 0; null for a null.</summary>
    public object? this[int ordinal] => _values[ordinal];

    /// <summary>The value of a column, whose name is found in any case; null for a null.</summary>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public object? this[string column] => _values[Find(column)];

    /// <summary>The value of a column as a type: <c>long</c>, <c>decimal</c>, <c>double</c>, <c>string</c>, <c>bool</c>, <c>DateOnly</c>, <c>DateTime</c> and others.</summary>
    /// <exception cref="InvalidCastException">The value is null or of another kind.</exception>
    /// <exception cref="OverflowException">The number is too large for the type.</exception>
    public T Get<T>(string column) => Get<T>(Find(column));

    /// <summary>The same by place, from 0.</summary>
    /// <exception cref="InvalidCastException">The value is null or of another kind.</exception>
    /// <exception cref="OverflowException">The number is too large for the type.</exception>
    public T Get<T>(int ordinal) => _values[ordinal] is { } value ? To<T>(value, ordinal) : throw new InvalidCastException($"Column '{_columns[ordinal]}' is null.");

    /// <summary>The value of a column; null for a null.</summary>
    /// <exception cref="InvalidCastException">The value is of another kind.</exception>
    /// <exception cref="OverflowException">The number is too large for the type.</exception>
    public T? GetOrNull<T>(string column)
        where T : struct => GetOrNull<T>(Find(column));

    /// <summary>The same by place, from 0.</summary>
    /// <exception cref="InvalidCastException">The value is of another kind.</exception>
    /// <exception cref="OverflowException">The number is too large for the type.</exception>
    public T? GetOrNull<T>(int ordinal)
        where T : struct => _values[ordinal] is { } value ? To<T>(value, ordinal) : null;

    private int Find(string column)
    {
        ArgumentNullException.ThrowIfNull(column);
        for (var i = 0; i < _columns.Count; i++)
        {
            if (_columns[i].Equals(column, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        throw new KeyNotFoundException($"The query has no column '{column}'; it has {string.Join(", ", _columns)}.");
    }

    private T To<T>(object value, int ordinal)
    {
        if (value is T same)
        {
            return same;
        }

        // Sums of whole numbers come wider than what was summed.
        if (value is BigInteger wide)
        {
            value = typeof(T) == typeof(decimal) ? (decimal)wide : typeof(T) == typeof(double) ? (double)wide : (object)(long)wide;
        }

        if (value is DateTime time && typeof(T) == typeof(DateOnly) && time.TimeOfDay == TimeSpan.Zero)
        {
            return (T)(object)DateOnly.FromDateTime(time);
        }

        if (value is DateOnly day && typeof(T) == typeof(DateTime))
        {
            return (T)(object)day.ToDateTime(TimeOnly.MinValue);
        }

        return value is IConvertible and not string && (typeof(T).IsPrimitive || typeof(T) == typeof(decimal)) && value is not bool and not DateTime
            ? (T)Convert.ChangeType(value, typeof(T), CultureInfo.InvariantCulture)
            : throw Wrong<T>(value, ordinal);
    }

    private InvalidCastException Wrong<T>(object value, int ordinal) => new($"Column '{_columns[ordinal]}' holds a {value.GetType().Name}, which is no {typeof(T).Name}.");
}
