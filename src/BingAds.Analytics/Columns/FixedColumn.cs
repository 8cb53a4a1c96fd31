using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Apache.Arrow;
using Apache.Arrow.Types;

namespace BingAds.Analytics;

/// <summary>A column whose values are all of one size.</summary>
internal abstract class FixedColumn<T> : CellColumn
    where T : unmanaged
{
    private byte[] _values = GC.AllocateUninitializedArray<byte>(256 * Unsafe.SizeOf<T>());

    protected abstract IArrowType Type { get; }

    public override IArrowArray Build(bool compact) =>
        ArrowArrayFactory.BuildArray(new ArrayData(Type, Count, Nulls, 0, [Validity(), new ArrowBuffer(_values.AsMemory(0, Count * Unsafe.SizeOf<T>()))]));

    public override void Leave()
    {
        base.Leave();
        _values = GC.AllocateUninitializedArray<byte>(_values.Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void Add(T value)
    {
        Slot() = value;
        MarkValue();
    }

    protected void AddNull()
    {
        Slot() = default;
        MarkNull();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref T Slot()
    {
        var at = Count * Unsafe.SizeOf<T>();
        if (at == _values.Length)
        {
            Grow(ref _values, 0);
        }

        return ref Unsafe.As<byte, T>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_values), at));
    }
}
